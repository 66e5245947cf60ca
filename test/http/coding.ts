import { parse } from 'csv-parse/sync';
import { toCsv } from '../../analysis/report/index.js';
import type { LibraryServer } from './library-server.js';

/** A row of a table by the names in its header. */
export type CodedRow = Record<string, string>;

/** The rows of a CSV that the server makes. */
export async function tableAt({ get }: Pick<LibraryServer, 'get'>, path: string): Promise<CodedRow[]> {
  return parse((await get(path)).text, { columns: true, bom: true });
}

/** A coding sheet as a coder brings it back: every row changed. */
export async function filledSheet(
  server: Pick<LibraryServer, 'get'>,
  path: string,
  change: (row: CodedRow, at: number) => void,
): Promise<string> {
  const rows = await tableAt(server, path);
  rows.forEach(change);
  return toCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]);
}
