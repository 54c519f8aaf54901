import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locationInput } from './locationInput.ts';
import { callers } from '../../../test/support/world.ts';
import {
  act,
  action,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

describe('the work of a location', () => {
  let world: FulfillmentWorld;
  const lyon = callers.associate('lyon');
  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, {
      input: { locations: [locationInput('lyon'), locationInput('paris')] },
    });
    const variant = (sku: string, weightGrams: number) => ({
      ...{ sku, productId: 'p', weightGrams, lengthMm: 1, widthMm: 1, heightMm: 1, customisable: false },
      ...{ restrictions: [], price: { amountMinor: 100, currency: 'EUR' }, taxBasisPoints: 2000 },
    });
    await world.hear(
      'catalog.VariantsChanged',
      { variants: [variant('shoe', 700), variant('sock', 50)] },
      'variants:1',
    );
  });
  afterAll(() => world.stop());

  it('goes from a confirmed order to the carrier', async () => {
    const order = confirmedOrder('o1', [
      shipmentFrom('lyon', [units('l1', 'shoe', 2), units('l2', 'sock', 3)]),
      shipmentFrom('paris', [units('l2', 'sock', 1)]),
    ]);
    await world.hear('orders.OrderConfirmed', order, 'order:o1', 'confirmed-o1');
    await world.hear('orders.OrderConfirmed', order, 'order:o1', 'confirmed-o1');
    const all = await workOn(world, 'o1');
    expect(all.map((work) => [work.location.id, work.status, work.assignment, work.step])).toEqual([
      ['lyon', 'OPEN', 'OFFERED', 'TO_PICK'],
      ['paris', 'OPEN', 'OFFERED', 'TO_PICK'],
    ]);
    const id = all[0]?.id ?? '';
    expect(all[0]?.allowedActions).toEqual(['ACCEPT', 'REJECT']);
    await act(world, 'acceptFulfillmentOrder', { id }, lyon);
    await act(world, 'startPicking', { id }, lyon);
    const picked = await act(world, 'pickFulfillmentOrder', { id }, lyon);
    expect(picked).toMatchObject({
      status: 'IN_PROGRESS',
      step: 'PICKED',
      allowedActions: ['REJECT', 'PACK', 'UNPICK', 'REPORT_FAILED'],
    });
    const packed = await act(world, 'packFulfillmentOrder', { id }, lyon);
    expect(packed.parcels).toEqual([
      {
        number: 1,
        weightGrams: 1550,
        lines: [
          { lineId: 'l1', quantity: 2 },
          { lineId: 'l2', quantity: 3 },
        ],
      },
    ]);
    const labelled = await act(world, 'labelFulfillmentOrder', { id }, lyon);
    expect(labelled.shipment?.id.startsWith(`shipment-of-${id}`)).toBe(true);
    const done = await act(world, 'handOverFulfillmentOrder', { id }, lyon);
    expect(done).toMatchObject({ status: 'CLOSED', step: 'HANDED_OVER', allowedActions: [] });
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver')).toEqual([
      {
        ...{ fulfillmentOrderId: id, orderId: 'o1', locationId: 'lyon', reservationId: 'reservation-o1' },
        ...{ shipmentId: labelled.shipment?.id, atMs: world.clock.nowMs() },
        lines: [
          { lineId: 'l1', sku: 'shoe', quantity: 2 },
          { lineId: 'l2', sku: 'sock', quantity: 3 },
        ],
      },
    ]);
    expect(world.toldOf('fulfillment.CapacityUsed')).toContainEqual({
      locationId: 'lyon',
      day: '2026-03-10',
      used: 1,
    });
  });

  let orders = 0;
  /** A fresh fulfillment order of two pairs of shoes in Lyon. */
  const fresh = async (serviceCode: string | null = 'standard'): Promise<string> => {
    const orderId = `fresh-${++orders}`;
    const shipment = shipmentFrom('lyon', [units('l1', 'shoe', 2)], serviceCode);
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, [shipment]), `order:${orderId}`);
    return (await workOn(world, orderId))[0]?.id ?? '';
  };
  const doAll = async (id: string, ...names: string[]): Promise<void> => {
    for (const name of names) await act(world, name, { id }, lyon);
  };

  it('hands collected goods to the customer', async () => {
    const id = await fresh(null);
    await doAll(id, 'acceptFulfillmentOrder', 'pickFulfillmentOrder');
    expect(await world.code(action('handOverFulfillmentOrder'), { input: { id } }, lyon)).toBe(
      'INVALID_TRANSITION',
    );
    expect(await act(world, 'readyForCollection', { id }, lyon)).toMatchObject({
      step: 'READY_FOR_COLLECTION',
      allowedActions: ['COLLECT'],
    });
    expect(await act(world, 'collectFulfillmentOrder', { id }, lyon)).toMatchObject({
      status: 'CLOSED',
      step: 'COLLECTED',
    });
    await world.settle();
    expect(world.toldOf('fulfillment.Collected').at(-1)).toMatchObject({
      ...{ fulfillmentOrderId: id, reservationId: `reservation-fresh-${orders}` },
      lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }],
    });
  });

  it('refuses every action the table does not allow, and changes nothing', async () => {
    const id = await fresh();
    const later = ['startPicking', 'pickFulfillmentOrder', 'packFulfillmentOrder', 'labelFulfillmentOrder'];
    const last = ['handOverFulfillmentOrder', 'readyForCollection', 'collectFulfillmentOrder'];
    const told = world.told.length;
    for (const name of [...later, ...last])
      expect([name, await world.code(action(name), { input: { id } }, lyon)]).toEqual([
        name,
        'INVALID_TRANSITION',
      ]);
    await act(world, 'acceptFulfillmentOrder', { id }, lyon);
    expect(await world.code(action('acceptFulfillmentOrder'), { input: { id } }, lyon)).toBe(
      'INVALID_TRANSITION',
    );
    await world.settle();
    expect(world.told.length).toBe(told + 1);
  });

  it('shows and lends work to its own location only: a foreign id looks like an unknown one', async () => {
    const id = await fresh();
    const stranger = callers.associate('paris');
    const see = 'query($id: ID!) { fulfillmentOrder(id: $id) { id } }';
    expect(await world.ok(see, { id }, stranger)).toEqual({ fulfillmentOrder: null });
    expect(await world.ok(see, { id: 'nope' }, stranger)).toEqual({ fulfillmentOrder: null });
    expect(await world.ok(see, { id }, callers.shopper('shopper-1'))).toEqual({ fulfillmentOrder: { id } });
    expect(await world.ok(see, { id }, callers.shopper('shopper-2'))).toEqual({ fulfillmentOrder: null });
    const foreign = await world.run(action('acceptFulfillmentOrder'), { input: { id } }, stranger);
    const unknown = await world.run(action('acceptFulfillmentOrder'), { input: { id: 'nope' } }, stranger);
    expect(foreign.errors?.[0]?.toJSON()).toEqual(unknown.errors?.[0]?.toJSON());
    expect(foreign.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    const owner = callers.shopper('shopper-1');
    expect(await world.code(action('acceptFulfillmentOrder'), { input: { id } }, owner)).toBe('FORBIDDEN');
    expect(await world.code(action('acceptFulfillmentOrder'), { input: { id } }, callers.anonymous)).toBe(
      'UNAUTHENTICATED',
    );
    expect((await workOn(world, `fresh-${orders}`, stranger)).length).toBe(0);
  });

  it('answers a repeated key as the first time, and refuses the key for something else', async () => {
    const id = await fresh();
    const first = await act(world, 'acceptFulfillmentOrder', { id, key: 'k1' }, lyon);
    await act(world, 'startPicking', { id }, lyon);
    expect(await act(world, 'acceptFulfillmentOrder', { id, key: 'k1' }, lyon)).toEqual(first);
    const other = await fresh();
    const reused = { input: { id: other, key: 'k1' } };
    expect(await world.code(action('acceptFulfillmentOrder'), reused, lyon)).toBe('IDEMPOTENCY_KEY_REUSED');
    const pick = { id, key: 'k2', lines: [{ lineId: 'l1', quantity: 2 }] };
    await act(world, 'pickFulfillmentOrder', pick, lyon);
    const changed = { input: { ...pick, lines: [{ lineId: 'l1', quantity: 1 }] } };
    expect(await world.code(action('pickFulfillmentOrder'), changed, lyon)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await world.code(action('packFulfillmentOrder'), { input: { id, key: '\n' } }, lyon)).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });

  it('lets one of two associates who accept at the same time win', async () => {
    const id = await fresh();
    const calls = [1, 2, 3].map(() => world.code(action('acceptFulfillmentOrder'), { input: { id } }, lyon));
    expect((await Promise.all(calls)).sort()).toEqual([
      'INVALID_TRANSITION',
      'INVALID_TRANSITION',
      undefined,
    ]);
  });

  it.each([
    ['more than asked', [{ lineId: 'l1', quantity: 3 }], 'INVALID_QUANTITY'],
    ['less than nothing', [{ lineId: 'l1', quantity: -1 }], 'INVALID_QUANTITY'],
    ['a million', [{ lineId: 'l1', quantity: 1_000_000 }], 'INVALID_QUANTITY'],
    ['half a shoe', [{ lineId: 'l1', quantity: 0.5 }], 'BAD_USER_INPUT'],
    ['an unknown line', [{ lineId: 'x', quantity: 1 }], 'BAD_USER_INPUT'],
  ])('refuses to pick %s', async (_what, lines, code) => {
    const id = await fresh();
    await act(world, 'acceptFulfillmentOrder', { id }, lyon);
    expect(await world.code(action('pickFulfillmentOrder'), { input: { id, lines } }, lyon)).toBe(code);
    expect((await workOn(world, `fresh-${orders}`))[0]).toMatchObject({
      step: 'TO_PICK',
      lines: [{ picked: 0 }],
    });
  });

  it('labels once however often it is asked, and passes on why the carrier refuses', async () => {
    const id = await fresh();
    await doAll(id, 'acceptFulfillmentOrder', 'pickFulfillmentOrder', 'packFulfillmentOrder');
    const made = world.answers['shipping.createShipment'];
    world.answers['shipping.createShipment'] = () => {
      throw new Error('away');
    };
    expect(await world.code(action('labelFulfillmentOrder'), { input: { id, key: 'label' } }, lyon)).toBe(
      'INTERNAL',
    );
    world.answers['shipping.createShipment'] = made ?? (() => ({}));
    const first = await act(world, 'labelFulfillmentOrder', { id, key: 'label' }, lyon);
    expect(await act(world, 'labelFulfillmentOrder', { id, key: 'label' }, lyon)).toEqual(first);
    expect(await world.code(action('labelFulfillmentOrder'), { input: { id } }, lyon)).toBe(
      'INVALID_TRANSITION',
    );
    const keys = world.asked
      .filter(({ what }) => what === 'shipping.createShipment')
      .map(({ variables }) => (variables['input'] as { key: string }).key)
      .filter((key) => key.startsWith(id));
    expect(new Set(keys).size).toBe(1);
  });

  it('waits while the order is on hold', async () => {
    const id = await fresh();
    const orderId = `fresh-${orders}`;
    await world.hear('orders.OrderHeld', { orderId, reason: 'asked to' }, `order:${orderId}`);
    expect((await workOn(world, orderId))[0]).toMatchObject({ status: 'ON_HOLD', allowedActions: [] });
    expect(await world.code(action('acceptFulfillmentOrder'), { input: { id } }, lyon)).toBe(
      'INVALID_TRANSITION',
    );
    const again = confirmedOrder(orderId, [shipmentFrom('lyon', [units('l1', 'shoe', 2)])]);
    await world.hear('orders.OrderConfirmed', again, `order:${orderId}`);
    expect((await workOn(world, orderId)).map((work) => work.status)).toEqual(['OPEN']);
  });
});
