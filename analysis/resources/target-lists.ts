import type { Target } from '../article/index.js';

/** The parts of a target that are lists of phrases. */
type ListName = {
  [Name in keyof Target]: Target[Name] extends readonly string[] ? Name : never;
}[keyof Target];

/** How a list is called in files. */
export type ListKey = (typeof LISTS)[number]['file'];

/**
 * The lists of phrases of a target in the order of our own files: the key in files, the key in
 * programs, and whether its phrases may stand in no other list of which this is said too.
 */
export const LISTS = [
  { file: 'aliases', key: 'aliases', exclusive: true },
  { file: 'short-forms', key: 'shortForms', exclusive: true },
  { file: 'activities', key: 'activities', exclusive: true },
  { file: 'lookalikes', key: 'lookalikes', exclusive: true },
  { file: 'opponents', key: 'opponents', exclusive: true },
  { file: 'proponents', key: 'proponents', exclusive: false },
  { file: 'critics', key: 'critics', exclusive: false },
] as const satisfies readonly { file: string; key: ListName; exclusive: boolean }[];
