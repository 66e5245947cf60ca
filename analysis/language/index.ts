export { sentencesOf } from './sentences-of.js';
export { valenceOf } from './valence.js';
export { similarity, stem } from './word-forms.js';
