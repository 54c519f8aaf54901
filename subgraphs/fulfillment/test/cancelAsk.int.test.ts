import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codedError } from '../../../platform/errors/codedError.ts';
import { waitFor } from '../../../test/support/waitFor.ts';
import { locationInput } from './locationInput.ts';
import { away, moved, placeAtFirst } from './refusedWork.ts';
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

const voided = ({ id }: Record<string, unknown>) => ({ voidShipment: { id } });
/** The carrier has scanned the parcel. */
const scanned = (): never => {
  throw codedError('INVALID_TRANSITION', 'it is IN_TRANSIT');
};

describe('a cancellation that is asked for', () => {
  let world: FulfillmentWorld;
  let dieAt: string | undefined;
  let orders = 0;
  beforeAll(async () => {
    world = await fulfillmentWorld({}, (name) => {
      if (name === dieAt) throw new Error(`died at ${name}`);
    });
    const places = ['lyon', 'paris', 'nice'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    dieAt = undefined;
    world.answers['shipping.voidShipment'] = voided;
    world.answers['promise.resourceOrder'] = placeAtFirst('nice');
    world.answers['catalog.transferReservation'] = moved;
  });

  const order = async (quantities: Record<string, number>) => {
    const orderId = `a-${++orders}`;
    const shipments = Object.entries(quantities).map(([place, quantity]) =>
      shipmentFrom(place, [units('l1', 'shoe', quantity)]),
    );
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, shipments), `order:${orderId}`);
    return { orderId, ids: (await workOn(world, orderId)).map((work) => work.id) };
  };
  const labelled = async (id: string): Promise<void> => {
    for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder'] as const)
      await act(world, name, { id });
    const { lines } = (await workOf(id)) ?? { lines: [] };
    const inside = lines.map(({ lineId, picked }) => ({ lineId, quantity: picked }));
    await act(world, 'packFulfillmentOrder', { id, parcels: [{ weightGrams: 500, lines: inside }] });
    await act(world, 'labelFulfillmentOrder', { id });
  };
  const workOf = async (id: string) => {
    const query =
      'query($id: ID!) { fulfillmentOrder(id: $id) { step status lines { lineId picked cancelled } } }';
    type Found = {
      step: string;
      status: string;
      lines: { lineId: string; picked: number; cancelled: number }[];
    };
    return (await world.ok<{ fulfillmentOrder: Found | null }>(query, { id })).fulfillmentOrder;
  };
  const ask = (orderId: string, quantity: number, askId = `ask-of-${orderId}`, settled = true) =>
    world.hear(
      'orders.CancelAsked',
      {
        ...{ orderId, causeId: askId, reason: 'changed my mind', by: 'CUSTOMER' },
        lines: [{ lineId: 'l1', sku: 'shoe', quantity }],
      },
      `order:${orderId}`,
      undefined,
      settled,
    );
  const answers = (orderId: string) =>
    world.toldOf('fulfillment.CancelAnswered').filter((event) => event.orderId === orderId);
  /** Units of the last answer: cancelled, refused. */
  const outcome = (orderId: string): [number, number] => {
    const last = answers(orderId).at(-1);
    const sum = (lines: readonly { quantity: number }[] = []): number =>
      lines.reduce((total, line) => total + line.quantity, 0);
    return [sum(last?.cancelled.flatMap((part) => part.lines)), sum(last?.refused)];
  };
  const cancelled = async (orderId: string): Promise<number> =>
    (await workOn(world, orderId)).reduce((sum, work) => sum + (work.lines[0]?.cancelled ?? 0), 0);

  it('takes what nobody has touched, then stops parcels whose label can be voided', async () => {
    const { orderId, ids } = await order({ lyon: 2, paris: 2 });
    const [lyon = '', paris = ''] = ids;
    await labelled(lyon);
    await ask(orderId, 3);
    expect(outcome(orderId)).toEqual([3, 0]);
    expect(await workOf(paris)).toMatchObject({ status: 'CANCELLED', lines: [{ cancelled: 2 }] });
    expect(await workOf(lyon)).toMatchObject({ step: 'PACKED', lines: [{ picked: 1, cancelled: 1 }] });
    expect(answers(orderId)).toHaveLength(1);
  });

  it('is refused in part where the carrier has the parcel, and the work goes on', async () => {
    world.answers['shipping.voidShipment'] = scanned;
    const { orderId, ids } = await order({ lyon: 2, paris: 1 });
    await labelled(ids[0] ?? '');
    await ask(orderId, 3);
    expect(outcome(orderId)).toEqual([1, 2]);
    expect(answers(orderId)[0]?.refused).toMatchObject([{ quantity: 2, reason: 'WITH_CARRIER' }]);
    expect((await act(world, 'handOverFulfillmentOrder', { id: ids[0] ?? '' })).step).toBe('HANDED_OVER');
  });

  it('asks the next parcels when the first are with the carrier', async () => {
    let calls = 0;
    world.answers['shipping.voidShipment'] = (variables) => (++calls === 1 ? scanned() : voided(variables));
    const { orderId, ids } = await order({ lyon: 1, paris: 1 });
    for (const id of ids) await labelled(id);
    await ask(orderId, 1);
    expect(outcome(orderId)).toEqual([1, 0]);
    expect(await cancelled(orderId)).toBe(1);
  });

  it('comes too late for what was handed over', async () => {
    const { orderId, ids } = await order({ lyon: 2 });
    await labelled(ids[0] ?? '');
    await act(world, 'handOverFulfillmentOrder', { id: ids[0] ?? '' });
    await ask(orderId, 2);
    expect([outcome(orderId), answers(orderId)[0]?.refused[0]?.reason]).toEqual([[0, 2], 'LEFT']);
  });

  it('lets nothing be handed over while the label is being voided, and goes on when shipping is back', async () => {
    world.answers['shipping.voidShipment'] = away;
    const { orderId, ids } = await order({ lyon: 1 });
    const id = ids[0] ?? '';
    await labelled(id);
    await ask(orderId, 1, undefined, false);
    await waitFor('the stop', () => world.toldOf('fulfillment.HandOverStopped').some((event) => event.fulfillmentOrderId === id)); // prettier-ignore
    expect(await world.code(action('handOverFulfillmentOrder'), { input: { id } })).toBe(
      'INVALID_TRANSITION',
    );
    expect(answers(orderId)).toEqual([]);
    world.answers['shipping.voidShipment'] = voided;
    await world.clock.advanceBy(30_000);
    await world.settle();
    expect(outcome(orderId)).toEqual([1, 0]);
  });

  it('gets the same answer however often it is asked', async () => {
    const { orderId } = await order({ lyon: 5 });
    await ask(orderId, 2, 'again');
    await ask(orderId, 2, 'again');
    expect(answers(orderId)).toHaveLength(2);
    expect(answers(orderId)[1]).toEqual(answers(orderId)[0]);
    expect(await cancelled(orderId)).toBe(2);
    // Another ask is another wish.
    await ask(orderId, 2, 'more');
    expect(await cancelled(orderId)).toBe(4);
  });

  it.each([
    ['while sourcing is asked', 'promise.resourceOrder'],
    ['while the reservation moves', 'catalog.transferReservation'],
  ])('takes units that look for another place %s', async (_when, what) => {
    const before = world.answers[what] ?? away;
    world.answers[what] = away;
    const { orderId, ids } = await order({ lyon: 3 });
    await act(world, 'rejectFulfillmentOrder', { id: ids[0] ?? '', reason: 'CLOSED' });
    await world.settle();
    await ask(orderId, 2);
    expect(outcome(orderId)).toEqual([2, 0]);
    world.answers[what] = before;
    await world.clock.advanceBy(30_000);
    await world.settle();
    const left = (await workOn(world, orderId)).flatMap((work) =>
      work.lines.map((line) => line.quantity - line.cancelled - line.rerouted),
    );
    expect(left.reduce((sum, open) => sum + open, 0)).toBe(1);
  });

  it.each([
    'cancelAsk.afterReceived',
    'cancelAsk.afterProgress',
    'cancelAsk.afterVoid',
    'cancelAsk.beforeCommit',
    'fulfillmentOrder.beforeCommit',
    'journal.afterCommit',
    'inbox.afterEffect',
  ])('survives death at %s: answered once, cancelled once', async (point) => {
    const { orderId, ids } = await order({ lyon: 2, paris: 1 });
    await labelled(ids[0] ?? '');
    dieAt = point;
    await ask(orderId, 2);
    dieAt = undefined;
    await world.restart();
    // Its owner publishes again what was not acknowledged.
    await ask(orderId, 2);
    await world.clock.advanceBy(30_000);
    await world.settle();
    expect(outcome(orderId)).toEqual([2, 0]);
    expect(await cancelled(orderId)).toBe(2);
    const sums = answers(orderId).map((answer) => JSON.stringify(answer));
    expect(new Set(sums).size).toBe(1);
  });
});
