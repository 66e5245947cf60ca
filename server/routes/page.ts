import type { Request } from 'express';
import { z } from 'zod';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import type { View } from '../render.js';

/** A CSV as pieces of text that are sent as they come. */
export interface CsvFile {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** The three twins of a page, in the order in which they are documented. */
export const FORMATS = ['html', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What each twin returns. */
export interface Outputs {
  readonly html: View;
  readonly json: unknown;
  readonly csv: CsvFile;
}

type Maker<Output, Params, Query> = (
  context: Context,
  input: { readonly params: Params; readonly query: Query; readonly coder: string | null },
) => Promise<Output>;

interface PageDefinition<Params extends z.ZodObject, Query extends z.ZodObject> {
  /** Path without the ending of a twin, with `:name` for a parameter. */
  readonly path: string;
  /** Other paths that show the same page (HTML only). */
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** Shape of the JSON twin, for the API description. */
  readonly shape?: z.ZodType;
  readonly make: {
    readonly [F in Format]?: Maker<Outputs[F], z.output<Params>, z.output<Query>>;
  };
}

/** A page with its twins as the server mounts it: input is checked before a twin is made. */
export interface Page {
  readonly path: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly shape: z.ZodType | null;
  readonly formats: readonly Format[];
  readonly make: <F extends Format>(format: F, context: Context, request: Request) => Promise<Outputs[F]>;
}

/** Makes a page of its definition. A twin throws HttpError 400 when a parameter is not allowed. */
export function definePage<Params extends z.ZodObject, Query extends z.ZodObject>(
  definition: PageDefinition<Params, Query>,
): Page {
  const { path, aliases = [], summary, params, query, shape = null } = definition;
  return {
    path,
    aliases,
    summary,
    params,
    query,
    shape,
    formats: FORMATS.filter((format) => definition.make[format]),
    async make(format, context, request) {
      const maker = definition.make[format];
      if (!maker) throw new Error(`page ${path} has no twin ${format}`);
      return maker(context, {
        params: parse(params, request.params),
        query: parse(query, request.query),
        coder: coderOf(request),
      });
    },
  };
}

/** A page without parameters. */
export const NO_PARAMS = z.object({});

/** The input when it fits its schema. @throws HttpError 400, which names the first fault */
export function parse<Schema extends z.ZodObject>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.join('.') || 'parameter';
  throw new HttpError(
    400,
    'invalid-parameter',
    `The value of "${name}" is not allowed: ${issue?.message ?? 'unknown reason'}.`,
    'Correct it in the address, or start again from the library.',
  );
}
