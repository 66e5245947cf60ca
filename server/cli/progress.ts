import { printable } from '../../analysis/report/index.js';

/** Words and progress on standard error; results never go there. */
export interface Progress {
  /** Told how many bytes of the inputs were read. */
  readonly onBytes: (count: number) => void;
  readonly onArticle: () => void;
  /** A line that stays, above the bar where there is one. */
  readonly say: (line: string) => void;
  readonly stop: () => void;
}

/** A bar over the bytes of the inputs on a terminal; elsewhere words only. */
export async function startProgress(totalBytes: number): Promise<Progress> {
  const say = (line: string) => process.stderr.write(`${printable(line)}\n`);
  if (!process.stderr.isTTY || totalBytes < WORTH_A_BAR) {
    return { onBytes: () => undefined, onArticle: () => undefined, say, stop: () => undefined };
  }
  const { SingleBar, Presets } = await import('cli-progress');
  let articles = 0;
  const format = ' {bar} {percentage}% | {articles} articles | {eta_formatted} left';
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  bar.start(totalBytes, 0, { articles });
  return {
    onBytes: (count) => bar.increment(count),
    onArticle: () => bar.update({ articles: ++articles }),
    say: (line) => {
      process.stderr.write(CLEAR_LINE);
      say(line);
    },
    stop: () => bar.stop(),
  };
}

/** Bytes that take a second or more. */
const WORTH_A_BAR = 100_000;

const CLEAR_LINE = '\r\u001B[K';
