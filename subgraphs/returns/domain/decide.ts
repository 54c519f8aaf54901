import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import { divided, type NamedUnits } from './entries.ts';
import {
  exchangeIdOf,
  isExchangeOpen,
  foundUnits,
  returnEvent,
  returnMachine,
  type Disposition,
  type Grade,
  type ReturnEvent,
  type ReturnLine,
  type ReturnReason,
  type ReturnState,
} from './return.ts';

const known = (state: ReturnState | undefined): ReturnState => {
  if (state === undefined) throw notFound('return');
  return state;
};
const ref = ({ _id, orderId }: ReturnState) => ({ returnId: _id, orderId });
const unitsOf = (state: ReturnState) =>
  state.lines.map(({ entryId, lineId, sku, quantity }) => ({ entryId, lineId, sku, quantity }));

export function decideCancel(
  given: ReturnState | undefined,
  by: 'CUSTOMER' | 'EXPIRY' = 'CUSTOMER',
  reason?: string,
): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'CANCELLED');
  const why = reason === undefined ? {} : { reason };
  return [returnEvent('returns.ReturnCancelled', { ...ref(state), lines: unitsOf(state), by, ...why })];
}

export function decideReject(given: ReturnState | undefined, reason: string): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'REJECTED');
  return [returnEvent('returns.ReturnRejected', { ...ref(state), lines: unitsOf(state), reason })];
}

/**
 * The units have arrived: as many as were counted, never more than asked to return; all of the lines nobody counted.
 */
export function decideReceive(
  given: ReturnState | undefined,
  counted: readonly NamedUnits[],
  locationId: string,
  atMs: number,
  reason?: string,
): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'RECEIVED');
  for (const { quantity } of counted)
    if (!Number.isInteger(quantity) || quantity < 0)
      throw codedError('INVALID_QUANTITY', `A count is a whole number from 0 on, not ${quantity}.`);
  const parts = divided(state.lines, counted, (entry) => entry.quantity, 'can arrive');
  const wasCounted = (entry: ReturnLine): boolean =>
    counted.some(({ entryId, lineId }) =>
      entryId == null ? lineId === entry.lineId : entryId === entry.entryId,
    );
  const arrivedOf = (entry: ReturnLine): number =>
    wasCounted(entry) ? sumOf(parts.filter((part) => part.entry === entry)) : entry.quantity;
  const arrived = state.lines.map(arrivedOf);
  const lines = unitsOf(state).map((unit, at) => ({ ...unit, quantity: arrived[at] ?? 0 }));
  const missing = unitsOf(state)
    .map((unit, at) => ({ ...unit, quantity: unit.quantity - (arrived[at] ?? 0) }))
    .filter((unit) => unit.quantity > 0);
  const received = { ...ref(state), lines, missing, locationId, atMs };
  const why = reason === undefined ? {} : { reason };
  return [returnEvent('returns.ReturnReceived', { ...received, ...why, ...turnedBackOf(state) })];
}

const turnedBackOf = ({ turnedBack }: ReturnState) => (turnedBack === undefined ? {} : { turnedBack });

const sumOf = (parts: readonly { readonly quantity: number }[]): number =>
  parts.reduce((sum, part) => sum + part.quantity, 0);

/** What units are good for. */
export interface Finding extends NamedUnits {
  readonly disposition: Disposition;
  readonly grade?: Grade | null | undefined;
  /** References of photos, such as addresses. */
  readonly photos?: readonly string[] | null | undefined;
  readonly note?: string | null | undefined;
  /** Whether the retailer is to blame, as found; by the reason of the entry if absent. */
  readonly fault?: boolean | null | undefined;
}

/** Most photos of a finding, and longest reference of one. */
const [maxPhotos, maxReference] = [20, 500];

/** What was seen of units: their grade, photos, words. */
function seenOf({ grade, photos, note }: Finding) {
  const references = photos ?? [];
  if (
    references.length > maxPhotos ||
    references.some((each) => !/^[\x21-\x7e]+$/.test(each) || each.length > maxReference)
  )
    throw codedError(
      'BAD_USER_INPUT',
      `A finding has at most ${maxPhotos} photos, each a reference of 1 to ${maxReference} printable characters.`,
      { field: 'photos' },
    );
  if ((note ?? '').length > 500)
    throw codedError('BAD_USER_INPUT', 'A note has at most 500 characters.', { field: 'note' });
  return {
    ...(grade == null ? {} : { grade }),
    ...(references.length === 0 ? {} : { photos: [...references] }),
    ...(note == null || note === '' ? {} : { note }),
  };
}

/** What is known beside the findings. */
export interface InspectionFacts {
  /** Words of whoever inspects, for the journal. */
  readonly reason?: string | undefined;
  /** Lines of the order that were made for it. */
  readonly madeLines?: ReadonlySet<string>;
}

/** What was made for somebody is not sold as new. */
function requireNotSoldAgain(
  units: readonly { readonly made?: boolean; readonly disposition: Disposition }[],
): void {
  if (!units.some(({ made, disposition }) => made === true && disposition === 'RESTOCK')) return;
  throw codedError(
    'BAD_USER_INPUT',
    'These units were made for this order and cannot be sold as new; say REFURBISH, OUTLET, SCRAP or DONATE.',
    { field: 'disposition' },
  );
}

/**
 * What received units are good for. Units without a finding stay open and can get one later; refused ones are not
 * refunded. The money of what was accepted goes back with each inspection.
 */
export function decideInspect(
  given: ReturnState | undefined,
  findings: readonly Finding[],
  isFault: (reason: ReturnReason) => boolean = () => false,
  { reason, madeLines = new Set() }: InspectionFacts = {},
): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'INSPECTED');
  for (const { quantity } of findings) requireQuantity(quantity);
  if (state.turnedBack !== undefined && findings.some(({ disposition }) => disposition === 'REFUSE'))
    throw codedError('BAD_USER_INPUT', 'What the carrier brought back is not the customer’s to keep.', {
      field: 'findings',
    });
  const open = (entry: ReturnLine): number => entry.received - foundUnits(entry);
  const openBefore = state.lines.reduce((sum, entry) => sum + open(entry), 0);
  if (findings.length === 0 && openBefore > 0)
    throw codedError(
      'INVALID_QUANTITY',
      `${openBefore} units have no finding yet; name what became of some.`,
    );
  const units = divided(state.lines, findings, open, 'have no finding yet').map(
    ({ entry, unit, quantity }) => ({
      ...{ entryId: entry.entryId, lineId: entry.lineId, sku: entry.sku, quantity },
      ...{ disposition: unit.disposition, fault: unit.fault ?? isFault(entry.reason) },
      ...seenOf(unit),
      ...(madeLines.has(entry.lineId) ? { made: true } : {}),
    }),
  );
  requireNotSoldAgain(units);
  const number = (state.inspections ?? 0) + 1;
  const inspectionId = number === 1 ? state._id : `${state._id}:${number}`;
  const left = openBefore - sumOf(units);
  const inspected = returnEvent('returns.ReturnInspected', {
    ...{ ...ref(state), locationId: state.locationId ?? '', inspectionId, findings: units, open: left },
    ...(reason === undefined ? {} : { reason }),
    ...turnedBackOf(state),
  });
  const accepted = units
    .filter((unit) => unit.disposition !== 'REFUSE')
    .map(({ entryId, lineId, sku, quantity }) => ({ entryId, lineId, sku, quantity }));
  const cost = { amountMinor: state.costMinor, currency: state.currency };
  const refund = returnEvent('returns.RefundRequested', {
    ...{ ...ref(state), lines: accepted, cost, causeId: inspectionId },
  });
  // What is exchanged pays for the other units first: the refund is asked for when that is settled.
  if (isExchangeOpen(state)) return [inspected];
  // The last one is asked for in any case: its answer ends the return.
  return accepted.length > 0 || left === 0 ? [inspected, refund] : [inspected];
}

/** Money went back: the return is over when every unit has its finding and no refund is under way. */
export function decideRefunded(
  state: ReturnState,
  done: { readonly causeId: string; readonly amountMinor: number },
): ReturnEvent[] {
  const { causeId, amountMinor } = done;
  const open = state.refundsOpen ?? [state._id];
  const money = (amount: number) => ({ amountMinor: amount, currency: state.currency });
  const isOfExchange = state.exchange !== undefined && causeId === exchangeIdOf(state._id);
  if (!open.includes(causeId) && !isOfExchange) return [];
  if (isOfExchange || state.status !== 'INSPECTED' || open.length > 1)
    return [
      returnEvent('returns.ReturnPartlyRefunded', { ...ref(state), causeId, amount: money(amountMinor) }),
    ];
  const amount = money((state.refundMinor ?? 0) + amountMinor);
  return [returnEvent('returns.ReturnRefunded', { ...ref(state), causeId, amount })];
}
