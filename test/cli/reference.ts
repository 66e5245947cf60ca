import type { Command } from 'commander';
import { codebookMarkdown } from '../../analysis/report/index.js';
import { buildProgram } from '../../server/cli/program.js';
import { EXIT } from '../../server/errors.js';
import { ALL_TABLES } from '../../server/routes/documents.js';
import { routesMarkdown } from '../../server/routes/reference.js';
import { SETTINGS } from '../../server/settings.js';

/** The reference pages that come from code, by file name in docs/reference/. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'columns.md': codebookMarkdown(ALL_TABLES),
    'command-line.md': commandLinePage(),
    'routes.md': routesMarkdown(GENERATED),
    'settings.md': settingsPage(),
  };
}

const GENERATED = 'This page is written by `npm run docs` from the code; do not edit it by hand.';

function settingsPage(): string {
  const rows = SETTINGS.map(
    ({ name, default: byDefault, type, help }) =>
      `| \`${name}\` | ${byDefault === '' ? '' : `\`${byDefault}\``} | ${type} | ${help} |`,
  );
  return `# Settings

${GENERATED}

Settings are environment variables. They are checked when the program starts: one that cannot be used
is named with its value and what is allowed, and nothing is started. An empty variable counts as not set.

| setting | default | allowed | what it does |
|---|---|---|---|
${rows.join('\n')}
`;
}

function commandLinePage(): string {
  const program = buildProgram();
  const sections = program.commands.flatMap((command) => [
    section(command.name(), command),
    ...command.commands.map((sub) => section(`${command.name()} ${sub.name()}`, sub)),
  ]);
  return `# Command line

${GENERATED}

\`\`\`text
${helpOf(program)}
\`\`\`

Results go to standard output or to \`--out\`; words and progress go to standard error, and a progress
bar appears only on a terminal. Exit codes: ${EXIT.done} done; ${EXIT.bug} a fault of the program;
${EXIT.refused} input or usage at fault, nothing was done; ${EXIT.partly} done, but some inputs were refused.

${sections.join('\n')}`;
}

function section(name: string, command: Command): string {
  return `## standpoint ${name}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;
}

/** The help as it is printed, examples included. */
function helpOf(command: Command): string {
  let written = '';
  command.configureOutput({ writeOut: (text) => (written += text), getOutHelpWidth: () => 100 });
  command.outputHelp();
  return written.trimEnd();
}
