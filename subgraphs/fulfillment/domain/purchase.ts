import { codedError } from '../../../platform/errors/codedError.ts';
import { dateIn } from '../../../platform/values/time.ts';
import type { Events } from './decide.ts';
import { awaitedUnits, openUnits, refOf, type FulfillmentOrder, type LineUnits } from './fulfillmentOrder.ts';
import type { LocationFacts } from './location.ts';
import { requireAction } from './tables.ts';
import { setAside } from './unitState.ts';
import { unknownLine } from './unknownLine.ts';
import type { PurchaseOrderState } from '../generated/resolverTypes.ts';

const hourMs = 3_600_000;
/** Days looked ahead for days on which a supplier works. */
const mostDays = 60;

/**
 * Until when a supplier has to answer, epoch ms: so many hours from now, of which only those of days on which it opens
 * count. A supplier without opening hours answers round the clock.
 */
export function answerByMs(
  { openingHours, closedDays, timeZone }: Pick<LocationFacts, 'openingHours' | 'closedDays' | 'timeZone'>,
  nowMs: number,
  hours: number,
): number {
  let leftMs = hours * hourMs;
  if (openingHours.length === 0) return nowMs + leftMs;
  let at = nowMs;
  for (let days = 0; days < mostDays; days++) {
    const day = dateIn(at, timeZone);
    const endsMs = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const works =
      openingHours.some(({ weekday }) => weekday === day.dayOfWeek) && !closedDays.includes(day.toString());
    if (works && at + leftMs <= endsMs) return at + leftMs;
    if (works) leftMs -= endsMs - at;
    at = endsMs;
  }
  return at + leftMs;
}

/** How a purchase order stands for its supplier. */
export function purchaseState({ status, assignment, step }: FulfillmentOrder): PurchaseOrderState {
  if (step === 'HANDED_OVER') return 'SHIPPED';
  if (status === 'CANCELLED' || status === 'CLOSED' || status === 'INCOMPLETE') return 'ENDED';
  return assignment === 'ACCEPTED' ? 'ACCEPTED' : 'OFFERED';
}

/** What it costs, in minor units; undefined where nothing is agreed for one of its articles, or in two currencies. */
export function purchaseCost(work: FulfillmentOrder): { amountMinor: number; currency: string } | undefined {
  const costOf = new Map((work.purchase?.costs ?? []).map(({ sku, unitCost }) => [sku, unitCost]));
  let total: { amountMinor: number; currency: string } | undefined;
  for (const line of work.lines) {
    const units = openUnits(line);
    if (units === 0) continue;
    const unitCost = costOf.get(line.sku);
    if (unitCost === undefined || (total !== undefined && total.currency !== unitCost.currency))
      return undefined;
    const { amountMinor, currency } = unitCost;
    total = { amountMinor: (total?.amountMinor ?? 0) + amountMinor * units, currency };
  }
  return total;
}

/** All of it, or the named units: lines left out are declined. What is declined was awaited first. */
export function decideAcceptPart(work: FulfillmentOrder, units: readonly LineUnits[]): Events {
  requireAction(work, 'ACCEPT');
  const accepted: Events = [{ type: 'fulfillment.Accepted', data: refOf(work) }];
  if (units.length === 0) return accepted;
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of units) {
    const line = work.lines.find((each) => each.lineId === lineId);
    if (line === undefined) throw unknownLine(lineId);
    if (wanted.has(lineId))
      throw codedError('BAD_USER_INPUT', `Line ${lineId} is named twice; name it once.`, { field: 'lines' });
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > openUnits(line))
      throw codedError(
        'INVALID_QUANTITY',
        `Of line ${lineId}, 0 to ${openUnits(line)} units can be accepted, not ${quantity}.`,
        { field: 'quantity' },
      );
    wanted.set(lineId, quantity);
  }
  const lines = work.lines.flatMap((line) => {
    const quantity = openUnits(line) - (wanted.get(line.lineId) ?? 0);
    const awaited = Math.min(awaitedUnits(line), quantity);
    const { lineId, sku } = line;
    return quantity === 0 ? [] : [{ lineId, sku, quantity, ...(awaited > 0 ? { awaited } : {}) }];
  });
  if (lines.length === 0) return accepted;
  if ([...wanted.values()].every((quantity) => quantity === 0))
    throw codedError('BAD_USER_INPUT', 'Nothing of it is accepted: decline it with a reason.', {
      field: 'lines',
    });
  return [
    ...accepted,
    { type: 'fulfillment.UnitsDeclined', data: { ...refOf(work), lines } },
    ...setAside(work, lines),
  ];
}

/** A supplier's own carrier, and the code of each parcel. */
export interface OwnCarrier {
  readonly carrier: string;
  readonly trackingCodes: readonly string[];
}

/** BAD_USER_INPUT naming what is wrong with it. */
export function checkedCarrier({ carrier, trackingCodes }: OwnCarrier): OwnCarrier {
  const name = carrier.trim();
  if (name === '' || name.length > 60)
    throw codedError('BAD_USER_INPUT', 'A carrier has 1 to 60 characters.', { field: 'carrier' });
  if (trackingCodes.length < 1 || trackingCodes.length > 100)
    throw codedError('BAD_USER_INPUT', 'Name 1 to 100 parcels.', { field: 'parcels' });
  if (!trackingCodes.every((code) => /^[\x21-\x7e]{1,60}$/.test(code)))
    throw codedError('BAD_USER_INPUT', 'A tracking code has 1 to 60 printable ASCII characters.', {
      field: 'trackingCode',
    });
  if (new Set(trackingCodes).size < trackingCodes.length)
    throw codedError('BAD_USER_INPUT', 'Each parcel has a tracking code of its own.', {
      field: 'trackingCode',
    });
  return { carrier: name, trackingCodes };
}
