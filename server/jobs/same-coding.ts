import type { Provenance, Target } from '../../analysis/article/index.js';

/** What decides how articles are coded: the target as defined, program, models and lexicons. */
export interface Coding {
  readonly definition: Target;
  readonly provenance: Provenance;
}

/** Whether two runs code alike, apart from what was changed or given for single articles. */
export function isSameCoding(a: Coding, b: Coding): boolean {
  return differencesOf(a, b).length === 0;
}

/** In what two ways of coding differ. */
export function differencesOf(a: Coding, b: Coding): ('target' | 'program' | 'models' | 'lexicons')[] {
  const differences = {
    target: !isEqual(a.definition, b.definition),
    program: a.provenance.version !== b.provenance.version,
    models: !isEqual(a.provenance.models, b.provenance.models),
    lexicons: a.provenance.lexicons !== b.provenance.lexicons,
  };
  const names = Object.keys(differences) as (keyof typeof differences)[];
  return names.filter((name) => differences[name]);
}

function isEqual(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
