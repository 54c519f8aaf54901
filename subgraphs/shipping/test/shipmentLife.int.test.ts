import { describe, expect, it } from 'vitest';
import { useCarriers } from './carrierWorld.ts';
import {
  createShipment,
  handOverOf,
  shipmentFields,
  shipmentInput,
  shipmentOf,
  shipped,
  type SeenShipment,
} from './subgraphWorld.ts';

const voidIt = 'mutation($id: ID!, $key: ID!) { voidShipment(id: $id, key: $key) { id milestone } }';
const createReturn = `mutation($input: CreateReturnShipmentInput!) { createReturnShipment(input: $input) { ${shipmentFields} } }`;
const label = 'query($id: ID!) { shipment(id: $id) { label { fileName contentType contentBase64 } } }';

describe('shipments and their carriers', () => {
  const subgraph = useCarriers();
  const { play } = subgraph;

  it('are made once for each key', async () => {
    const [first, second] = await Promise.all([
      shipped(subgraph.world, 's1', {}, false),
      shipped(subgraph.world, 's1', {}, false),
    ]);
    expect(second).toEqual(first);
    expect(await shipped(subgraph.world, 's1', {}, false)).toEqual(first);
    const other = { input: shipmentInput('s1', { locationId: 'paris' }) };
    expect(await subgraph.world.code(createShipment, other)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(
      subgraph.world.toldOf('shipping.ShipmentCreated').filter((event) => event.fulfillmentOrderId === 's1')
        .length,
    ).toBe(1);
  });

  it.each([
    ['an unknown service', { serviceCode: 'nope' }, 'BAD_USER_INPUT'],
    [
      'too heavy a parcel',
      { parcels: [{ number: 1, weightGrams: 30_001, lines: [{ lineId: 'l', sku: 's', quantity: 1 }] }] },
      'BAD_USER_INPUT',
    ],
    [
      'a parcel without weight',
      { parcels: [{ number: 1, weightGrams: 0, lines: [{ lineId: 'l', sku: 's', quantity: 1 }] }] },
      'BAD_USER_INPUT',
    ],
    ['an empty parcel', { parcels: [{ number: 1, weightGrams: 5, lines: [] }] }, 'BAD_USER_INPUT'],
    ['no parcel', { parcels: [] }, 'BAD_USER_INPUT'],
    [
      'a quantity of 0',
      { parcels: [{ number: 1, weightGrams: 5, lines: [{ lineId: 'l', sku: 's', quantity: 0 }] }] },
      'INVALID_QUANTITY',
    ],
    [
      'a million units',
      { parcels: [{ number: 1, weightGrams: 5, lines: [{ lineId: 'l', sku: 's', quantity: 1_000_000 }] }] },
      'INVALID_QUANTITY',
    ],
  ])('with %s are refused', async (_what, more, code) => {
    expect(await subgraph.world.code(createShipment, { input: shipmentInput('refused', more) })).toBe(code);
    expect(
      await subgraph.world.ok('query { shipments(orderId: "o-refused") { edges { node { id } } } }'),
    ).toEqual({
      shipments: { edges: [] },
    });
  });

  it('are voided before they leave, once, and not after', async () => {
    const { id } = await shipped(subgraph.world, 'void', {}, false);
    const first = await subgraph.world.ok(voidIt, { id, key: 'v1' });
    expect(first).toEqual({ voidShipment: { id, milestone: 'CANCELLED' } });
    expect(await subgraph.world.ok(voidIt, { id, key: 'v1' })).toEqual(first);
    expect(await subgraph.world.ok(label, { id })).toEqual({ shipment: { label: null } });
    const left = await shipped(subgraph.world, 'void-late');
    expect(await subgraph.world.code(voidIt, { id: left.id, key: 'v2' })).toBe('INVALID_TRANSITION');
    expect(await subgraph.world.code(voidIt, { id: 'nope', key: 'v3' })).toBe('NOT_FOUND');
    await subgraph.world.settle();
    expect(
      subgraph.world.toldOf('shipping.ShipmentVoided').filter((event) => event.shipmentId === id).length,
    ).toBe(1);
  });

  it('of cancelled work are void, and no new ones are made for it', async () => {
    const cancelled = (fulfillmentOrderId: string, more: object) =>
      subgraph.world.hear(
        'fulfillment.LinesCancelled',
        {
          ...{ fulfillmentOrderId, orderId: `o-${fulfillmentOrderId}`, locationId: 'lyon' },
          ...{ lines: [{ lineId: 'l1', sku: 'shoe', quantity: 1 }], closed: true, searching: false },
          ...more,
        },
        `fulfillmentOrder:${fulfillmentOrderId}`,
      );
    const { id } = await shipped(subgraph.world, 'gone', {}, false);
    await cancelled('gone', {});
    expect((await shipmentOf(subgraph.world, id))?.milestone).toBe('CANCELLED');
    await cancelled('never-made', {});
    expect(await subgraph.world.code(createShipment, { input: shipmentInput('never-made') })).toBe(
      'CONFLICT',
    );
    const part = await shipped(subgraph.world, 'part', {}, false);
    await cancelled('part', { closed: false });
    expect((await shipmentOf(subgraph.world, part.id))?.milestone).toBe('LABEL_PURCHASED');
    await cancelled('part', { closed: false, voidShipmentId: part.id });
    expect((await shipmentOf(subgraph.world, part.id))?.milestone).toBe('CANCELLED');
    await handOverOf(subgraph.world, 'part', part.id);
    expect((await shipmentOf(subgraph.world, part.id))?.milestone).toBe('CANCELLED');
  });

  it('come back with the cheapest service that can bring them', async () => {
    const input = {
      ...{ key: 'return-1', orderId: 'o-9', returnId: 'return-1', locationId: 'lyon' },
      ...{
        owner: 'shopper-1',
        channel: 'web',
        weightGrams: 900,
        lines: [{ lineId: 'l1', sku: 'shoe', quantity: 1 }],
      },
    };
    const made = await subgraph.world.ok<{
      createReturnShipment: SeenShipment & { carrierService: { code: string } };
    }>(createReturn, { input });
    expect(made.createReturnShipment).toMatchObject({
      isReturn: true,
      milestone: 'LABEL_PURCHASED',
      carrierService: { code: 'cheap' },
    });
    expect(await subgraph.world.ok(createReturn, { input })).toEqual(made);
    const { id } = made.createReturnShipment;
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('DELIVERED');
    await subgraph.world.settle();
    const ofReturn = subgraph.world.told
      .filter((event) => event.data['returnId'] === 'return-1')
      .map((event) => event.type);
    expect(ofReturn.filter((type) => type !== 'shipping.TrackingRecorded')).toEqual([
      ...[
        'shipping.ShipmentCreated',
        'shipping.LabelPurchased',
        'shipping.ShipmentHandedOver',
        'shipping.ShipmentDelivered',
      ],
    ]);
    const heavy = { input: { ...input, key: 'return-2', returnId: 'return-2', weightGrams: 99_000 } };
    expect(await subgraph.world.code(createReturn, heavy)).toBe('BAD_USER_INPUT');
    const unknown = { input: { ...input, key: 'return-3', orderId: 'nope' } };
    expect(await subgraph.world.code(createReturn, unknown)).toBe('NOT_FOUND');
  });
});
