import type { Target } from '../../analysis/article/index.js';
import type { Context } from '../context.js';
import { loadTargetHistory } from '../corpus/index.js';
import { codingNow, differencesOf } from '../jobs/index.js';
import { loadCoding, type StoredResult } from '../store/index.js';
import { versionNameOf } from './target.js';

/** That a result is older than what is in force, in words, and what scores it again. */
export interface Staleness {
  readonly text: string;
  readonly target: string;
  readonly article: string;
}

/** Whether scoring now would go by another target, other lexicons or another program; null where not. */
export async function stalenessOf(context: Context, stored: StoredResult): Promise<Staleness | null> {
  const { resources, store, jobs } = context;
  const target = resources.targets.get(stored.target);
  const made = await loadCoding(store, stored.runId);
  if (!target || !made) return null;
  const now = codingNow(resources, target);
  const differences = differencesOf(made, now);
  if (differences.length === 0) return null;
  const history = differences.includes('target')
    ? await loadTargetHistory(store, jobs.editions, stored.target)
    : null;
  const version = (definition: Target) =>
    history ? versionNameOf(definition, history, context) : 'an earlier definition';
  const sentences: Readonly<Record<(typeof differences)[number], string>> = {
    target: `Scored with ${version(made.definition)} of the target; ${version(target)} is current.`,
    lexicons: 'The lexicons have changed since.',
    models: 'The weights have changed since.',
    program: `Scored by Standpoint ${made.provenance.version}; this is ${now.provenance.version}.`,
  };
  return {
    text: differences.map((name) => sentences[name]).join(' '),
    target: stored.target,
    article: stored.result.articleId,
  };
}
