export { type Edition, type Editions, openEditions } from './editions.js';
