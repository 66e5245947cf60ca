export * from './annotated.js';
export * from './article.js';
export * from './input-error.js';
export * from './result.js';
export * from './span.js';
export * from './target.js';
