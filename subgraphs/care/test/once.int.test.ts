import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoneSubgraph, type LoneSubgraph } from '../../../test/support/loneSubgraph.ts';
import { handleSecret } from '../../../test/support/tradingApplication.ts';
import { waitFor } from '../../../test/support/waitFor.ts';
import { callers } from '../../../test/support/world.ts';
import { seededRandom } from '../../../platform/random/random.ts';
import type { SubgraphService } from '../../../platform/graph/subgraph.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { ProviderError, type MailTransport } from '../ports.ts';
import { careConsumes } from '../reactions.ts';
import { createCareSubgraph } from '../subgraph.ts';

const dayMs = 86_400_000;

/** A provider that knows its keys: what it was given, and how often. */
function countingProvider() {
  const given = new Map<string, number>();
  const subjects = new Map<string, string[]>();
  const faults: (() => void)[] = [];
  const mail: MailTransport = {
    send: async ({ key, subject, to }) => {
      faults.pop()?.();
      given.set(key, (given.get(key) ?? 0) + 1);
      subjects.set(to.address, [...(subjects.get(to.address) ?? []), subject]);
    },
    taken: (key) => Promise.resolve(given.has(key)),
    stop: () => Promise.resolve(),
  };
  return { mail, given, subjects, faults };
}

const placed = (orderId: string, nowMs: number): EventPayload<'orders.OrderPlaced'> => ({
  ...{ orderId, number: orderId.toUpperCase(), owner: 's', channel: 'web', currency: 'EUR', locale: 'en' },
  ...{ placedAtMs: nowMs, destination: { country: 'FR' }, reservationId: 'r', shipments: [] },
  lines: [{ lineId: 'l', sku: 'shoe', quantity: 1, unitPriceMinor: 100, taxBasisPoints: 0 }],
  promise: {
    ...{
      promiseId: 'p',
      methodType: 'SHIPPING',
      code: 'c',
      title: 't',
      earliestAtMs: nowMs,
      latestAtMs: nowMs,
    },
    ...{ timeZone: 'Europe/Paris', confidence: 0.9, kgCO2e: 1, configVersion: 'v' },
  },
  ...{ delivery: { amountMinor: 0, currency: 'EUR' }, deliveryTax: { amountMinor: 0, currency: 'EUR' } },
  total: { amountMinor: 100, currency: 'EUR' },
});

describe('a message under doubled and reordered events, and processes that die', () => {
  const provider = countingProvider();
  const random = seededRandom('once');
  let world: LoneSubgraph;
  let care: SubgraphService;
  let deathsLeft = 12;
  let deaths = 0;

  /** The process dies at a named point with some luck: what comes after it is not done. */
  const die = (point: string): void => {
    if (!point.startsWith('care.') || deathsLeft === 0 || random.next() > 0.15) return;
    deathsLeft -= 1;
    deaths += 1;
    throw new Error(`died at ${point}`);
  };
  const open = async (): Promise<void> => {
    const deps = { ...(await world.deps('care')), crashpoint: die, soleWriter: true };
    care = createCareSubgraph({ ...deps, mail: provider.mail, config: { linkSecret: handleSecret } });
    await world.add(care);
  };

  beforeAll(async () => {
    world = await createLoneSubgraph({
      ...{ name: 'care', consumes: careConsumes, subgraph: () => care, caller: callers.admin },
    });
    world.addTarget('orders', {
      execute: ({ variables }) =>
        Promise.resolve({
          data: {
            order: {
              address: { name: 'A' },
              contact: { email: `${String(variables?.['id'])}@example.com`, phone: null, consents: [] },
            },
          },
        }),
    });
    world.addTarget('catalog', { execute: () => Promise.resolve({ data: { variant: { title: 'Shoe' } } }) });
    await open();
  });
  afterAll(() => world.stop());

  it('reaches the provider exactly once each, and none contradicts a newer fact', async () => {
    const count = 16;
    const nowMs = world.clock.nowMs();
    const ref = (i: number) => ({ shipmentId: `s${i}`, orderId: `o${i}`, fulfillmentOrderId: 'f' });
    const tell: (() => Promise<void>)[] = [];
    for (let i = 0; i < count; i++) {
      const created = {
        ...{ carrier: 'c', serviceCode: 'parcel', locationId: 'w', isReturn: false, lines: [] },
        ...{ owner: 's', channel: 'web', parcels: [] },
      };
      const shipment = `shipment:s${i}`;
      const steps = [
        () => world.hear('shipping.ShipmentCreated', { ...ref(i), ...created }, shipment, `a${i}`, false),
        () =>
          world.hear('shipping.ShipmentHandedOver', { ...ref(i), serviceCode: 'parcel', locationId: 'w', atMs: nowMs }, shipment, `b${i}`, false), // prettier-ignore
        () =>
          world.hear('shipping.ShipmentDelivered', { ...ref(i), serviceCode: 'parcel', locationId: 'w', isReturn: false, deliveredAtMs: nowMs + 1, lines: [] }, shipment, `c${i}`, false), // prettier-ignore
      ];
      // Within a stream the inbox keeps the order; between streams nothing does.
      const order = () =>
        world.hear('orders.OrderPlaced', placed(`o${i}`, nowMs), `order:o${i}`, `o${i}`, false);
      tell.push(async () => {
        if (random.next() < 0.5) await order();
        for (const step of steps) {
          await step();
          if (random.next() < 0.2) await step();
        }
        await order();
      });
    }
    // One message in ten meets a server that is away for a moment.
    for (let i = 0; i < 6; i++)
      provider.faults.push(() => {
        throw new ProviderError('away', false);
      });
    for (const each of tell) await each();
    await world.settle();
    for (let round = 0; round < 6; round++) {
      await world.clock.advanceBy(70_000);
      await world.settle();
      if (round % 2 === 0) {
        await care.stop();
        await open();
        await world.settle();
      }
    }
    await world.clock.advanceBy(dayMs);
    await world.settle();
    await waitFor('every order to be told of', () => provider.subjects.size === count);
    expect(deaths).toBeGreaterThan(3);
    expect([...provider.given.values()].filter((times) => times !== 1)).toEqual([]);
    for (const [address, told] of provider.subjects)
      expect([address, [...told].sort()]).toEqual([
        address,
        [expect.stringMatching(/^Thank you/), 'Your parcel has arrived'].sort(),
      ]);
  });
});
