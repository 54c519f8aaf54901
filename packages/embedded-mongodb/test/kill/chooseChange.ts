import { below } from '../random.ts';
import type { Change, Row, WriterState } from './model.ts';

/** Keys a writer uses; few, so that documents are changed and deleted often. */
const KEYS_PER_WRITER = 24;

/** The writer's next change, whatever its state allows. `serial` makes every value new. */
export function chooseChange(
  writer: number,
  state: WriterState,
  serial: number,
  random: () => number,
): Change {
  const key = keyOf(writer, below(random, KEYS_PER_WRITER));
  const row = newRow(writer, serial, 0);
  const choice = random();
  if (state.rows[key] === undefined) {
    return choice < 0.6
      ? { kind: 'insert', key, row }
      : { kind: 'insertMany', rows: absentRows(writer, state, serial) };
  }
  if (choice < 0.4) return { kind: 'update', key, row };
  if (choice < 0.7) return { kind: 'transaction', key, row, entry: `${writer}:${serial}` };
  return { kind: 'delete', key };
}

function absentRows(writer: number, state: WriterState, serial: number): [string, Row][] {
  const keys = Array.from({ length: KEYS_PER_WRITER }, (_, i) => keyOf(writer, i));
  const absent = keys.filter((key) => state.rows[key] === undefined).slice(0, 5);
  return absent.map((key, i) => [key, newRow(writer, serial, i)]);
}

function keyOf(writer: number, index: number): string {
  return `${writer}:${index}`;
}

function newRow(writer: number, serial: number, place: number): Row {
  return { code: `${writer}-${serial}-${place}`, n: serial % 50 };
}
