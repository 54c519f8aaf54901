import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { weigh } from './goods.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst } from './refusedWork.ts';
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

const mutation = (name: string, type: string, fields: string): string =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const texts = {
  start: mutation('startPickBatch', 'StartPickBatchInput', 'id state'),
  scan: mutation('scanPick', 'ScanPickInput', 'id scanned'),
  finish: mutation('finishPickBatch', 'FinishPickBatchInput', 'id state'),
  close: mutation('closeManifest', 'CloseManifestInput', 'id parcels'),
  claim: mutation('claimOffer', 'ClaimOfferInput', 'offerId'),
  offer: mutation('offerToLocations', 'OfferToLocationsInput', 'id'),
  startMaking: mutation('startMaking', 'MakingInput', 'id step'),
  finishMaking: mutation('finishMaking', 'MakingInput', 'id step'),
  limit: mutation('limitLocation', 'LimitLocationInput', 'takesOrders maxPerHour'),
  today: mutation('setOpeningToday', 'SetOpeningTodayInput', 'today { hours { opensAt closesAt } }'),
  pause: mutation('pauseLocation', 'PauseLocationInput', 'takesOrders'),
  ship: mutation('shipPurchaseOrder', 'ShipPurchaseOrderInput', 'state trackingCodes'),
};

/** Each command is repeated with its key after the process died in it: it is done once, wholly. */
describe('a location whose process dies', () => {
  let world: FulfillmentWorld;
  let dieAt: string | undefined;
  let orders = 0;

  beforeAll(async () => {
    world = await fulfillmentWorld({}, (name) => {
      if (name === dieAt) throw new Error(`died at ${name}`);
    });
    const locations = [
      ...['lyon', 'paris'].map((id) => locationInput(id)),
      locationInput('acme', { kind: 'SUPPLIER', abilities: ['SHIP'] }),
    ];
    await world.ok(importLocations, { input: { locations } });
    await weigh(world, 'shoe', 500);
    world.answers['promise.resourceOrder'] = placeAtFirst('paris', 'lyon');
    world.answers['catalog.transferReservation'] = moved;
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    dieAt = undefined;
  });

  const work = async (
    done: readonly string[],
    at = 'lyon',
    more: { readonly customisation?: string } = {},
  ): Promise<{ id: string; orderId: string }> => {
    const orderId = `s-${++orders}`;
    const lines = [{ ...units('l1', 'shoe', 2), ...more }];
    const order = confirmedOrder(orderId, [shipmentFrom(at, lines)]);
    await world.hear('orders.OrderConfirmed', order, `order:${orderId}`);
    const id = (await workOn(world, orderId))[0]?.id ?? '';
    for (const name of done) await act(world, name, { id });
    return { id, orderId };
  };
  /** The answer of the call that was repeated after a death. */
  const twice = async (text: string, input: object, point: string): Promise<Record<string, unknown>> => {
    const variables = { input: { ...input, idempotencyKey: `k-${++orders}` } };
    dieAt = point;
    expect(await world.code(text, variables)).toBe('INTERNAL');
    dieAt = undefined;
    await world.restart();
    const answer = await world.ok<Record<string, Record<string, unknown>>>(text, variables);
    expect(await world.ok(text, variables)).toEqual(answer);
    await world.settle();
    return Object.values(answer)[0] ?? {};
  };
  /** Work on an order, by location. */
  const seen = async (orderId: string) =>
    (await workOn(world, orderId)).sort((a, b) => (a.location.id < b.location.id ? -1 : 1));
  const told = (type: string, id: string) =>
    world.told.filter((event) => event.type === type && JSON.stringify(event.data).includes(id));

  it.each(['fulfillmentOrder.beforeCommit', 'pickBatch.beforeCommit'])(
    'at %s picks together once',
    async (point) => {
      const { id, orderId } = await work(['acceptFulfillmentOrder']);
      const started = await twice(texts.start, { locationId: 'lyon', fulfillmentOrderIds: [id] }, point);
      const batchId = started['id'];
      await twice(texts.scan, { batchId, code: 'shoe' }, 'pickBatch.beforeCommit');
      const short = [{ fulfillmentOrderId: id, lineId: 'l1', reason: 'NOT_IN_STOCK' }];
      expect(await twice(texts.finish, { batchId, short }, point)).toMatchObject({ state: 'DONE' });
      expect((await seen(orderId)).map(({ location, step }) => [location.id, step])).toEqual([
        ['lyon', 'PICKED'],
        ['paris', 'TO_PICK'],
      ]);
      expect(told('fulfillment.PickBatchStarted', id)).toHaveLength(1);
      expect(told('fulfillment.PickScanned', id)).toHaveLength(1);
      expect(told('fulfillment.Picked', id)).toHaveLength(1);
    },
  );

  it.each(['fulfillmentOrder.beforeCommit', 'manifest.beforeCommit'])(
    'at %s hands over once',
    async (point) => {
      const steps = [
        'acceptFulfillmentOrder',
        'pickFulfillmentOrder',
        'packFulfillmentOrder',
        'labelFulfillmentOrder',
      ];
      const { id } = await work(steps);
      const close = { locationId: 'lyon', serviceCodes: ['standard'] };
      expect(await twice(texts.close, close, point)).toMatchObject({ parcels: 1 });
      expect(told('fulfillment.HandedOver', id)).toHaveLength(1);
    },
  );

  it.each(['fulfillmentOrder.beforeCommit', 'resourcing.beforeCommit'])(
    'at %s claims once',
    async (point) => {
      const { id, orderId } = await work([]);
      const offer = { id, locationIds: ['paris'], reason: 'full', idempotencyKey: `o-${id}` };
      await world.ok(texts.offer, { input: offer });
      await twice(texts.claim, { id, locationId: 'paris' }, point);
      expect((await seen(orderId)).map(({ location, assignment }) => [location.id, assignment])).toEqual([
        ['lyon', 'EXPIRED'],
        ['paris', 'ACCEPTED'],
      ]);
    },
  );

  it.each(['fulfillmentOrder.beforeCommit', 'journal.afterCommit'])(
    'at %s makes what is made to order once',
    async (point) => {
      const picked = ['acceptFulfillmentOrder', 'pickFulfillmentOrder'];
      const { id, orderId } = await work(picked, 'lyon', { customisation: 'for Camille' });
      expect(await twice(texts.startMaking, { id }, point)).toMatchObject({ step: 'MAKING' });
      expect(await twice(texts.finishMaking, { id }, point)).toMatchObject({ step: 'MADE' });
      expect((await seen(orderId)).map(({ step }) => step)).toEqual(['MADE']);
      expect(told('fulfillment.MakingStarted', id)).toHaveLength(1);
      expect(told('fulfillment.MakingFinished', id)).toHaveLength(1);
    },
  );

  it.each(['throttle.beforeCommit', 'journal.afterCommit'])(
    'at %s limits what comes and sets the hours of today once',
    async (point) => {
      const until = new Date(world.clock.nowMs() + 3_600_000).toISOString();
      const before = told('fulfillment.LocationThrottled', 'acme').length;
      const limit = { locationId: 'acme', until, maxPerHour: 5, maxPerStep: [], reason: `rush ${point}` };
      expect(await twice(texts.limit, limit, point)).toEqual({ takesOrders: true, maxPerHour: 5 });
      const hours = [{ opensAt: '10:00', closesAt: '12:00' }];
      const today = { locationId: 'acme', hours, reason: `inventory ${point}` };
      expect(await twice(texts.today, today, point)).toEqual({ today: { hours } });
      expect(told('fulfillment.LocationThrottled', 'acme')).toHaveLength(before + 2);
      // Another process finds the limits of before.
      await world.restart();
      const read =
        'query($id: ID!) { location(id: $id) { throttle { maxPerHour today { hours { opensAt closesAt } } } } }';
      expect(await world.ok(read, { id: 'acme' })).toEqual({
        location: { throttle: { maxPerHour: 5, today: { hours } } },
      });
    },
  );

  it('at throttle.beforeCommit is paused once, and open again in time', async () => {
    const until = new Date(world.clock.nowMs() + 60_000).toISOString();
    const pause = { locationId: 'paris', until, reason: 'flood' };
    expect(await twice(texts.pause, pause, 'throttle.beforeCommit')).toEqual({ takesOrders: false });
    // Another process knows nothing of the timer: it sets it at its start.
    await world.restart();
    await world.clock.advanceBy(60_000);
    await world.settle();
    const ofParis = world
      .toldOf('fulfillment.LocationIntakeChanged')
      .filter(({ locationId }) => locationId === 'paris');
    expect(ofParis).toEqual([
      { locationId: 'paris', takesOrders: false, heldBackBy: 'PAUSED' },
      { locationId: 'paris', takesOrders: true },
    ]);
  });

  it.each(['supply.afterPacking', 'supply.afterShipment', 'fulfillmentOrder.beforeCommit'])(
    'at %s has sent a purchase order once',
    async (point) => {
      const { id } = await work(['acceptFulfillmentOrder'], 'acme');
      const parcels = [{ trackingCode: `T-${orders}` }];
      const sent = await twice(texts.ship, { id, carrier: 'Acme', parcels }, point);
      expect(sent).toEqual({ state: 'SHIPPED', trackingCodes: [`T-${orders - 1}`] });
      expect(told('fulfillment.HandedOver', id)).toHaveLength(1);
      const keys = world.asked
        .filter(({ what }) => what === 'shipping.createShipment')
        .map(({ variables }) => (variables['input'] as { key: string }).key);
      expect(new Set(keys.filter((key) => key.startsWith(id))).size).toBe(1);
    },
  );
});
