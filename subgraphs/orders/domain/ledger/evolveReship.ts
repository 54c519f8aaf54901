import { eachLine } from './choices.ts';
import type { UnitEvent, UnitEvents } from './events.ts';
import type { Ledger, Run } from './ledger.ts';
import { changeRuns, moveUnits, type Test } from './runs.ts';

type ReshipMove = Extract<UnitEvent, { type: 'ReshipAsked' | 'Reshipped' | 'ReshipRefused' }>;

/** What is wrong with units, and the parcel they are or were in. */
export interface Trouble {
  readonly trouble: 'LOST' | 'DAMAGED';
  readonly shipmentId?: string | undefined;
}

/**
 * Which units may be sent again, in the order in which they are taken. LOST: those given up, then those a carrier still
 * has. DAMAGED: those the customer has, then those a carrier has. Their money is neither given back nor waits already.
 */
export function reshipChoices({ trouble, shipmentId }: Trouble): Test[] {
  const free: Test = (run) => run.heldBy === undefined && run.grantedBy === undefined;
  const inParcel: Test = (run) =>
    shipmentId === undefined || run.shipmentId === undefined || run.shipmentId === shipmentId;
  const at = (place: Run['place']): Test => {
    return (run) => run.place === place && free(run) && inParcel(run) && run.money.outs.length === 0;
  };
  return trouble === 'LOST' ? [at('LOST'), at('SHIPPED')] : [at('DELIVERED'), at('SHIPPED'), at('LOST')];
}

/** Folds one event about units that are to be sent again. */
export function evolveReship(ledger: Ledger, event: ReshipMove): Ledger {
  switch (event.type) {
    case 'ReshipAsked':
      return asked(ledger, event.data);
    case 'Reshipped': {
      const { causeId } = event.data;
      return changeRuns(ledger, isHeldBy(causeId), written(causeId));
    }
    case 'ReshipRefused': {
      const { causeId } = event.data;
      // What is lost goes back by itself; what arrived broken is to be given back.
      const freed = (run: Run): Run =>
        run.place === 'LOST' ? { ...run, heldBy: undefined, causeId } : written(causeId)(run);
      return changeRuns(ledger, isHeldBy(causeId), freed);
    }
    default:
      return event satisfies never;
  }
}

export const isHeldBy =
  (causeId: string): Test =>
  (run) =>
    run.heldBy === causeId;

const written =
  (causeId: string) =>
  (run: Run): Run => ({ ...run, heldBy: undefined, grantedBy: causeId });

function asked(ledger: Ledger, { units, causeId, ...trouble }: UnitEvents['ReshipAsked']): Ledger {
  const choices = reshipChoices(trouble);
  const change = (run: Run): Run => ({
    ...{ ...run, heldBy: causeId, fault: true },
    ...(run.place === 'SHIPPED' ? { place: 'LOST' as const, causeId } : {}),
  });
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
}
