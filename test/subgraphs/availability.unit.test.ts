import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promise } from '@promesse/promise-engine/promise';
import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
import { availabilityOf } from '../../subgraphs/catalog/domain/availability.ts';
import { sellsFrom } from '../../subgraphs/catalog/domain/place.ts';
import type { LocationFacts, StockFacts, VariantFacts } from '../../subgraphs/promise/domain/facts.ts';
import { eur, lane, location, service } from '../../subgraphs/promise/domain/network/facts.fixture.ts';
import { NetworkKeeper } from '../../subgraphs/promise/projection/networkKeeper.ts';

const now = Date.parse('2026-06-03T08:00:00Z');
const days = (count: number): number => now + count * 86_400_000;
const week = [1, 2, 3, 4, 5, 6, 7];

/** A place, its kind and whether it takes part. */
const place = (locationId: string, kind: LocationFacts['kind'], more: Partial<LocationFacts> = {}) =>
  location({
    ...{ locationId, kind, closedDays: [], abilities: ['SHIP'], capacityPerDay: 10_000 },
    openingHours: week.map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' })),
    ...more,
  });
const worlds: readonly (readonly LocationFacts[])[] = [
  [place('depot', 'WAREHOUSE'), place('shop', 'STORE'), place('shut', 'STORE', { active: false })],
  [place('shop', 'STORE'), place('shut', 'WAREHOUSE', { active: false })],
  [place('shop', 'STORE', { abilities: ['CUSTOMISE'] }), place('depot', 'WAREHOUSE')],
];

const units = (max: number) => fc.integer({ min: 0, max });
const position = fc.record({
  locationId: fc.constantFrom('depot', 'shop', 'shut', 'nowhere'),
  ...{ onHand: units(6), reserved: units(4), softReserved: units(2), safetyStock: units(3) },
  incoming: fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 4 }), day: fc.constantFrom(-2, 3, 12, 20, 60) }),
    { maxLength: 3 },
  ),
  ...{ futureReserved: units(4), drawnAhead: units(2) },
});
const date = fc.option(fc.constantFrom(-1, 5, 25, 100), { nil: undefined });
const world = fc.record({
  places: fc.constantFrom(...worlds),
  positions: fc.uniqueArray(position, { selector: ({ locationId }) => locationId, maxLength: 4 }),
  ...{ preorder: date, backorder: date },
  channel: fc.constantFrom('web', 'marketplace'),
  buffer: units(3),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const stockOf = ({ positions }: World): StockFacts[] =>
  positions.map(({ incoming, ...rest }) => ({
    ...{ sku: 'shoe', revision: 1, asOfMs: now, ...rest },
    incoming: incoming.map(({ quantity, day }, i) => ({ id: `${i}`, quantity, expectedAtMs: days(day) })),
  }));
const datesOf = ({ preorder, backorder }: World) => ({
  ...(preorder === undefined ? {} : { preorderUntilMs: days(preorder) }),
  ...(backorder === undefined ? {} : { backorderUntilMs: days(backorder) }),
});

/** What the product's page says. */
function page(given: World) {
  const known = new Map(given.places.map((each) => [each.locationId, { ...each, id: each.locationId }]));
  const open = stockOf(given).filter(({ locationId }) => sellsFrom(known.get(locationId)));
  return availabilityOf(open, datesOf(given), now, {
    ...{ bufferUnits: given.channel === 'marketplace' ? given.buffer : 0, lowStockUnits: 2 },
    horizonMs: 30 * 86_400_000,
    hasWarehouse: given.places.some(({ kind, active }) => kind === 'WAREHOUSE' && active),
  });
}

/** What the promise would send of so many, and how much of it is not there yet; undefined when it offers nothing. */
function sourcing(given: World): (quantity: number) => { backordered: number } | undefined {
  const keeper = new NetworkKeeper();
  given.places.forEach((each) => keeper.location(each));
  keeper.service(
    service({
      pickupWeekdays: week,
      deliveryWeekdays: week,
      lanes: [lane('FR', 'FR', { transitDaysMax: 2 })],
    }),
  );
  const shoe: VariantFacts = {
    ...{ productId: 'p', sku: 'shoe', weightGrams: 900, lengthMm: 300, widthMm: 200, heightMm: 120 },
    ...{ price: eur(8_000), taxBasisPoints: 2_000, restrictions: [], customisable: false },
    ...datesOf(given),
  };
  keeper.variant(shoe);
  stockOf(given).forEach((each) => keeper.stock(each));
  keeper.channelBuffers({ marketplace: given.buffer });
  keeper.dateCalendars(now);
  for (const source of ['STOCK', 'CAPACITY', 'CATALOG', 'CARRIERS'] as const)
    keeper.network.setFreshness(source, now);
  // With money as the measure, one parcel that waits can win against two that leave now.
  keeper.network.setRules({ ...defaultRules, objective: { kind: 'LEXICOGRAPHIC', criteria: ['LATENESS'] } });
  return (quantity) => {
    const { options } = promise(keeper.network, {
      ...{ channel: given.channel, currency: 'EUR', at: now, methodTypes: ['SHIPPING'] },
      destination: { country: 'FR', postalCode: '69002' },
      ...{ lines: [{ sku: 'shoe', quantity }], limits: { maxSplits: 9 } },
    });
    const lines = options[0]?.shipments.flatMap((shipment) => shipment.lines);
    return lines && { backordered: lines.reduce((sum, { backordered }) => sum + backordered, 0) };
  };
}

it('says on the page what the promise would source', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { status, availableToPromise } = page(given);
      const sourced = sourcing(given);
      const one = sourced(1);
      expect({ status, isOffered: one !== undefined }).toEqual({
        status,
        isOffered: status !== 'OUT_OF_STOCK',
      });
      if (status === 'BACKORDER') expect(one?.backordered).toBe(1);
      if (status === 'IN_STOCK' || status === 'LOW_STOCK') {
        expect(one?.backordered).toBe(0);
        expect(sourced(availableToPromise)?.backordered).toBe(0);
        // One more than there is has to wait, or cannot be had.
        expect(sourced(availableToPromise + 1)?.backordered).not.toBe(0);
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
