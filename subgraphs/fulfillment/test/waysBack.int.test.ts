import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codedError } from '../../../platform/errors/codedError.ts';
import { carry, weigh } from './goods.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst } from './refusedWork.ts';
import {
  act,
  action,
  confirmedOrder,
  fulfillmentOrderFields,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
  type SeenWork,
} from './subgraphWorld.ts';

const inputs: Record<string, string> = {
  reportFailedUnits: 'FailedUnitsInput',
  collectUnits: 'CollectUnitsInput',
};
const correction = (name: string): string =>
  `mutation($input: ${inputs[name] ?? 'WorkCorrectionInput'}!) { ${name}(input: $input) { ${fulfillmentOrderFields} } }`;

describe('work that has begun', () => {
  let world: FulfillmentWorld;
  let orders = 0;
  let keys = 0;
  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, {
      input: { locations: ['lyon', 'paris'].map((id) => locationInput(id)) },
    });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.answers['shipping.voidShipment'] = ({ id }) => ({ voidShipment: { id } });
    world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    world.answers['catalog.transferReservation'] = moved;
  });

  const order = async (
    lines: ReturnType<typeof units>[],
    more: Parameters<typeof confirmedOrder>[2] & { collect?: boolean } = {},
  ): Promise<{ orderId: string; id: string }> => {
    const orderId = `w-${++orders}`;
    const { collect = false, ...rest } = more;
    const shipment = shipmentFrom('lyon', lines, collect ? null : 'standard');
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, [shipment], rest), `order:${orderId}`);
    return { orderId, id: (await workOn(world, orderId))[0]?.id ?? '' };
  };
  const correct = async (name: string, input: object): Promise<SeenWork> => {
    const data = await world.ok<Record<string, SeenWork>>(correction(name), {
      input: { idempotencyKey: `key-${++keys}`, ...input },
    });
    return data[name] as SeenWork;
  };
  const packed = async (id: string): Promise<SeenWork> => {
    await act(world, 'acceptFulfillmentOrder', { id });
    await act(world, 'pickFulfillmentOrder', { id });
    return act(world, 'packFulfillmentOrder', { id });
  };
  const told = (id: string, type: Parameters<FulfillmentWorld['toldOf']>[0]) =>
    world.toldOf(type).filter((event) => 'fulfillmentOrderId' in event && event.fulfillmentOrderId === id);

  it('is packed into as many parcels as the service carries, and packed again otherwise', async () => {
    await weigh(world, 'dumbbell', 12_000);
    await carry(world, 'standard', 30_000);
    const { id } = await order([units('l1', 'dumbbell', 3)]);
    const plan = await packed(id);
    expect(plan.parcels.map(({ weightGrams }) => weightGrams)).toEqual([24_000, 12_000]);
    const heavy = [{ lines: [{ lineId: 'l1', quantity: 3 }] }];
    expect(await world.code(action('packFulfillmentOrder'), { input: { id, parcels: heavy } })).toBe('BAD_USER_INPUT'); // prettier-ignore
    const alone = [1, 1, 1].map((quantity) => ({ lines: [{ lineId: 'l1', quantity }] }));
    expect((await act(world, 'packFulfillmentOrder', { id, parcels: alone })).parcels).toHaveLength(3);
  });

  it('gets another label when the first is void, by its own hand or somebody else’s', async () => {
    const { id, orderId } = await order([units('l1', 'dumbbell', 1)]);
    await packed(id);
    const first = (await act(world, 'labelFulfillmentOrder', { id })).shipment?.id ?? '';
    const back = await correct('voidLabel', { id, reason: 'the printer ate it' });
    expect([back.step, back.shipment]).toEqual(['PACKED', null]);
    const second = (await act(world, 'labelFulfillmentOrder', { id })).shipment?.id ?? '';
    expect(second).not.toBe(first);
    await world.hear(
      'shipping.ShipmentVoided',
      { shipmentId: second, orderId, fulfillmentOrderId: id },
      `shipment:${second}`,
    );
    expect((await workOn(world, orderId))[0]?.step).toBe('PACKED');
    const third = (await act(world, 'labelFulfillmentOrder', { id })).shipment?.id ?? '';
    expect([first, second]).not.toContain(third);
    expect((await act(world, 'handOverFulfillmentOrder', { id })).step).toBe('HANDED_OVER');
  });

  it('keeps a label that the carrier has scanned', async () => {
    world.answers['shipping.voidShipment'] = () => {
      throw codedError('INVALID_TRANSITION', 'it is IN_TRANSIT');
    };
    const { id } = await order([units('l1', 'dumbbell', 1)]);
    await packed(id);
    await act(world, 'labelFulfillmentOrder', { id });
    const input = { id, reason: 'too late', idempotencyKey: 'scanned' };
    expect(await world.code(correction('voidLabel'), { input })).toBe('INVALID_TRANSITION');
    expect((await act(world, 'handOverFulfillmentOrder', { id })).step).toBe('HANDED_OVER');
  });

  it('gives broken units up after packing; they are sourced elsewhere and the rest goes on', async () => {
    const { id, orderId } = await order([units('l1', 'dumbbell', 3)]);
    await packed(id);
    const broken = [{ lineId: 'l1', quantity: 2, reason: 'DAMAGED' }];
    const after = await correct('reportFailedUnits', { id, lines: broken });
    expect(after).toMatchObject({
      ...{ step: 'PACKED', status: 'IN_PROGRESS', lines: [{ picked: 1, rerouted: 2 }] },
      parcels: [{ lines: [{ lineId: 'l1', quantity: 1 }] }],
    });
    await world.settle();
    expect(world.toldOf('fulfillment.StockDiscrepancy').at(-1)).toMatchObject({
      ...{ fulfillmentOrderId: id, reason: 'DAMAGED', lines: [{ quantity: 2, locationId: 'lyon' }] },
    });
    const [, paris] = await workOn(world, orderId);
    expect([paris?.location.id, paris?.lines[0]?.quantity]).toEqual(['paris', 2]);
  });

  it('goes back to the shelf, or is refused altogether', async () => {
    const { id } = await order([units('l1', 'dumbbell', 2)]);
    await packed(id);
    const back = await correct('unpickFulfillmentOrder', { id, reason: 'wrong colour' });
    expect(back).toMatchObject({ step: 'PICKING', parcels: [], lines: [{ picked: 0 }] });
    await act(world, 'pickFulfillmentOrder', { id });
    const refused = await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    expect(refused).toMatchObject({ status: 'CANCELLED', lines: [{ picked: 0, rerouted: 2 }] });
  });

  describe('or that waits for a receipt', () => {
    const line = (quantity: number, awaited: number) => [
      units('l1', 'dumbbell', quantity - awaited),
      { ...units('l1', 'dumbbell', awaited), future: true },
    ];
    const arrive = (orderId: string, quantity: number) =>
      world.hear(
        'catalog.ReservedUnitsArrived',
        {
          ...{ reservationId: `reservation-${orderId}`, key: `receipt-${++keys}`, receiptId: 'r1' },
          lines: [{ sku: 'dumbbell', locationId: 'lyon', quantity, future: true }],
        },
        `reservation:reservation-${orderId}`,
      );
    const cancel = (orderId: string, quantity: number) =>
      world.hear(
        'orders.CancelAsked',
        {
          ...{ orderId, causeId: `ask-${++keys}`, reason: 'changed my mind', by: 'CUSTOMER' },
          lines: [{ lineId: 'l1', sku: 'dumbbell', quantity }],
        },
        `order:${orderId}`,
      );

    it('is scheduled and cannot be picked before it is booked', async () => {
      const { id, orderId } = await order(line(5, 3));
      await act(world, 'acceptFulfillmentOrder', { id });
      const [waiting] = await workOn(world, orderId);
      expect(waiting).toMatchObject({ status: 'SCHEDULED', allowedActions: ['REJECT'] });
      const pick = () => world.code(action('pickFulfillmentOrder'), { input: { id } });
      expect(await pick()).toBe('INVALID_TRANSITION');
      await arrive(orderId, 2);
      expect(await pick()).toBe('INVALID_TRANSITION');
      await arrive(orderId, 1);
      expect(await pick()).toBeUndefined();
      expect(told(id, 'fulfillment.UnitsArrived')).toHaveLength(2);
    });

    it('begins at once when the units came before anybody here knew of the order', async () => {
      await arrive(`w-${orders + 1}`, 3);
      const { id } = await order(line(5, 3));
      await act(world, 'acceptFulfillmentOrder', { id });
      expect((await act(world, 'pickFulfillmentOrder', { id })).lines[0]?.picked).toBe(5);
    });

    it('gives up what has not come first', async () => {
      const { id, orderId } = await order(line(4, 2));
      await cancel(orderId, 2);
      await act(world, 'acceptFulfillmentOrder', { id });
      expect((await act(world, 'pickFulfillmentOrder', { id })).lines[0]?.picked).toBe(2);
    });

    it('looks elsewhere with both kinds of units, each as what it is', async () => {
      const { id } = await order(line(5, 3));
      await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
      await world.settle();
      const transfer = world.asked.findLast(({ what }) => what === 'catalog.transferReservation');
      const { release } = transfer?.variables['input'] as {
        release: { quantity: number; future: boolean }[];
      };
      expect(release.map(({ quantity, future }) => [quantity, future])).toEqual([
        [3, true],
        [2, false],
      ]);
    });
  });

  it('waits in the store, collected and cancelled in parts', async () => {
    const { id, orderId } = await order([units('l1', 'dumbbell', 4)], { collect: true, holdDays: 2 });
    await packed(id);
    await act(world, 'readyForCollection', { id });
    const some = await correct('collectUnits', { id, lines: [{ lineId: 'l1', quantity: 1 }] });
    expect([some.step, some.status]).toEqual(['READY_FOR_COLLECTION', 'IN_PROGRESS']);
    const tooMany = { id, lines: [{ lineId: 'l1', quantity: 4 }], idempotencyKey: 'too-many' };
    expect(await world.code(correction('collectUnits'), { input: tooMany })).toBe('INVALID_QUANTITY');
    await world.hear(
      'orders.CancelAsked',
      {
        ...{ orderId, causeId: 'waiting', reason: 'one is enough', by: 'CUSTOMER' },
        lines: [{ lineId: 'l1', sku: 'dumbbell', quantity: 2 }],
      },
      `order:${orderId}`,
    );
    const answer = world.toldOf('fulfillment.CancelAnswered').at(-1);
    expect(answer?.cancelled).toMatchObject([{ waited: true, lines: [{ quantity: 2 }] }]);
    const done = await act(world, 'collectFulfillmentOrder', { id });
    expect([done.step, done.status]).toEqual(['COLLECTED', 'CLOSED']);
    await world.settle();
    const parts = world.toldOf('fulfillment.Collected').filter((event) => event.fulfillmentOrderId === id);
    expect(parts.map(({ part, lines }) => [part, lines[0]?.quantity])).toEqual([
      [undefined, 1],
      [2, 1],
    ]);
  });

  it('waits for as many days as were promised', async () => {
    const dayMs = 86_400_000;
    const days = async (holdDays: number): Promise<number> => {
      const { id } = await order([units('l1', 'dumbbell', 1)], { collect: true, holdDays });
      await packed(id);
      await act(world, 'readyForCollection', { id });
      const query = 'query($id: ID!) { fulfillmentOrder(id: $id) { collectBy } }';
      const { fulfillmentOrder } = await world.ok<{ fulfillmentOrder: { collectBy: string } }>(query, { id });
      return Date.parse(fulfillmentOrder.collectBy);
    };
    expect(((await days(7)) - (await days(2))) / dayMs).toBe(5);
  });
});
