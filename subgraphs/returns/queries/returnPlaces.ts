import { postalFiles } from '@promesse/geography/postal/files';
import { destinationCode } from '@promesse/geography/territories';
import type { ReturnsApplication } from '../application.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { nextOpening, pickupSlots, type Span } from '../domain/openTimes.ts';
import { nearPlaces, pointOf, type From, type KnownPlace } from '../domain/nearPlaces.ts';
import type { ReturnMethod, ReturnReason } from '../domain/return.ts';
import { placeFor } from '../domain/placeByRule.ts';
import { feeMinor } from '../domain/terms.ts';

const dayMs = 86_400_000;
const areas = postalFiles();

/** Somewhere units of an order can be given back, with its dates and its price. */
export interface OfferedPlace {
  readonly method: Exclude<ReturnMethod, 'CARRIER'>;
  /** Absent for a pickup. */
  readonly place?: KnownPlace;
  readonly distanceMetres?: number;
  readonly costMinor: number;
  readonly currency: string;
  /** Language of the order. */
  readonly locale?: string | undefined;
  readonly open?: Span;
  readonly slots: readonly Span[];
  /** Until when the units have to be on their way. */
  readonly sendByMs: number | null;
  /** When the money is back at the latest, if it is brought at the first occasion. */
  readonly moneyBackByMs: number;
}

export interface PlacesAsk {
  readonly near?: From | null | undefined;
  readonly methods: readonly ReturnMethod[];
  readonly reasons: readonly ReturnReason[];
  readonly first: number;
}

/** Where units of an order can be given back near an address: places nearest first, then the pickup. */
export async function returnPlaces(
  application: ReturnsApplication,
  order: OrderFacts,
  ask: PlacesAsk,
): Promise<OfferedPlace[]> {
  if (!Number.isInteger(ask.first) || ask.first < 1 || ask.first > 50)
    throw codedError('BAD_USER_INPUT', 'Ask for 1 to 50 places.', { field: 'first' });
  const nowMs = application.journal.clock.nowMs();
  const settings = application.settings.current();
  const wants = (method: ReturnMethod): boolean => ask.methods.length === 0 || ask.methods.includes(method);
  const sendByMs = settings.returnExpiresDays === 0 ? null : nowMs + settings.returnExpiresDays * dayMs;
  const terms = (method: OfferedPlace['method'], firstMs: number) => ({
    ...{ method, currency: order.currency, locale: order.locale, sendByMs },
    costMinor: feeMinor(settings, method, order, ask.reasons),
    moneyBackByMs: firstMs + settings.moneyBackDays[method] * dayMs,
  });
  const places = (await near(application, order, ask.near)).flatMap(
    ({ place, method, distanceMetres }): OfferedPlace[] => {
      const open = wants(method) ? nextOpening(place, nowMs) : undefined;
      if (open === undefined) return [];
      const first = Math.max(nowMs, open.fromMs);
      return [{ ...terms(method, first), place, distanceMetres, open, slots: [] }];
    },
  );
  const slots = wants('PICKUP') && order.from !== undefined ? await slotsFor(application, order) : [];
  const [first] = slots;
  const pickup: OfferedPlace[] = first === undefined ? [] : [{ ...terms('PICKUP', first.fromMs), slots }];
  return [...places.slice(0, ask.first), ...pickup];
}

/**
 * When goods can be picked up at the address of an order: not on public holidays there, nor when the place they go back
 * to (by the same rule as the label) is closed; none while all such places are closed for good.
 */
export async function slotsFor(application: ReturnsApplication, order: OrderFacts): Promise<Span[]> {
  const { settings, journal, others } = application;
  const { from, timeZone } = order;
  const open = await others.returnsLocations();
  const of = { country: order.country, channel: order.channel };
  const receiverId = placeFor(open, settings.current(), of);
  const receiver = open.find(({ id }) => id === receiverId);
  if (receiver === undefined) return [];
  const isHoliday = holidaysAt(application, from);
  const receiving = { ...receiver, isHoliday: holidaysAt(application, receiver) };
  const place = { timeZone, isHoliday, receiving };
  return pickupSlots(settings.current().pickupTerms, place, journal.clock.nowMs());
}

/** Whether an ISO date is a public holiday at an address. */
function holidaysAt({ holidays }: ReturnsApplication, at: From | undefined): (date: string) => boolean {
  const destination = at === undefined ? undefined : destinationCode(at.country, at.postalCode);
  return (date) =>
    destination !== undefined && holidays(destination, Number(date.slice(0, 4)))?.includes(date) === true;
}

async function near(
  { others }: ReturnsApplication,
  order: OrderFacts,
  asked: From | null | undefined,
): Promise<ReturnType<typeof nearPlaces>> {
  const places = await others.places();
  const collected = places.find(({ id }) => id === order.collectAtId);
  const from: From | undefined = asked ?? order.from ?? collected;
  if (from === undefined) throw codedError('BAD_USER_INPUT', 'Say near which address.', { field: 'near' });
  const point = pointOf(from, areas);
  if (point === undefined) throw codedError('BAD_USER_INPUT', 'There is no such country.', { field: 'near' });
  return nearPlaces(places, { ...point, country: from.country });
}
