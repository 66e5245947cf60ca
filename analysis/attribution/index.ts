export { attribute, type Voices } from './attribute.js';
export { correctVoices } from './correct-voices.js';
