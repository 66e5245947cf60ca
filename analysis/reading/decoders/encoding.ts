import { isUtf8 } from 'node:buffer';
import { InputError } from '../../article/index.js';

/** Bytes that are enough to tell an encoding or binary content. */
const SAMPLE = 65_536;

/** Of the bytes at odd (or even) places that UTF-16 leaves zero in Latin text; natural text has none. */
const UTF16_ZEROS = 0.4;

/** Bytes that are enough to see whether every other one is zero; even. */
const UTF16_SAMPLE = 4_096;

/** Share of control characters beyond which content is no text; a stray form feed is. */
const MAX_CONTROL_SHARE = 0.05;

/** Encodings whose names the web gives to their supersets (WHATWG Encoding Standard). */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['ascii', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['latin1', 'windows-1252'],
]);

/**
 * Text of bytes: by byte order mark, UTF-16 without one, UTF-8 where it is valid, the encoding that
 * the content declares, and else the likeliest one.
 */
export async function decodeText(bytes: Uint8Array, declared: string | null = null): Promise<string> {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding) return decodeAs(bytes, encoding);
  // Accented letters that happen to form valid UTF-8 throughout are practically unknown.
  return validUtf8(bytes) ?? decodeAs(bytes, (await supported(declared)) ?? (await likeliest(bytes)));
}

/** The same bytes in UTF-8, where a mark says that they are UTF-16. */
export async function asUtf8(bytes: Uint8Array): Promise<Uint8Array> {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  return encoding?.startsWith('utf-16') ? Buffer.from(await decodeAs(bytes, encoding), 'utf8') : bytes;
}

/** Refuses bytes that are no text, whatever their name says. */
export async function refuseBinary(bytes: Uint8Array): Promise<void> {
  if (markedEncoding(bytes) ?? unmarkedUtf16(bytes)) return;
  const controls = controlShare(bytes);
  // Nearly every file is text: the tables of all other types are loaded only on suspicion.
  if (controls === 0 && !TEXTUAL_BINARY.test(startOf(bytes))) return;
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE));
  if (type && !isTextual(type.mime))
    refuse(`It holds ${type.ext.toUpperCase()} data (${type.mime}), not text.`);
  if (controls > MAX_CONTROL_SHARE) refuse('It holds binary data, not text.');
}

/** Formats that are not text but may be written in printable characters only. */
const TEXTUAL_BINARY = /^(?:%PDF|%!PS|\{\\rtf|PK|GIF8)/u;

function startOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, 8));
}

function refuse(reason: string): never {
  throw new InputError(
    'binary-content',
    reason,
    'Save the article as plain text, Markdown, HTML or JSONL and read that file.',
  );
}

function isTextual(mime: string): boolean {
  return mime.startsWith('text/') || mime.endsWith('xml') || mime.endsWith('json');
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return sample.length === 0 ? 0 : controls / sample.length;
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > UTF16_ZEROS && even < 0.01) return 'utf-16le';
  if (even > UTF16_ZEROS && odd < 0.01) return 'utf-16be';
  return null;
}

function validUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? bufferOf(bytes).toString('utf8') : null;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function supported(declared: string | null): Promise<string | null> {
  if (!declared || /^utf-?(8|16)/i.test(declared)) return null;
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(declared) ? declared : null;
}

async function likeliest(bytes: Uint8Array): Promise<string> {
  const { default: chardet } = await import('chardet');
  const name = chardet.detect(bytes.subarray(0, SAMPLE)) ?? 'windows-1252';
  return (await supported(name)) ?? 'windows-1252';
}

async function decodeAs(bytes: Uint8Array, encoding: string): Promise<string> {
  const name = SUPERSETS.get(encoding.toLowerCase()) ?? encoding;
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bufferOf(bytes), name);
}
