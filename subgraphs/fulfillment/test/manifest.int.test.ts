import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { carry, weigh } from './goods.ts';
import { locationInput } from './locationInput.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const fields =
  'id serviceCodes parcels weightGrams more leftOut entries { fulfillmentOrderId serviceCode parcels weightGrams shipment { id } }';
const closeText = `mutation($input: CloseManifestInput!) { closeManifest(input: $input) { ${fields} } }`;
const readText = `query($id: ID!) { carrierManifest(id: $id) { ${fields} } }`;
const pickupsText = `query($locationId: ID!) { carrierPickups(locationId: $locationId) {
  carrier serviceCodes pickupAt minutesLeft ready readyParcels notReady } }`;
const slipText = `query($id: ID!, $locale: String) { fulfillmentOrder(id: $id) { packingSlip {
  orderNumber instructions lines { parcel lineId quantity } text(locale: $locale) } } }`;

interface Closed {
  readonly closeManifest: { readonly id: string; readonly parcels: number };
}

describe("a carrier's pickup", () => {
  let world: FulfillmentWorld;
  const lyon = callers.associate('lyon');
  const paris = callers.associate('paris');
  let orders = 0;
  const steps = [
    'acceptFulfillmentOrder',
    'pickFulfillmentOrder',
    'packFulfillmentOrder',
    'labelFulfillmentOrder',
  ];
  const work = async (done: number, quantity = 1, serviceCode = 'standard'): Promise<string> => {
    const orderId = `m-${++orders}`;
    const shipment = shipmentFrom('lyon', [units('l1', 'shoe', quantity)], serviceCode);
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, [shipment]), `order:${orderId}`);
    const id = (await workOn(world, orderId))[0]?.id ?? '';
    for (const step of steps.slice(0, done)) await act(world, step, { id }, lyon);
    return id;
  };
  const close = (more: object = {}) => ({
    input: { locationId: 'lyon', serviceCodes: ['standard'], idempotencyKey: `k-${++orders}`, ...more },
  });

  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, {
      input: { locations: [locationInput('lyon'), locationInput('paris')] },
    });
    await weigh(world, 'shoe', 700);
    await carry(world, 'standard', 1_500);
    await carry(world, 'express', 30_000);
  });
  afterAll(() => world.stop());

  it('is listed with what is ready and what is not, and takes everything ready at once on one manifest', async () => {
    expect(await world.code(closeText, close(), lyon)).toBe('NOTHING_TO_HAND_OVER');
    const ready = [await work(4, 3), await work(4, 1)];
    const express = await work(4, 1, 'express');
    await work(2);
    const pickupAt = new Date(testStartMs + 5 * 3_600_000).toISOString().replace('.000', '');
    const { carrierPickups } = await world.ok<{ carrierPickups: object[] }>(
      pickupsText,
      { locationId: 'lyon' },
      lyon,
    );
    expect(carrierPickups).toEqual([
      {
        ...{ carrier: 'postale', serviceCodes: ['express', 'standard'], pickupAt, minutesLeft: 300 },
        ...{ ready: 3, readyParcels: 4, notReady: 1 },
      },
    ]);
    const variables = close();
    const { closeManifest: closed } = await world.ok<Closed>(closeText, variables, lyon);
    expect(closed).toMatchObject({
      ...{ parcels: 3, weightGrams: 2_800, more: false, leftOut: [] },
      entries: ready.map((fulfillmentOrderId) => ({ fulfillmentOrderId, serviceCode: 'standard' })),
    });
    // The key again: the same manifest, nothing handed over twice.
    expect((await world.ok<Closed>(closeText, variables, lyon)).closeManifest).toEqual(closed);
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver').map((event) => event.fulfillmentOrderId)).toEqual(ready);
    expect(world.toldOf('fulfillment.ManifestClosed')).toHaveLength(1);
    expect(await world.ok(readText, { id: closed.id }, lyon)).toEqual({ carrierManifest: closed });
    expect(await world.ok(readText, { id: closed.id }, paris)).toEqual({ carrierManifest: null });
    expect(await world.code(closeText, close({ serviceCodes: [] }), lyon)).toBe('BAD_USER_INPUT');
    expect(await world.code(closeText, close(), paris)).toBe('FORBIDDEN');
    expect(await world.code(closeText, close(), lyon)).toBe('NOTHING_TO_HAND_OVER');
    await world.ok<Closed>(closeText, close({ serviceCodes: ['express'] }), lyon);
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver').at(-1)?.fulfillmentOrderId).toBe(express);
  });

  it('leaves what is due for a later one', async () => {
    await work(4);
    const dueBy = new Date(testStartMs + 3_600_000).toISOString();
    expect(await world.code(closeText, close({ dueBy }), lyon)).toBe('NOTHING_TO_HAND_OVER');
    await world.ok<Closed>(
      closeText,
      close({ dueBy: new Date(testStartMs + 5 * 3_600_000).toISOString() }),
      lyon,
    );
  });

  it('lists what was handed over by itself since the last one, once, and hands nothing over twice', async () => {
    const alone = await work(4);
    await act(world, 'handOverFulfillmentOrder', { id: alone }, lyon);
    const ready = await work(4);
    const before = world.toldOf('fulfillment.HandedOver').length;
    interface Listed {
      readonly closeManifest: {
        readonly entries: readonly { fulfillmentOrderId: string; handedOverAt: string | null }[];
      };
    }
    const text = closeText.replace('fulfillmentOrderId', 'fulfillmentOrderId handedOverAt');
    const { closeManifest } = await world.ok<Listed>(text, close(), lyon);
    const at = new Date(world.clock.nowMs()).toISOString().replace('.000', '');
    expect(closeManifest.entries.map((entry) => [entry.fulfillmentOrderId, entry.handedOverAt])).toEqual([
      [ready, null],
      [alone, at],
    ]);
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver')).toHaveLength(before + 1);
    expect(await world.code(closeText, close(), lyon)).toBe('NOTHING_TO_HAND_OVER');
    const late = await work(4);
    await act(world, 'handOverFulfillmentOrder', { id: late }, lyon);
    const both = await Promise.all([1, 2].map(() => world.run(text, close(), lyon)));
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const old = await work(4);
    await act(world, 'handOverFulfillmentOrder', { id: old }, lyon);
    await world.clock.advanceBy(25 * 3_600_000);
    expect(await world.code(closeText, close(), lyon)).toBe('NOTHING_TO_HAND_OVER');
  });

  it('gets a packing slip into each parcel, in the language asked for and without prices', async () => {
    const id = await work(3, 3);
    const address = {
      name: 'A',
      line1: 'Rue 1',
      city: 'Lyon',
      country: 'FR',
      instructions: 'Chez la voisine',
    };
    world.answers['orders.order'] = () => ({ order: { address } });
    interface Slip {
      readonly fulfillmentOrder: {
        readonly packingSlip: {
          readonly orderNumber: string;
          readonly instructions: string | null;
          readonly lines: object[];
          readonly text: string;
        };
      };
    }
    const { fulfillmentOrder } = await world.ok<Slip>(slipText, { id, locale: 'fr-FR' }, lyon);
    const { orderNumber, lines, text } = fulfillmentOrder.packingSlip;
    expect(orderNumber).toBe(`N-m-${orders}`);
    expect(fulfillmentOrder.packingSlip.instructions).toBe('Chez la voisine');
    expect(text).toContain('Pour la livraison: Chez la voisine');
    expect(lines).toEqual([
      { parcel: 1, lineId: 'l1', quantity: 2 },
      { parcel: 2, lineId: 'l1', quantity: 1 },
    ]);
    const pages = text.split('\f');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Colis 1 sur 2');
    expect(pages[1]).toContain(`Commande N-m-${orders}`);
    for (const line of text.split(/[\n\f]/)) expect(line.length).toBeLessThanOrEqual(80);
  });
});
