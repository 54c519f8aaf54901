import type { LedgerEvent, SourcedUnits, UnitEvents } from './events.ts';
import { evolveMoney } from './evolveMoney.ts';
import { evolveUnits } from './evolveUnits.ts';
import { noMoney, type Ledger, type Lot, type Run } from './ledger.ts';

/** Folds one event into a ledger. A fact of other subgraphs counts once per cause. */
export function evolveLedger(ledger: Ledger | undefined, event: LedgerEvent): Ledger {
  if (event.type === 'Placed') return placed(event.data);
  if (ledger === undefined) throw new Error(`${event.type} cannot be the first event of a ledger.`);
  switch (event.type) {
    case 'MeansAdded':
    case 'MeansAnswered':
    case 'MeansLapsed':
    case 'MovementAsked':
    case 'MovementAnswered':
    case 'PaymentReceived':
    case 'CreditMoved':
    case 'Waived':
    case 'Escalated':
      return evolveMoney(ledger, event);
    case 'UnitsAdded':
      return once(ledger, event, (now) =>
        withLots(now, event.data.lots, event.data.sources, event.data.causeId),
      );
    case 'DeliveryReplaced':
      return once(ledger, event, (now) => withDelivery(now, event.data));
    default:
      return once(ledger, event, (now) => evolveUnits(now, event));
  }
}

export const evolveAll = (ledger: Ledger, events: readonly LedgerEvent[]): Ledger =>
  events.reduce<Ledger>((now, event) => evolveLedger(now, event), ledger);

/** Name under which a fact is remembered as counted. */
export const causeOf = (event: { type: string; data: { causeId: string } }): string =>
  `${event.type}:${event.data.causeId}`;

function once(
  ledger: Ledger,
  event: { type: string; data: { causeId: string } },
  apply: (ledger: Ledger) => Ledger,
): Ledger {
  const cause = causeOf(event);
  if (ledger.causes.includes(cause)) return ledger;
  const next = apply(ledger);
  return { ...next, causes: [...next.causes, cause] };
}

function placed(data: UnitEvents['Placed']): Ledger {
  const { orderId, currency, dueWhen, renewBeforeMs, lots, sources } = data;
  const empty: Ledger = {
    ...{ orderId, currency, dueWhen, confirmed: false, lots: [], runs: [] },
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    ...{ means: [], movements: [], creditMinor: 0, causes: [], escalated: [] },
  };
  return withLots(empty, lots, sources, orderId);
}

/** Adds lots, each with its units; units no source is named for are awaited from nowhere known. */
export function withLots(
  ledger: Ledger,
  lots: readonly Lot[],
  sources: readonly SourcedUnits[],
  causeId: string,
): Ledger {
  const runs = lots.flatMap((lot) =>
    lot.kind === 'GOODS' ? goods(lot, sources, causeId) : [charge(lot, causeId)],
  );
  return { ...ledger, lots: [...ledger.lots, ...lots], runs: [...ledger.runs, ...runs] };
}

function withDelivery(ledger: Ledger, { lot, causeId }: UnitEvents['DeliveryReplaced']): Ledger {
  const lots = ledger.lots.map((each) =>
    each.kind === 'DELIVERY' ? { ...each, keepMinor: 0, replaced: true } : each,
  );
  return withLots({ ...ledger, lots }, [lot], [], causeId);
}

const charge = (lot: Lot, causeId: string): Run => ({
  ...{ lotId: lot.lotId, lineId: '', from: 0, to: 1, place: 'CHARGE', causeId, money: noMoney },
});

function goods(lot: Lot, sources: readonly SourcedUnits[], causeId: string): Run[] {
  const { lotId, lineId, quantity } = lot;
  const runs: Run[] = [];
  let from = 0;
  const add = (units: number, source: SourcedUnits['source'] | undefined): void => {
    const to = Math.min(quantity, from + units);
    if (to === from) return;
    const place = source === undefined || source.awaited ? ('AWAITED' as const) : ('RESERVED' as const);
    runs.push({ lotId, lineId, from, to, place, source, causeId, money: noMoney });
    from = to;
  };
  for (const each of sources) if (each.lotId === lotId) add(each.quantity, each.source);
  add(quantity - from, undefined);
  return runs;
}
