import type { Folds } from './heard.ts';

/** A promise and what became of it, folded from the order's own events. */
export interface OrderFact {
  readonly id: string;
  readonly owner: string;
  readonly channel: string;
  readonly methodType: string;
  readonly currency: string;
  readonly placedAtMs: number;
  /** Latest delivery as promised first, for ever. */
  readonly firstLatestAtMs: number;
  /** Latest delivery the customer agreed to last. */
  readonly promisedLatestAtMs: number;
  /** Start of the window the customer chose, if they did. */
  readonly windowStartAtMs?: number;
  /** Latest delivery as said last, by whomever. */
  readonly lastLatestAtMs: number;
  readonly locationIds: readonly string[];
  /** Shipments it was planned in. */
  readonly planned: number;
  /** Some of it had to come in first. */
  readonly awaited: boolean;
  readonly kgCO2e: number;
  /** What delivering it costs the retailer, as planned, in minor units; absent where nobody said. */
  readonly costMinor?: number;
  /** Given out of goodwill, in minor units. */
  readonly goodwillMinor: number;
  readonly ordered: number;
  /** Units the customer gave up while there was time left to keep the promise. */
  readonly withdrawn: number;
  /** Units promised that will not come: cancelled by the retailer, or lost and not sent again. */
  readonly short: number;
  /** When everything had arrived, or waited in the store. */
  readonly deliveredAtMs?: number;
}

const unitsOf = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
const locationsOf = (shipments: readonly { readonly locationId: string }[]): string[] =>
  shipments.map(({ locationId }) => locationId);
const shortBy = (fact: OrderFact | undefined, units: number): OrderFact | undefined =>
  fact && { ...fact, short: fact.short + units };

/** How an order's events change what is known of its promise. */
export const orderFolds: Folds<OrderFact> = {
  'orders.OrderPlaced': (_fact, { data }) => ({
    ...{ id: data.orderId, owner: data.owner, channel: data.channel, placedAtMs: data.placedAtMs },
    ...{ methodType: data.promise.methodType, currency: data.currency, kgCO2e: data.promise.kgCO2e },
    ...{ firstLatestAtMs: data.promise.latestAtMs, promisedLatestAtMs: data.promise.latestAtMs },
    ...{ lastLatestAtMs: data.promise.latestAtMs, goodwillMinor: 0, withdrawn: 0, short: 0 },
    ...{ locationIds: locationsOf(data.shipments), planned: data.shipments.length },
    ordered: unitsOf(data.lines),
    awaited: data.shipments.some(({ lines }) => lines.some(({ future }) => future)),
    ...(data.promise.windowStartAtMs === undefined ? {} : { windowStartAtMs: data.promise.windowStartAtMs }),
    ...(data.promise.costToServe === undefined ? {} : { costMinor: data.promise.costToServe.amountMinor }),
  }),
  // The customer chose another promise: that one is to be kept. The first stays the first.
  'orders.OrderReplanned': (fact, { data: { promise, shipments } }) => {
    if (fact === undefined) return undefined;
    const { windowStartAtMs: _before, ...rest } = fact;
    return {
      ...{ ...rest, promisedLatestAtMs: promise.latestAtMs, lastLatestAtMs: promise.latestAtMs },
      ...{ methodType: promise.methodType, kgCO2e: promise.kgCO2e },
      ...{ locationIds: locationsOf(shipments), planned: shipments.length },
      ...(promise.windowStartAtMs === undefined ? {} : { windowStartAtMs: promise.windowStartAtMs }),
      ...(promise.costToServe === undefined ? {} : { costMinor: promise.costToServe.amountMinor }),
    };
  },
  'orders.OrderRepromised': (fact, { data }) => fact && { ...fact, lastLatestAtMs: data.latestAtMs },
  // What is sent in the place of other units was promised before; an exchange is another matter.
  'orders.UnitsAdded': (fact, { data: { lines, returnId, replaces } }) =>
    fact && (returnId !== undefined || replaces === true)
      ? fact
      : fact && { ...fact, ordered: fact.ordered + unitsOf(lines) },
  'orders.OrderDelivered': (fact, { data: { readyAtMs, deliveredAtMs } }) =>
    // To collect, the promise is kept when the goods wait; when the customer comes is theirs to say.
    fact && { ...fact, deliveredAtMs: readyAtMs ?? deliveredAtMs },
  'orders.LinesCancelled': (fact, { data: { by, lines, readyAtMs }, at }) => {
    if (fact === undefined) return undefined;
    if (by === 'NOT_COLLECTED')
      return readyAtMs === undefined || fact.deliveredAtMs !== undefined
        ? fact
        : { ...fact, deliveredAtMs: readyAtMs };
    // What the retailer could not do, and what was given up after its date, was promised and not kept.
    if (by === 'RETAILER' || by === 'NO_STOCK') return shortBy(fact, unitsOf(lines));
    return at > fact.promisedLatestAtMs ? fact : { ...fact, withdrawn: fact.withdrawn + unitsOf(lines) };
  },
  'orders.LinesWrittenOff': (fact, { data }) => shortBy(fact, unitsOf(data.lines)),
  'orders.UnitsReshipped': (fact, { data }) => shortBy(fact, -unitsOf(data.lines)),
  'orders.FoundDecided': (fact, { data }) => shortBy(fact, -unitsOf(data.lines)),
  'orders.GoodwillGranted': (fact, { data }) =>
    fact && { ...fact, goodwillMinor: fact.goodwillMinor + data.amount.amountMinor },
};

/** Whether nobody waits for it any more, so that it can neither be kept nor broken. */
export const isWithdrawn = ({ deliveredAtMs, ordered, withdrawn }: OrderFact): boolean =>
  deliveredAtMs === undefined && withdrawn >= ordered;

/** Whether a promise can be judged: everything arrived, or the promised date has passed. */
export const isOver = (
  { deliveredAtMs, promisedLatestAtMs }: Pick<OrderFact, 'deliveredAtMs' | 'promisedLatestAtMs'>,
  nowMs: number,
): boolean => deliveredAtMs !== undefined || nowMs > promisedLatestAtMs;

/** In full, and at the customer (or waiting for them) by that date. */
const inFullBy = ({ deliveredAtMs, short }: OrderFact, latestAtMs: number): boolean =>
  deliveredAtMs !== undefined && short <= 0 && deliveredAtMs <= latestAtMs;

/** OTIF against the date the customer agreed to. */
export const isKept = (fact: OrderFact): boolean => inFullBy(fact, fact.promisedLatestAtMs);
/** OTIF against the date promised first, whatever came later. */
export const isKeptAsFirst = (fact: OrderFact): boolean => inFullBy(fact, fact.firstLatestAtMs);
/** OTIF against what the customer asked for: not before the window they chose, if they chose one. */
export const isKeptAsRequested = (fact: OrderFact): boolean =>
  isKept(fact) && (fact.deliveredAtMs ?? 0) >= (fact.windowStartAtMs ?? 0);
/** OTIF against the date said last. */
export const isKeptAsLast = (fact: OrderFact): boolean => inFullBy(fact, fact.lastLatestAtMs);

const dayMs = 86_400_000;

export const promisedDays = ({
  placedAtMs,
  promisedLatestAtMs,
}: Pick<OrderFact, 'placedAtMs' | 'promisedLatestAtMs'>): number => (promisedLatestAtMs - placedAtMs) / dayMs;

/** Days late, as of now while nothing has arrived; negative when early. */
export const daysLate = (
  { deliveredAtMs, promisedLatestAtMs }: Pick<OrderFact, 'deliveredAtMs' | 'promisedLatestAtMs'>,
  nowMs: number,
): number => ((deliveredAtMs ?? nowMs) - promisedLatestAtMs) / dayMs;

/** From when on an order that has not come counts as broken; undefined once it came, or nobody waits for it. */
export const overdueFromMs = (fact: OrderFact): number | undefined =>
  fact.deliveredAtMs !== undefined || isWithdrawn(fact) ? undefined : fact.promisedLatestAtMs;
