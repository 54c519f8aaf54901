/** A document of the load, as the writer believes it to be. */
export interface Row {
  /** Unique over the collection. */
  code: string;
  n: number;
}

/** What one writer believes is stored: its documents by key, and its ledger entries. Nobody else writes these keys. */
export interface WriterState {
  rows: Record<string, Row>;
  ledger: string[];
}

/** One change of the load: what it does to the state, in steps that may each be there or not after a kill. */
export type Change =
  | { kind: 'insert'; key: string; row: Row }
  | { kind: 'insertMany'; rows: [string, Row][] }
  | { kind: 'update'; key: string; row: Row }
  | { kind: 'delete'; key: string }
  | { kind: 'transaction'; key: string; row: Row; entry: string };

/**
 * The states a kill in the middle of the change may leave, from "not begun" to "done". A transaction has no middle;
 * an insert of many is done document by document.
 */
export function possibleStates(state: WriterState, change: Change): WriterState[] {
  switch (change.kind) {
    case 'insert':
    case 'update':
      return [state, withRows(state, [[change.key, change.row]])];
    case 'insertMany':
      return [state, ...change.rows.map((_row, i) => withRows(state, change.rows.slice(0, i + 1)))];
    case 'delete':
      return [state, withoutRow(state, change.key)];
    case 'transaction': {
      const after = withRows(state, [[change.key, change.row]]);
      return [state, { ...after, ledger: [...state.ledger, change.entry] }];
    }
  }
}

/** The state when the change was acknowledged. */
export function stateAfter(state: WriterState, change: Change): WriterState {
  return possibleStates(state, change).at(-1) as WriterState;
}

/** Two states as text that is equal when they are. */
export function stateText({ rows, ledger }: WriterState): string {
  return JSON.stringify([Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)), [...ledger].sort()]);
}

function withRows(state: WriterState, rows: [string, Row][]): WriterState {
  return { ...state, rows: { ...state.rows, ...Object.fromEntries(rows) } };
}

function withoutRow(state: WriterState, key: string): WriterState {
  const { [key]: _gone, ...rows } = state.rows;
  return { ...state, rows };
}
