import type { LineUnits } from './events.ts';
import { isOpen, type Ledger, type Run } from './ledger.ts';
import type { Test } from './runs.ts';

/** Does the same for every line a fact names. */
export const eachLine = <U extends LineUnits>(
  ledger: Ledger,
  units: readonly U[],
  apply: (ledger: Ledger, unit: U) => Ledger,
): Ledger => units.reduce((now, unit) => (unit.quantity > 0 ? apply(now, unit) : now), ledger);

/** Every choice first for units nobody wants back, then for those a cancellation is asked for. */
export const unaskedFirst = (...choices: readonly Test[]): Test[] => [
  ...choices.map((choice) => (run: Run) => run.askId === undefined && choice(run)),
  ...choices,
];

/** Nobody works on them. Those given up for another way are not meant: whoever had them has said so. */
export const nobodys: readonly Test[] = (['RESERVED', 'AWAITED'] as const).map(
  (place) => (run: Run) => run.place === place && run.handedBack !== true,
);
/** Given up for another way; a fact of other work means them only if there is nothing else it can mean. */
export const handedBack: Test = (run) => run.place === 'RESERVED' && run.handedBack === true;
export const otherHands: Test = (run) =>
  run.place === 'AT_WORK' || run.place === 'PICKED' || run.place === 'PACKED';

/** The places a unit can leave from; what was cancelled comes last: goods that left have left, whatever was said. */
export const leaving = (mine: Test): Test[] => [
  ...unaskedFirst(
    (run) => mine(run) && run.place === 'PACKED',
    (run) => mine(run) && isOpen(run.place),
  ),
  ...unaskedFirst(...nobodys),
  ...unaskedFirst(otherHands),
  handedBack,
  (run) => mine(run) && run.place === 'CANCELLED',
  (run) => run.place === 'CANCELLED',
];

/** A unit as the work has it that it turned out to belong to. */
export const takenBy = (run: Run, workId: string | undefined): Run =>
  workId === undefined || run.workId === workId
    ? run
    : {
        ...run,
        workId,
        takenFrom: run.workId !== undefined && isOpen(run.place) ? run.workId : run.takenFrom,
      };
