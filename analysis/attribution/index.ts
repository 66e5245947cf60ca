export { attribute, type Voices } from './attribute.js';
