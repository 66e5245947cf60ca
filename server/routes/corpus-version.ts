import type { Context } from '../context.js';
import { conflictPage } from '../pages/conflict-page.js';
import { type CorpusChange, saveCorpusFile } from '../store/index.js';
import type { Outcome } from './action.js';

/** What a person saves of a target or a lexicon, and what shows a conflict about it. */
interface Saving extends CorpusChange {
  /** The fields of the form, to send it again over what somebody else saved. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Page of the thing that is saved, and what it is called there. */
  readonly self: string;
  readonly what: string;
  readonly section: string;
  /** Media type of the form where it is not that of forms without files. */
  readonly enctype?: string;
}

/** Keeps a new version and lets it come into force; a conflict where somebody else was quicker. */
export async function saveVersion(
  { store, jobs }: Context,
  { fields, self, what, section, enctype, ...change }: Saving,
): Promise<{ readonly version: number } | { readonly conflict: Outcome }> {
  const outcome = await saveCorpusFile(store, change);
  if ('kept' in outcome) {
    await jobs.editions.refresh();
    return { version: outcome.kept.version };
  }
  const { newer } = outcome;
  const { version, coder, createdAt } = newer;
  const again = { ...fields, seen: version };
  const model = conflictPage({ newer, mine: change.content, fields: again, self, what, enctype });
  const error = {
    code: 'changed-meanwhile',
    message: `Version ${version} was saved since.`,
    hint: `Look at it, and send the change again with seen=${version} to save it anyway.`,
  };
  const view = { template: 'conflict', title: 'Changed meanwhile', section, model };
  return { conflict: { view, status: 409, json: { error, version, coder, createdAt } } };
}
