/** What a cell may hold; null is written as nothing. */
export type Cell = string | number | boolean | readonly string[] | null;

/**
 * `category` is a text out of a fixed set; `list` holds texts joined by `;`; `logical` is TRUE or
 * FALSE; `date` is ISO 8601.
 */
export type ColumnType = 'text' | 'category' | 'integer' | 'number' | 'logical' | 'date' | 'list';

/** One column of a table: header, codebook entry and tooltip come from here. */
export interface Column<Row> {
  /** Lower case with underscores, unique within its table. */
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Unit and range, or the values allowed. */
  readonly values: string;
  readonly value: (row: Row) => Cell;
}
