export { type CorpusCheck, checkCorpus } from './check-corpus.js';
export type {
  AgencyEntry,
  CueEntry,
  FurnitureEntry,
  Lexicons,
  ModifierEntry,
  TitleEntry,
  VerbEntry,
  VerbKind,
  WordDevice,
  WordEntry,
} from './lexicon.js';
export { type LoadOptions, loadResources } from './load.js';
export { packageRoot } from './package-root.js';
export { type CorpusProblem, describeProblem } from './problem.js';
export { resolveTarget } from './resolve-target.js';
export type { Resources } from './resources.js';
