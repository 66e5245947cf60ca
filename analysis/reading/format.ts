import type { FormatEntry } from './decoders/decoder.js';
import { formats } from './decoders/index.js';
import type { Format, ReadInput } from './outcome.js';

/** Bytes that tell markup from text. */
const SAMPLE = 2_048;

const HTML_START = /^\s*(?:<!doctype html|<html|<head|<body|<!--|<\?xml[^>]{0,100}>\s*<!doctype html)/iu;
const HTML_TAGS = /<(?:p|div|article|h1|meta|title)[\s>]/giu;
const JSON_START = /^\s*\{\s*"/u;

/** Tags that must stand near the start for a file of another name to count as HTML. */
const MIN_TAGS = 3;

/** The entry of the format that a file is to be read as: asked for, by name, or by content. */
export function formatOf({ file, bytes, format = 'auto' }: ReadInput): FormatEntry {
  const name = format === 'auto' ? (byName(file) ?? byContent(bytes)) : format;
  const entry = formats.find((candidate) => candidate.format === name);
  if (!entry) throw new Error(`no decoder for the format ${name}`);
  return entry;
}

/** A name ending in .txt says little: pages are saved under it, so the content decides there. */
function byName(file: string): Format | null {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const extension = base.includes('.') ? base.slice(base.lastIndexOf('.') + 1).toLowerCase() : '';
  const found = formats.find(({ extensions }) => extensions.includes(extension))?.format ?? null;
  return found === 'text' ? null : found;
}

function byContent(bytes: Uint8Array): Format {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE)).replaceAll('\0', '');
  if (HTML_START.test(start)) return 'html';
  if (JSON_START.test(start)) return 'jsonl';
  return (start.match(HTML_TAGS)?.length ?? 0) >= MIN_TAGS ? 'html' : 'text';
}
