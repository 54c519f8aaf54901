import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { OlistDataError } from './olistDataError.ts';
import type { RowProblem, RowProblemCode } from './olistDataError.ts';

/** A row as text, in the order of the columns asked for; throws {@link BadRow} to refuse the row. */
export type RowReader = (fields: readonly string[], line: number) => void;

/** Thrown by a row reader: the row is left out and listed, reading goes on. */
export class BadRow extends Error {
  readonly code: RowProblemCode;
  constructor(code: RowProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Whether a table's file is there. */
export async function tableExists(folder: string, table: string): Promise<boolean> {
  return stat(join(folder, `${table}.csv`)).then(
    (info) => info.isFile(),
    () => false,
  );
}

/**
 * Streams one table, giving each row's wanted columns whatever their order in the file; further columns are
 * ignored. Memory does not grow with the file.
 *
 * @throws OlistDataError when the file is missing, lacks a column or is no CSV at all.
 */
export async function readRows(
  folder: string,
  table: string,
  columns: readonly string[],
  onRow: RowReader,
  problems: RowProblem[],
): Promise<void> {
  if (!(await tableExists(folder, table))) {
    throw new OlistDataError(
      'OLIST_TABLE_MISSING',
      `Expected the table ${table}.csv in ${folder}, found no such file.`,
    );
  }
  const source = createReadStream(join(folder, `${table}.csv`));
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let places: number[] | undefined;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!places) {
        places = locate(table, columns, record);
        width = record.length;
        continue;
      }
      const line = info.lines;
      if (record.length !== width) {
        problems.push({
          table,
          line,
          code: 'ROW_FIELD_COUNT',
          detail: `${record.length} fields, header has ${width}`,
        });
        continue;
      }
      try {
        onRow(
          places.map((at) => record[at]!),
          line,
        );
      } catch (error) {
        if (!(error instanceof BadRow)) throw error;
        problems.push({ table, line, code: error.code, detail: error.message });
      }
    }
  } catch (error) {
    if (error instanceof OlistDataError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OlistDataError('OLIST_TABLE_UNREADABLE', `${table}.csv cannot be read as CSV: ${reason}`);
  }
  if (!places)
    throw new OlistDataError('OLIST_COLUMN_MISSING', `${table}.csv is empty: not even a header line.`);
}

function locate(table: string, columns: readonly string[], header: readonly string[]): number[] {
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new OlistDataError(
      'OLIST_COLUMN_MISSING',
      `${table}.csv lacks the column(s) ${missing.join(', ')}; its header has ${header.join(', ')}.`,
    );
  }
  return columns.map((name) => header.indexOf(name));
}
