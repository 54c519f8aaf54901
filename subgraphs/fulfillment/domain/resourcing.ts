import { defineMachine } from '../../../platform/machine/machine.ts';
import type { DueTimes, EventOf, LineUnits } from './fulfillmentOrder.ts';

/** Units looking for a place. */
export interface SoughtUnits {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | undefined;
  readonly future: boolean;
  /** What the location refused of them is begun or made and was set aside there: it holds no units any more. */
  readonly aside?: boolean | undefined;
}

/** Lines of a search whose units were set aside where they were refused. */
export const asideIn = ({
  lines,
  unplaceable,
}: Pick<Resourcing, 'lines' | 'unplaceable'>): ReadonlySet<string> =>
  new Set([...lines, ...unplaceable].filter(({ aside }) => aside === true).map(({ lineId }) => lineId));

/** Units that a location has been chosen for. */
export interface Placement {
  readonly locationId: string;
  readonly serviceCode: string | null;
  readonly lines: readonly SoughtUnits[];
  readonly dueAt: DueTimes;
  /** Local day whose capacity it was planned to use. */
  readonly capacityDay?: string | undefined;
}

export type ResourcingState = 'ASKING' | 'DECIDED' | 'ENDED';

/** ASKING: sourcing is asked for places. DECIDED: the reservation is being moved there. */
export const resourcingMachine = defineMachine<ResourcingState>({
  name: 'Resourcing',
  initial: 'ASKING',
  final: ['ENDED'],
  transitions: { ASKING: ['DECIDED', 'ENDED'], DECIDED: ['ASKING', 'ENDED'], ENDED: [] },
});

/** The search for another place for units that a location refused. Each step is an event, so it survives anything. */
export interface Resourcing {
  readonly _id: string;
  readonly orderId: string;
  readonly fulfillmentOrderId: string;
  /** Where the units are still reserved. */
  readonly locationId: string;
  readonly state: ResourcingState;
  /** Units without a place. */
  readonly lines: readonly SoughtUnits[];
  /** Units nobody can serve. */
  readonly unplaceable: readonly SoughtUnits[];
  /** Units cancelled after a decision; taken out when it has been carried out. */
  readonly cancelled: readonly LineUnits[];
  /** Locations that turned out to lack stock. */
  readonly avoid: readonly string[];
  readonly attempt: number;
  /** The location that claimed the units: it is asked first, and has accepted. */
  readonly claimedBy?: string;
  readonly latestAtMs?: number;
  readonly placements: readonly Placement[];
}

export type ResourcingEvent =
  | EventOf<'fulfillment.ResourcingStarted'>
  | EventOf<'fulfillment.ResourcingDecided'>
  | EventOf<'fulfillment.ResourcingNarrowed'>
  | EventOf<'fulfillment.ResourcingCancelled'>
  | EventOf<'fulfillment.ResourcingEnded'>;

/** Units by line, each line once. */
export function totals(units: readonly LineUnits[]): LineUnits[] {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of units) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** Lines less some units of them, in order; lines without units go. */
export function lessUnits<L extends { readonly lineId: string; readonly quantity: number }>(
  lines: readonly L[],
  units: readonly LineUnits[],
): L[] {
  const left = new Map<string, number>();
  for (const { lineId, quantity } of units) left.set(lineId, (left.get(lineId) ?? 0) + quantity);
  return lines
    .map((line) => {
      const out = Math.min(line.quantity, left.get(line.lineId) ?? 0);
      left.set(line.lineId, (left.get(line.lineId) ?? 0) - out);
      return { ...line, quantity: line.quantity - out };
    })
    .filter((line) => line.quantity > 0);
}

/** The search in another state, if the table knows the way. */
function moved(search: Resourcing, to: ResourcingState): Resourcing {
  if (search.state !== to) resourcingMachine.requireTransition(search.state, to);
  return { ...search, state: to };
}

/** Fold one event into the search. */
export function evolveResourcing(state: Resourcing | undefined, event: ResourcingEvent): Resourcing {
  if (event.type === 'fulfillment.ResourcingStarted') {
    const { resourcingId, orderId, fulfillmentOrderId, locationId, lines, claimedBy } = event.data;
    return {
      _id: resourcingId,
      ...{ orderId, fulfillmentOrderId, locationId, lines },
      ...(claimedBy === undefined ? {} : { claimedBy }),
      ...{ state: 'ASKING', unplaceable: [], cancelled: [], avoid: [], attempt: 1, placements: [] },
    };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a search.`);
  switch (event.type) {
    case 'fulfillment.ResourcingDecided': {
      const { latestAtMs, placements } = event.data;
      return { ...moved(state, 'DECIDED'), latestAtMs, placements };
    }
    case 'fulfillment.ResourcingNarrowed': {
      const { unplaceable, avoid } = event.data;
      const { latestAtMs: _gone, ...rest } = moved(state, 'ASKING');
      return {
        ...rest,
        lines: lessUnits(lessUnits(state.lines, unplaceable), state.cancelled),
        unplaceable: [...state.unplaceable, ...unplaceable],
        cancelled: [],
        avoid: [...new Set([...state.avoid, ...avoid])],
        attempt: state.attempt + 1,
        placements: [],
      };
    }
    case 'fulfillment.ResourcingCancelled':
      return state.state === 'ASKING'
        ? { ...state, lines: lessUnits(state.lines, event.data.lines) }
        : { ...state, cancelled: [...state.cancelled, ...event.data.lines] };
    case 'fulfillment.ResourcingEnded':
      return moved(state, 'ENDED');
    default:
      return event satisfies never;
  }
}

/** Units of a line that can still be cancelled in this search. */
export function cancellableInSearch(search: Resourcing, lineId: string): number {
  if (search.state === 'ENDED') return 0;
  const sum = (lines: readonly LineUnits[]): number =>
    lines.filter((line) => line.lineId === lineId).reduce((total, line) => total + line.quantity, 0);
  return sum(search.lines) - sum(search.cancelled);
}

/** Placements without the units that were cancelled meanwhile, and where those are held by now. */
export function withoutCancelled(
  placements: readonly Placement[],
  cancelled: readonly LineUnits[],
): {
  readonly kept: readonly Placement[];
  readonly cancelled: readonly { readonly locationId: string; readonly units: readonly LineUnits[] }[];
} {
  let left = totals(cancelled);
  const parts = placements.map((place) => {
    const lines = lessUnits(place.lines, left);
    const units = lessUnits(totals(place.lines), totals(lines));
    left = lessUnits(left, units);
    return { place: { ...place, lines }, units };
  });
  return {
    kept: parts.map(({ place }) => place).filter(({ lines }) => lines.length > 0),
    cancelled: parts
      .filter(({ units }) => units.length > 0)
      .map(({ place: { locationId }, units }) => ({ locationId, units })),
  };
}
