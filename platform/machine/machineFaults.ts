import type { MachineTable } from './machineTable.ts';

/** Everything wrong with a table, as sentences; empty when it is sound. */
export function machineFaults<S extends string>(table: MachineTable<S>): string[] {
  const states = Object.keys(table.transitions) as S[];
  const known = new Set<string>(states);
  const faults: string[] = [];
  if (!known.has(table.initial)) faults.push(`the initial state ${table.initial} is unknown`);
  for (const state of table.final) if (!known.has(state)) faults.push(`the final state ${state} is unknown`);
  for (const from of states) {
    for (const to of table.transitions[from]) {
      if (!known.has(to)) faults.push(`${from} leads to the unknown state ${to}`);
    }
    if (new Set(table.transitions[from]).size !== table.transitions[from].length) {
      faults.push(`${from} names a successor twice`);
    }
  }
  const reached = reach([table.initial], (state) => table.transitions[state] ?? []);
  for (const state of states) if (!reached.has(state)) faults.push(`${state} cannot be reached`);
  const leadsToEnd = reach(table.final, (state) =>
    states.filter((from) => table.transitions[from].includes(state)),
  );
  for (const state of states) if (!leadsToEnd.has(state)) faults.push(`${state} is a dead end`);
  return faults;
}

function reach<S extends string>(starts: readonly S[], next: (state: S) => readonly S[]): Set<S> {
  const seen = new Set<S>(starts);
  const open = [...starts];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const following of next(state)) {
      if (seen.has(following)) continue;
      seen.add(following);
      open.push(following);
    }
  }
  return seen;
}
