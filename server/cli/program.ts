import { Command, type CommanderError } from 'commander';
import { InputError } from '../../analysis/article/index.js';
import { analyzeCommand } from './analyze.js';
import { checkCorpusCommand } from './check-corpus.js';
import { evaluateCommand } from './evaluate.js';
import { migrateCommand } from './migrate.js';
import { parseCommand } from './parse.js';
import { sampleCommand } from './sample.js';
import { serveCommand } from './serve.js';
import { trainCommand } from './train.js';
import { workerCommand } from './worker.js';

/** The commands in the order of the help. What they do is imported when they run. */
const COMMANDS: readonly (() => Command)[] = [
  analyzeCommand,
  parseCommand,
  serveCommand,
  workerCommand,
  migrateCommand,
  checkCorpusCommand,
  sampleCommand,
  evaluateCommand,
  trainCommand,
];

const EXAMPLES = `
Examples:
  standpoint analyze article.txt                 a framing report in the terminal
  standpoint analyze articles/ --format csv --out paragraphs.csv
  standpoint serve                               the library in the browser

Exit codes:
  0  done
  1  a fault of the program
  2  input or usage at fault, nothing was done
  3  done, but some inputs were refused, each named with its reason`;

/** The whole command line. Throws InputError where a person mistyped. */
export function buildProgram(): Command {
  const program = new Command('standpoint')
    .description(
      'Scores how news paragraphs frame a target, says who speaks, and shows viewpoints side by side.',
    )
    .usage('COMMAND [options]')
    .option('-V, --version', 'print the version')
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments()
    .action(withoutCommand);
  for (const command of COMMANDS) program.addCommand(command());
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...commands]) {
    command.configureOutput({ outputError: () => undefined }).exitOverride(rethrow);
  }
  return program;
}

async function withoutCommand(options: { version?: boolean }, program: Command): Promise<void> {
  const [unknown] = program.args;
  if (unknown !== undefined) {
    const names = program.commands.map((command) => command.name()).join(', ');
    throw new InputError('usage', `There is no command "${unknown}"`, `Commands are: ${names}.`);
  }
  if (!options.version) {
    process.stderr.write(program.helpInformation());
    throw new InputError('usage', 'No command was given', 'Name one, or see `standpoint --help`.');
  }
  const { programVersion } = await import('../../analysis/report/index.js');
  process.stdout.write(`${programVersion()}\n`);
}

/** Commander's faults as ours; the end after `--help` stays what it is, with exit code 0. */
function rethrow(error: CommanderError): never {
  if (error.exitCode === 0) throw error;
  const message = error.message.replace(/^error: /, '');
  throw new InputError('usage', message, 'See `standpoint --help`, or `standpoint COMMAND --help`.');
}
