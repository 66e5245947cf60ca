import { Command } from 'commander';

const EXAMPLES = `
Example:
  DATABASE_URL=postgres://user@db/standpoint standpoint migrate

\`serve\` and \`worker\` migrate by themselves when they start.`;

/** \`standpoint migrate\`: brings the database to the newest schema. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database of the library to the newest schema')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { runMigrate } = await import('./run-migrate.js');
      await runMigrate();
    });
}
