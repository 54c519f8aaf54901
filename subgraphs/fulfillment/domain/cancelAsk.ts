import { defineMachine } from '../../../platform/machine/machine.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { cancellableUnits } from './cancel.ts';
import type { EventOf, FulfillmentOrder } from './fulfillmentOrder.ts';
import { asideIn, cancellableInSearch, type Resourcing } from './resourcing.ts';
import { stepMachine } from './tables.ts';
import { unitState } from './unitState.ts';

type Answered = EventPayload<'fulfillment.CancelAnswered'>;
type Progressed = EventPayload<'fulfillment.CancelProgressed'>;
type Line = Answered['cancelled'][number]['lines'][number];

export type CancelAskState = 'OPEN' | 'ANSWERED';

export const cancelAskMachine = defineMachine<CancelAskState>({
  name: 'CancelAsk',
  initial: 'OPEN',
  final: ['ANSWERED'],
  transitions: { OPEN: ['ANSWERED'], ANSWERED: [] },
});

/** A cancellation that orders asked for, on its way to an answer. */
export interface CancelAsk {
  readonly _id: string;
  readonly orderId: string;
  readonly state: CancelAskState;
  readonly lines: readonly Line[];
  /** The units are to go another way; they stay reserved. */
  readonly change?: boolean;
  readonly cancelled: Answered['cancelled'];
  readonly refused: Answered['refused'];
  /** Parcels whose label is being voided: the carrier says whether they can be stopped. */
  readonly waitFor?: NonNullable<Progressed['waitFor']>;
  /** Work that cannot give its units up. */
  readonly avoid: readonly string[];
}

export type CancelAskEvent =
  | EventOf<'fulfillment.CancelReceived'>
  | EventOf<'fulfillment.CancelProgressed'>
  | EventOf<'fulfillment.CancelAnswered'>;

/** Fold one event into the ask. */
export function evolveCancelAsk(state: CancelAsk | undefined, event: CancelAskEvent): CancelAsk {
  if (event.type === 'fulfillment.CancelReceived') {
    const { askId: _id, orderId, lines, change } = event.data;
    const kind = change === true ? { change } : {};
    return { _id, orderId, state: 'OPEN', lines, ...kind, cancelled: [], refused: [], avoid: [] };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a cancellation.`);
  const { waitFor: _over, ...rest } = state;
  if (event.type === 'fulfillment.CancelAnswered')
    return { ...rest, state: 'ANSWERED', cancelled: event.data.cancelled, refused: event.data.refused };
  const { cancelled, waitFor, avoid } = event.data;
  return {
    ...rest,
    cancelled: [...state.cancelled, ...cancelled],
    avoid: [...state.avoid, ...avoid],
    ...(waitFor === undefined ? {} : { waitFor }),
  };
}

/** Units that are asked for and not decided. */
export function openUnitsOf({ lines, cancelled, refused }: CancelAsk): Line[] {
  const left = new Map(lines.map((line) => [line.lineId, 0]));
  for (const { lineId, quantity } of lines) left.set(lineId, (left.get(lineId) ?? 0) + quantity);
  for (const { lineId, quantity } of [...cancelled.flatMap((part) => part.lines), ...refused])
    left.set(lineId, (left.get(lineId) ?? 0) - quantity);
  const skuOf = new Map(lines.map((line) => [line.lineId, line.sku]));
  return [...left].flatMap(([lineId, quantity]) =>
    quantity > 0 ? [{ lineId, sku: skuOf.get(lineId) ?? lineId, quantity }] : [],
  );
}

/** What can be decided at this moment. */
export interface CancelPlan {
  readonly searches: readonly { readonly search: Resourcing; readonly lines: readonly Line[] }[];
  readonly works: readonly { readonly work: FulfillmentOrder; readonly lines: readonly Line[] }[];
  /** Labelled parcels to stop: the carrier has to be asked before anything more is decided. */
  readonly stop?: { readonly work: FulfillmentOrder; readonly lines: readonly Line[] };
  /** Units nobody has who could give them up. */
  readonly left: readonly Line[];
}

/** Untouched units give way first: those without a place, then by how far the work is. */
const untouchedFirst = (a: FulfillmentOrder, b: FulfillmentOrder): number =>
  stepMachine.states.indexOf(a.step) - stepMachine.states.indexOf(b.step) || (a._id < b._id ? -1 : 1);

/** Where the units of an ask are taken from. */
export function planCancel(
  ask: CancelAsk,
  searches: readonly Resourcing[],
  works: readonly FulfillmentOrder[],
): CancelPlan {
  const left = new Map(openUnitsOf(ask).map((line) => [line.lineId, line]));
  const take = (most: (lineId: string) => number): Line[] => {
    const taken: Line[] = [];
    for (const line of [...left.values()]) {
      const quantity = Math.min(line.quantity, most(line.lineId));
      if (quantity <= 0) continue;
      left.set(line.lineId, { ...line, quantity: line.quantity - quantity });
      taken.push({ ...line, quantity });
    }
    return taken;
  };
  const plan = {
    searches: [] as CancelPlan['searches'][number][],
    works: [] as CancelPlan['works'][number][],
  };
  for (const search of searches) {
    // What is set aside holds no units any more that could go another way.
    const aside = ask.change === true ? asideIn(search) : new Set<string>();
    const lines = take((lineId) => (aside.has(lineId) ? 0 : cancellableInSearch(search, lineId)));
    if (lines.length > 0) plan.searches.push({ search, lines });
  }
  for (const work of [...works].sort(untouchedFirst)) {
    if (ask.avoid.includes(work._id)) continue;
    // What was sent to a store has left its reservation: it can be cancelled there, but not go another way.
    if (ask.change === true && work.arrivedFrom !== undefined) continue;
    // What is begun for this order would have to be made once more: it can be cancelled, but not go another way.
    const stays = (lineId: string): boolean => ask.change === true && unitState(work, lineId) !== 'BLANK';
    const lines = take((lineId) => (stays(lineId) ? 0 : cancellableUnits(work, lineId)));
    if (lines.length === 0) continue;
    if (work.step === 'LABELLED') return { ...plan, stop: { work, lines }, left: [] };
    plan.works.push({ work, lines });
  }
  return { ...plan, left: [...left.values()].filter((line) => line.quantity > 0) };
}

/** What a plan says of an ask: steps, and the answer when nothing is open. */
export function decideProgress(ask: CancelAsk, plan: CancelPlan): CancelAskEvent[] {
  const { _id: askId, orderId, avoid } = ask;
  const parts = [
    ...plan.searches.map(({ lines }) => ({ waited: false, lines: [...lines] })),
    ...plan.works.map(({ work, lines }) => ({
      ...{ fulfillmentOrderId: work._id, lines: [...lines] },
      waited: work.step === 'READY_FOR_COLLECTION',
      ...(work.arrivedFrom === undefined ? {} : { arrivedFrom: work.arrivedFrom }),
    })),
  ];
  if (plan.stop !== undefined) {
    const { work, lines } = plan.stop;
    const waitFor = {
      ...{ fulfillmentOrderId: work._id, shipmentId: work.shipmentId ?? '', lines: [...lines] },
    };
    return [
      {
        type: 'fulfillment.CancelProgressed',
        data: { askId, orderId, cancelled: parts, waitFor, avoid: [] },
      },
    ];
  }
  const reason = avoid.length > 0 ? ('WITH_CARRIER' as const) : ('LEFT' as const);
  return [
    {
      type: 'fulfillment.CancelAnswered',
      data: {
        ...{ askId, orderId, cancelled: [...ask.cancelled, ...parts] },
        refused: plan.left.map((line) => ({ ...line, reason })),
      },
    },
  ];
}

/** Asked once more after it was answered: the same answer again. */
export const decideAnswerAgain = ({ _id: askId, orderId, state, cancelled, refused }: CancelAsk) =>
  state === 'ANSWERED'
    ? [{ type: 'fulfillment.CancelAnswered' as const, data: { askId, orderId, cancelled, refused } }]
    : [];
