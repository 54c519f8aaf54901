import { codedError } from '../errors/codedError.ts';
import { machineFaults } from './machineFaults.ts';
import type { MachineTable } from './machineTable.ts';

/** A validated table and the questions one asks it. */
export interface Machine<S extends string> {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  /** The states that may follow `from`, in the order of the table. */
  allowedTransitions(from: S): readonly S[];
  can(from: S, to: S): boolean;
  isFinal(state: S): boolean;
  /** Throws INVALID_TRANSITION unless the table allows the step. */
  requireTransition(from: S, to: S): void;
}

/** Check a table and build its machine. Throws at boot, naming every fault: unknown, unreachable, dead-end states. */
export function defineMachine<S extends string>(table: MachineTable<S>): Machine<S> {
  const faults = machineFaults(table);
  if (faults.length > 0) throw new Error(`State machine ${table.name} is wrong: ${faults.join('; ')}.`);
  const allowedTransitions = (from: S): readonly S[] => table.transitions[from] ?? [];
  const can = (from: S, to: S): boolean => allowedTransitions(from).includes(to);
  return Object.freeze({
    name: table.name,
    initial: table.initial,
    states: Object.freeze(Object.keys(table.transitions) as S[]),
    allowedTransitions,
    can,
    isFinal: (state: S) => table.final.includes(state),
    requireTransition: (from: S, to: S) => {
      if (can(from, to)) return;
      const allowed = allowedTransitions(from);
      throw codedError(
        'INVALID_TRANSITION',
        `${table.name} is ${from} and cannot become ${to}; ${allowed.length === 0 ? 'this state is final' : `it may become ${allowed.join(', ')}`}.`,
        { machine: table.name, from, to, allowed },
      );
    },
  });
}
