import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_HEAD = 46;
const LOCAL_HEAD = 30;

/** The files of a ZIP file as text, by path; read from its directory, as every unpacker does. */
export function unzip(zip: Buffer): Record<string, string> {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('a damaged ZIP file');
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + ENTRY_HEAD, at + ENTRY_HEAD + name);
    const start = local + LOCAL_HEAD + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files[path] = inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    at += ENTRY_HEAD + name + extra + comment;
  }
  return files;
}
