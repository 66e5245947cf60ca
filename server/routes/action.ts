import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.js';
import type { View } from '../render.js';

/** Media type of the body of a form without files; such an action takes the same fields as JSON. */
export const FORM = 'application/x-www-form-urlencoded';

/** What a POST leads to: a page for a browser, the same as JSON for a program. */
export type Outcome = Led | Shown;

/** A browser is led on to another address. */
interface Led {
  /** Where a browser goes on (303). */
  readonly url: string;
  /** Status for a program. */
  readonly status: 200 | 202;
  readonly json: unknown;
}

/** A browser is shown a page at once: a preview, or a question that the change raises. */
interface Shown {
  readonly view: View;
  /** 409 where somebody else changed the same meanwhile. */
  readonly status: 200 | 409 | 422;
  readonly json: unknown;
}

/** A change that a form or a program asks for by POST. */
export interface Action {
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  /** Media type and fields of the body, for the API description. */
  readonly body: { readonly type: string; readonly fields: z.ZodObject };
  /** Shape of the answer to a program, for the API description. */
  readonly shape: z.ZodType;
  readonly perform: (context: Context, request: Request, response: Response) => Promise<Outcome>;
}
