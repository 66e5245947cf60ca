import { type Output, openOutput } from './output.js';

/** What stands before the first, between two, and after the last result. */
export interface Frame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Results in their frame; without any result nothing is written, and no file appears. */
export interface FramedOutput {
  write(result: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/** Opens standard output or a file for results. Throws InputError `unwritable`. */
export async function openFramed(file: string | undefined, frame: Frame): Promise<FramedOutput> {
  const output: Output = await openOutput(file);
  let isEmpty = true;
  return {
    write: async (result) => {
      await output.write((isEmpty ? frame.before : frame.between) + result);
      isEmpty = false;
    },
    finish: async () => {
      if (isEmpty) return output.abandon();
      if (frame.after !== '') await output.write(frame.after);
      await output.finish();
    },
    abandon: () => output.abandon(),
  };
}
