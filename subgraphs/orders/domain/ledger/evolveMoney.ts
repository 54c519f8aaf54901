import { cumulative } from './apportion.ts';
import type { MoneyEvent, MoneyEvents } from './events.ts';
import type { Ledger, Means, Movement, Part, Run, RunMoney } from './ledger.ts';
import { lotOf, payableOf } from './lots.ts';
import { changeUnits, joined } from './runs.ts';

/** Folds one event about money. Amounts beyond what units or means can bear are faults of the decision: it throws. */
export function evolveMoney(ledger: Ledger, event: MoneyEvent): Ledger {
  switch (event.type) {
    case 'MeansAdded': {
      const known = ledger.means.some((each) => each.meansId === event.data.means.meansId);
      return known ? ledger : { ...ledger, means: inPayingOrder(ledger.means, event.data.means) };
    }
    case 'MeansAnswered':
      return answeredMeans(ledger, event.data);
    case 'MeansLapsed':
      return withMeans(ledger, event.data.meansId, (means) => ({
        ...means,
        voidedMinor: means.voidedMinor + availableOf(ledger, means),
      }));
    case 'MovementAsked':
      return asked(ledger, event.data);
    case 'MovementAnswered':
      return answered(ledger, event.data);
    case 'PaymentReceived':
      return received(ledger, event.data);
    case 'CreditMoved':
      return moved(ledger, event.data);
    case 'Waived':
      return event.data.parts.reduce(
        (now, part) =>
          onRun(now, part, (run) => ({ ...run, waivedMinor: run.waivedMinor + part.amountMinor })),
        ledger,
      );
    case 'Escalated': {
      const name = `${event.data.kind}:${event.data.causeId}`;
      return ledger.escalated.includes(name) ? ledger : { ...ledger, escalated: [...ledger.escalated, name] };
    }
    default:
      return event satisfies never;
  }
}

/** Means in the order in which they pay: gift cards before whatever is paid outside, others as they come. */
function inPayingOrder(means: readonly Means[], added: Means): Means[] {
  const at = added.method === 'GIFT_CARD' ? means.findIndex(({ kind }) => kind === 'OUTSIDE') : -1;
  return at < 0 ? [...means, added] : [...means.slice(0, at), added, ...means.slice(at)];
}

const pendingOf = (ledger: Ledger, meansId: string, refunds: boolean): number => {
  let sum = 0;
  for (const { meansId: of, state, kind, amountMinor } of ledger.movements)
    if (of === meansId && state === 'PENDING' && (kind === 'REFUND') === refunds) sum += amountMinor;
  return sum;
};

/** What a means still holds for us: not captured, not freed, and no movement is under way for it. */
export const availableOf = (ledger: Ledger, means: Means): number =>
  means.state !== 'READY'
    ? 0
    : means.authorisedMinor -
      means.capturedMinor -
      means.voidedMinor -
      pendingOf(ledger, means.meansId, false);

/** What can go back to a means. */
export const returnableTo = (ledger: Ledger, means: Means): number =>
  means.capturedMinor - means.refundedMinor - pendingOf(ledger, means.meansId, true);

const withMeans = (ledger: Ledger, meansId: string, change: (means: Means) => Means): Ledger => ({
  ...ledger,
  means: ledger.means.map((means) => (means.meansId === meansId ? change(means) : means)),
});

const answeredMeans = (
  ledger: Ledger,
  { meansId, approved, expiresAtMs }: MoneyEvents['MeansAnswered'],
): Ledger =>
  withMeans(ledger, meansId, (means) =>
    means.state !== 'PENDING' ? means : { ...means, state: approved ? 'READY' : 'FAILED', expiresAtMs },
  );

/** Changes the money of exactly the units of a part. */
const onRun = (ledger: Ledger, part: Part, change: (money: RunMoney) => RunMoney): Ledger =>
  changeUnits(ledger, part, (run) => {
    if (run.from !== part.from || run.to !== part.to)
      throw new Error('A part of money spans units that differ.');
    return { ...run, money: change(run.money) };
  });

function asked(ledger: Ledger, data: MoneyEvents['MovementAsked']): Ledger {
  const { movementId, kind, meansId, amountMinor, causeId, parts, atMs, goodwill, ofCredit } = data;
  if (ledger.movements.some((each) => each.movementId === movementId)) return ledger;
  const flight = (part: Part) => ({ movementId, amountMinor: part.amountMinor });
  const next = parts.reduce(
    (now, part) =>
      onRun(now, part, (run) =>
        kind === 'CAPTURE'
          ? { ...run, ins: [...run.ins, flight(part)] }
          : { ...run, outs: [...run.outs, flight(part)] },
      ),
    ledger,
  );
  const movement: Movement = {
    ...{ movementId, kind, meansId, amountMinor, taxMinor: 0, causeId, state: 'PENDING', atMs },
    ...(goodwill === true ? { goodwill } : {}),
    ...(ofCredit === true ? { ofCredit } : {}),
  };
  const creditMinor = ofCredit === true ? ledger.creditMinor - amountMinor : ledger.creditMinor;
  return { ...next, creditMinor, movements: [...next.movements, movement] };
}

function answered(ledger: Ledger, { movementId, approved, atMs }: MoneyEvents['MovementAnswered']): Ledger {
  const movement = ledger.movements.find((each) => each.movementId === movementId);
  if (movement === undefined || movement.state !== 'PENDING') return ledger;
  const landed = land(ledger, movement, approved);
  const done: Movement = {
    ...{ ...movement, atMs, state: approved ? 'SUCCEEDED' : 'FAILED' },
    taxMinor: approved ? Math.abs(netTax(landed) - netTax(ledger)) : 0,
  };
  return { ...landed, movements: landed.movements.map((each) => (each === movement ? done : each)) };
}

function land(ledger: Ledger, movement: Movement, approved: boolean): Ledger {
  const { kind, meansId = '', amountMinor, ofCredit } = movement;
  const runs = joined(
    ledger.lots,
    ledger.runs.map((run) => landOn(run, movement, approved)),
  );
  const next = { ...ledger, runs };
  if (!approved) return ofCredit === true ? { ...next, creditMinor: next.creditMinor + amountMinor } : next;
  return withMeans(next, meansId, (means) => ({
    ...means,
    capturedMinor: means.capturedMinor + (kind === 'CAPTURE' ? amountMinor : 0),
    refundedMinor: means.refundedMinor + (kind === 'REFUND' ? amountMinor : 0),
    voidedMinor: means.voidedMinor + (kind === 'VOID' ? amountMinor : 0),
  }));
}

function landOn(run: Run, { movementId, goodwill }: Movement, approved: boolean): Run {
  const { money } = run;
  if (money.ins.length === 0 && money.outs.length === 0) return run;
  const mine = (flight: { movementId: string }): boolean => flight.movementId === movementId;
  const sum = (flights: RunMoney['ins']): number =>
    flights.filter(mine).reduce((all, flight) => all + flight.amountMinor, 0);
  const [into, out] = approved ? [sum(money.ins), sum(money.outs)] : [0, 0];
  return {
    ...run,
    money: {
      netMinor: money.netMinor + into - out,
      refundedMinor: money.refundedMinor + out,
      waivedMinor: money.waivedMinor + (goodwill === true ? out : 0),
      ins: money.ins.filter((flight) => !mine(flight)),
      outs: money.outs.filter((flight) => !mine(flight)),
    },
  };
}

function received(ledger: Ledger, data: MoneyEvents['PaymentReceived']): Ledger {
  const { movementId, meansId, method, amountMinor, parts, atMs } = data;
  if (ledger.movements.some((each) => each.movementId === movementId)) return ledger;
  const before = ledger.means.find((each) => each.meansId === meansId);
  const base: Means = before ?? {
    ...{ meansId, method, kind: 'OUTSIDE', state: 'READY' },
    ...{ authorisedMinor: 0, capturedMinor: 0, refundedMinor: 0, voidedMinor: 0 },
  };
  const means: Means = {
    ...{ ...base, state: 'READY' },
    authorisedMinor: base.authorisedMinor + amountMinor,
    capturedMinor: base.capturedMinor + amountMinor,
  };
  const paid = parts.reduce(
    (now, part) => onRun(now, part, (run) => ({ ...run, netMinor: run.netMinor + part.amountMinor })),
    ledger,
  );
  const spent = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  const movement: Movement = {
    ...{ movementId, kind: 'RECEIPT', meansId, amountMinor, taxMinor: netTax(paid) - netTax(ledger) },
    ...{ causeId: movementId, state: 'SUCCEEDED', atMs },
  };
  return {
    ...paid,
    creditMinor: ledger.creditMinor + amountMinor - spent,
    means:
      before === undefined
        ? [...ledger.means, means]
        : ledger.means.map((each) => (each === before ? means : each)),
    movements: [...ledger.movements, movement],
  };
}

function moved(ledger: Ledger, { movementId, causeId, from, to, atMs }: MoneyEvents['CreditMoved']): Ledger {
  if (ledger.movements.some((each) => each.movementId === movementId)) return ledger;
  const amountMinor = from.reduce((sum, part) => sum + part.amountMinor, 0);
  const given = from.reduce(
    (now, part) =>
      onRun(now, part, (run) => ({
        ...run,
        netMinor: run.netMinor - part.amountMinor,
        refundedMinor: run.refundedMinor + part.amountMinor,
      })),
    ledger,
  );
  const taken = to.reduce(
    (now, part) => onRun(now, part, (run) => ({ ...run, netMinor: run.netMinor + part.amountMinor })),
    given,
  );
  const movement: Movement = {
    ...{ movementId, kind: 'TRANSFER', amountMinor, taxMinor: netTax(taken) - netTax(ledger) },
    ...{ causeId, state: 'SUCCEEDED', atMs },
  };
  return { ...taken, movements: [...taken.movements, movement] };
}

/** Tax within all that is captured and not refunded: cumulative per lot, so the taxes of all movements sum to it. */
export function netTax(ledger: Ledger): number {
  const nets = new Map<string, number>();
  for (const { lotId, money } of ledger.runs)
    if (money.netMinor !== 0) nets.set(lotId, (nets.get(lotId) ?? 0) + money.netMinor);
  let sum = 0;
  for (const [lotId, net] of nets) {
    const lot = lotOf(ledger, lotId);
    sum += cumulative(lot.taxMinor, net, payableOf(lot));
  }
  return sum;
}
