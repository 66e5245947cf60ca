import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../analysis/resources/index.js';

/** A picture of the guide. */
export interface Picture {
  /** Absolute path of the file. */
  readonly path: string;
  /** Pixels; a page that states them does not jump when the picture arrives. */
  readonly width: number;
  readonly height: number;
}

/** Folder of the pictures, from the root of the package. */
export const PICTURE_FOLDER = 'docs/images';

const NAME = /^[a-z0-9-]+\.(?:png|svg)$/;

/** Where a PNG states its width and height: the first chunk is always the header (RFC 2083, section 11.2.1). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

let known: ReadonlyMap<string, Picture> | null = null;

/** Every picture of the guide by file name, as the folder held them when first asked: no other name is served. */
export function pictures(): ReadonlyMap<string, Picture> {
  known ??= new Map(
    readdirSync(join(packageRoot(), PICTURE_FOLDER))
      .filter((name) => NAME.test(name))
      .sort()
      .map((name) => [name, readPicture(join(packageRoot(), PICTURE_FOLDER, name))]),
  );
  return known;
}

/** Where an SVG of ours states its size: in the attributes of its root. */
const SVG_SIZE = /^<svg [^>]*?\bwidth="(\d+)" height="(\d+)"/;

function readPicture(path: string): Picture {
  const bytes = readFileSync(path);
  if (path.endsWith('.svg')) {
    const [, width, height] = SVG_SIZE.exec(bytes.toString('utf8')) ?? [];
    return { path, width: Number(width), height: Number(height) };
  }
  return { path, width: bytes.readUInt32BE(WIDTH_AT), height: bytes.readUInt32BE(HEIGHT_AT) };
}
