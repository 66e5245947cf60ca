import { InputError } from '../article/index.js';

/**
 * What spreadsheets save as CSV: UTF-8, “Unicode text” as UTF-16, or else the code page of Windows. The
 * beginning of a file may be cut inside a character.
 */
export function decodeSheet(bytes: Uint8Array, part: 'whole' | 'beginning'): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: part === 'beginning' });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** How the files begin that spreadsheet programs save unless asked for CSV: ZIP archives, and those of old Excel. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The text of a file that should be a coding sheet.
 * @throws InputError `workbook` for the file of a spreadsheet program
 */
export function sheetText(file: string, bytes: Uint8Array): string {
  if (WORKBOOKS.some((start) => start.every((byte, at) => bytes[at] === byte))) {
    throw new InputError(
      'workbook',
      `${file} is a workbook, no CSV file`,
      'Open it and save the sheet as “CSV UTF-8” (Excel) or “Text CSV” (LibreOffice), then give that file.',
    );
  }
  return decodeSheet(bytes, 'whole');
}
