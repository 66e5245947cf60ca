import { InputError, type Reading } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { readingOfPage } from './assemble.js';
import { refuseBinary } from './decoders/index.js';
import { formatOf } from './format.js';
import { refuseBeyond } from './limits.js';
import { isCalendarDate } from './metadata/calendar.js';
import type { Hints, ReadInput, ReadOutcome } from './outcome.js';

/**
 * Reads one file: an outcome for each article in it, in order. What cannot be read comes as a
 * refusal with its reason and the next step; anything thrown is a bug.
 */
export async function* readBytes(input: ReadInput, resources: Resources): AsyncGenerator<ReadOutcome> {
  try {
    yield* readChecked(input, resources);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield {
      ok: false,
      file: input.file,
      index: 0,
      code: error.code,
      reason: error.message,
      hint: error.hint,
    };
  }
}

async function* readChecked(input: ReadInput, resources: Resources): AsyncGenerator<ReadOutcome> {
  const { file, bytes } = input;
  const entry = formatOf(input);
  refuseBeyond(bytes.length, entry.limit, 'The file');
  if (isBlank(bytes)) throw empty('The file is empty.');
  await refuseBinary(bytes);
  const hints = checkedHints(input.hints ?? {});
  const decoder = await entry.load();
  if (decoder.holds === 'records') {
    for (const record of await decoder.decode(bytes, file))
      yield 'ok' in record ? record : { ok: true, reading: record };
    return;
  }
  const page = await decoder.decode(bytes);
  const reading = await readingOfPage(page, { source: { file, index: 0 }, hints, resources });
  if (reading === null) throw empty('No text of an article was found in the file.');
  yield { ok: true, reading } satisfies { ok: true; reading: Reading };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function empty(reason: string): InputError {
  return new InputError(
    'empty-file',
    reason,
    'Check that the file was saved completely, or paste the text of the article.',
  );
}

function checkedHints(hints: Hints): Hints {
  if (hints.published === undefined || isCalendarDate(hints.published)) return hints;
  throw new InputError(
    'bad-date',
    `The stated date "${hints.published.slice(0, 40)}" is no day of the calendar.`,
    'Write the date as YYYY-MM-DD, or leave it out.',
  );
}
