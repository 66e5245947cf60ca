import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.js';

/** What a POST leads to: a page for a browser, the same as JSON for a program. */
export interface Outcome {
  /** Where a browser goes on (303). */
  readonly url: string;
  /** Status for a program. */
  readonly status: 200 | 202;
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
