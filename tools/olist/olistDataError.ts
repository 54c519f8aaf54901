/** Why a folder of Olist tables cannot be read at all; single bad rows are reported as {@link RowProblem} instead. */
export type OlistDataCode =
  'OLIST_FOLDER_MISSING' | 'OLIST_TABLE_MISSING' | 'OLIST_COLUMN_MISSING' | 'OLIST_TABLE_UNREADABLE';

/** Thrown when the input as a whole is unusable. `message` says what was expected, what came and what to do. */
export class OlistDataError extends Error {
  readonly code: OlistDataCode;
  constructor(code: OlistDataCode, message: string) {
    super(message);
    this.name = 'OlistDataError';
    this.code = code;
  }
}

/** Why one row was left out. */
export type RowProblemCode = 'ROW_FIELD_COUNT' | 'ROW_VALUE_MISSING' | 'ROW_VALUE_BAD' | 'ROW_DUPLICATE';

/** One row left out of a table, with its place, so that no row disappears silently. */
export interface RowProblem {
  readonly table: string;
  /** Line in the file, 1 = header. */
  readonly line: number;
  readonly code: RowProblemCode;
  readonly detail: string;
}
