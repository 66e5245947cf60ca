export { checkCorpus } from './check-corpus.js';
export type { CueEntry, FurnitureEntry, ModifierEntry, VerbEntry, WordEntry } from './lexicon.js';
export { loadResources } from './load.js';
export { packageRoot } from './package-root.js';
export { describeProblem } from './problem.js';
export { resolveTarget } from './resolve-target.js';
export type { Resources } from './resources.js';
