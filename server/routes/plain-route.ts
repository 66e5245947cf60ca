import { basename, dirname } from 'node:path';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.js';

/** A GET without twins, which writes its own answer. */
export interface PlainRoute {
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  /** What is answered, in words, for the documentation. */
  readonly answer: string;
  readonly handle: (context: Context, request: Request, response: Response) => Promise<void>;
}

/** Sends a file of the data directory; rejects where it cannot be read. */
export function sendStored(response: Response, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Only the name is checked for dots: the data directory itself may lie in a hidden folder.
    response.sendFile(basename(path), { root: dirname(path) }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
