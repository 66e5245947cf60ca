import type { Migration } from 'kysely';
import { firstSchema } from './0001-first-schema.js';
import { corrections } from './0002-corrections.js';
import { studiesAndChanges } from './0003-studies-and-changes.js';
import { corpusAndRuns } from './0004-corpus-and-runs.js';
import { validation } from './0005-validation.js';

/** All migrations, oldest first. One that was released is never changed: a new one follows it. */
export const MIGRATIONS: readonly (readonly [name: string, migration: Migration])[] = [
  ['0001-first-schema', firstSchema],
  ['0002-corrections', corrections],
  ['0003-studies-and-changes', studiesAndChanges],
  ['0004-corpus-and-runs', corpusAndRuns],
  ['0005-validation', validation],
];
