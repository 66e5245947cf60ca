import { InputError } from '../article/index.js';

/** A record of a table: its cells, and its number as spreadsheets count, the header being 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What may stand between cells; which it is, the header shows. */
const DELIMITERS = [',', ';', '\t'] as const;

const LINE_END = /\r\n|[\r\n]/u;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The records of a table as spreadsheets save it: RFC 4180 with commas, semicolons or tabs, with or
 * without byte order mark, with any line ends. Records without any text are left out.
 * @throws InputError `bad-table` where a quotation mark is never closed.
 */
export function readDelimited(text: string): TableRow[] {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const reader = new TableReader(content, delimiterOf(content));
  const rows: TableRow[] = [];
  for (let number = 1; !reader.isAtEnd; number++) {
    const cells = reader.readRecord(number);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells });
  }
  return rows;
}

/** The delimiter that the first line has most of; a comma where it has none. */
function delimiterOf(content: string): string {
  const [header = ''] = content.split(LINE_END, 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

class TableReader {
  private at = 0;

  constructor(
    private readonly content: string,
    private readonly delimiter: string,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.content.length;
  }

  /** The cells up to the next line end outside quotation marks, and past it. */
  readRecord(number: number): string[] {
    const cells = [this.readCell(number)];
    while (this.content[this.at] === this.delimiter) {
      this.at++;
      cells.push(this.readCell(number));
    }
    this.passLineEnd();
    return cells;
  }

  private passLineEnd(): void {
    if (this.content.startsWith('\r\n', this.at)) this.at += 2;
    else this.at++;
  }

  private readCell(number: number): string {
    return this.content[this.at] === '"' ? this.readQuoted(number) + this.readBare() : this.readBare();
  }

  /** What stands between quotation marks, two of which inside are one. */
  private readQuoted(number: number): string {
    const parts: string[] = [];
    do {
      const end = this.content.indexOf('"', this.at + 1);
      if (end < 0) throw unclosed(number);
      parts.push(this.content.slice(this.at + 1, end));
      this.at = end + 1;
    } while (this.content[this.at] === '"');
    return parts.join('"');
  }

  private readBare(): string {
    const start = this.at;
    while (!this.isAtEnd && !this.endsCell(this.content[this.at])) this.at++;
    return this.content.slice(start, this.at);
  }

  private endsCell(character: string | undefined): boolean {
    return character === this.delimiter || character === '\r' || character === '\n';
  }
}

function unclosed(number: number): InputError {
  return new InputError(
    'bad-table',
    `Row ${number}: a quotation mark is opened and never closed`,
    'Open the file in a spreadsheet and save it as CSV again.',
  );
}
