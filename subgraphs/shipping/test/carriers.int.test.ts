import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { simulate, useCarriers } from './carrierWorld.ts';
import {
  createShipment,
  importServices,
  shipmentFields,
  shipmentInput,
  shipped,
  shippingWorld,
  type SeenShipment,
  type ShippingWorld,
} from './subgraphWorld.ts';
import { serviceInput } from './serviceInput.ts';

const poll = `mutation($id: ID!) { pollShipment(id: $id) { ${shipmentFields} } }`;

describe('shipments and their carriers', () => {
  const subgraph = useCarriers();
  const { play } = subgraph;

  it.each([
    ['ON_TIME', 5, 'DELIVERED', 5],
    ['LATE', 5, 'DELIVERED', 5],
    ['LOST', 5, 'LOST', 5],
    ['DUPLICATED', 10, 'DELIVERED', 5],
    ['OUT_OF_ORDER', 5, 'DELIVERED', 5],
  ] as const)(
    'travel as the scenario %s says, by signed webhook',
    async (scenario, sent, milestone, reports) => {
      const { id } = await shipped(subgraph.world, `play-${scenario}`);
      const played = await play(id, scenario);
      expect(played.sent).toBe(sent);
      expect(played.shipment.milestone).toBe(milestone);
      expect(played.shipment.trackingEvents.length).toBe(reports);
      await subgraph.world.settle();
      const ofThis = <T extends { shipmentId: string }>(events: T[]): T[] =>
        events.filter((event) => event.shipmentId === id);
      const delivered = ofThis(subgraph.world.toldOf('shipping.ShipmentDelivered'));
      const lost = ofThis(subgraph.world.toldOf('shipping.ShipmentLost'));
      expect([delivered.length, lost.length]).toEqual(milestone === 'LOST' ? [0, 1] : [1, 0]);
      if (milestone === 'DELIVERED') {
        const [{ deliveredAtMs, promisedLatestAtMs = 0 } = { deliveredAtMs: 0 }] = delivered;
        expect(deliveredAtMs > promisedLatestAtMs).toBe(scenario === 'LATE');
      }
    },
  );

  it('of several parcels arrive when all have', async () => {
    const parcel = (number: number, lineId: string) => ({
      number,
      weightGrams: 500,
      lines: [{ lineId, sku: 'shoe', quantity: 1 }],
    });
    const { id, parcels } = await shipped(subgraph.world, 'two', {
      parcels: [parcel(1, 'l1'), parcel(2, 'l2')],
    });
    expect(new Set(parcels.map((each) => each.trackingCode)).size).toBe(2);
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('DELIVERED');
    await subgraph.world.settle();
    const told = subgraph.world
      .toldOf('shipping.ShipmentDelivered')
      .filter((event) => event.shipmentId === id);
    expect(told.map((event) => event.lines.map((line) => line.lineId))).toEqual([['l1', 'l2']]);
  });

  it('wait at the pickup point where the service goes to one', async () => {
    const { id } = await shipped(subgraph.world, 'point', { serviceCode: 'points' });
    expect((await play(id, 'ON_TIME')).shipment.trackingEvents.map((event) => event.milestone)).toContain(
      'AVAILABLE_FOR_PICKUP',
    );
  });

  it('can be asked after when webhooks got lost', async () => {
    const { id } = await shipped(subgraph.world, 'polled');
    subgraph.lose(true);
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('HANDED_OVER');
    subgraph.lose(false);
    const worker = callers.agent(['shipping:work', 'orders:read']);
    const polled = await subgraph.world.ok<{ pollShipment: SeenShipment }>(poll, { id }, worker);
    expect(polled.pollShipment).toMatchObject({ milestone: 'DELIVERED' });
    const again = await subgraph.world.ok<{ pollShipment: SeenShipment }>(poll, { id }, worker);
    expect(again).toEqual(polled);
    expect((await play(id, 'ON_TIME')).shipment.trackingEvents.length).toBe(5);
    expect(await subgraph.world.code(poll, { id: 'nope' }, worker)).toBe('NOT_FOUND');
    expect(await subgraph.world.code(poll, { id }, callers.shopper())).toBe('FORBIDDEN');
  });

  it('cannot be played before they have left, nor by just anybody', async () => {
    const { id } = await shipped(subgraph.world, 'waiting', {}, false);
    expect(await subgraph.world.code(simulate, { id, scenario: 'ON_TIME' })).toBe('INVALID_TRANSITION');
    expect(await subgraph.world.code(simulate, { id, scenario: 'ON_TIME' }, callers.associate('lyon'))).toBe(
      'FORBIDDEN',
    );
    expect(await subgraph.world.code(simulate, { id: 'nope', scenario: 'ON_TIME' })).toBe('NOT_FOUND');
  });
});

describe('a world without simulated carriers', () => {
  let world: ShippingWorld;
  beforeAll(async () => {
    world = await shippingWorld({ config: { webhookSecret: 's', simulator: false } });
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());
  it('plays no journeys and ships only with carriers it has', async () => {
    expect(await world.code(simulate, { id: 'any', scenario: 'LOST' })).toBe('FORBIDDEN');
    expect(await world.code(createShipment, { input: shipmentInput('x') })).toBe('NOT_FOUND');
    expect((await world.post('postale', {})).status).toBe(404);
    expect(world.clock.nowMs()).toBe(testStartMs);
  });
});
