import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { act, firstWorkOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { waitFor } from '../../../test/support/waitFor.ts';
import { callers } from '../../../test/support/world.ts';

const fields =
  'takesOrders heldBackBy pausedUntil maxPerHour maxPerStep { step most } today { day hours { opensAt } } reason changedBy';
const texts = {
  pauseLocation: 'PauseLocationInput',
  resumeLocation: 'ResumeLocationInput',
  limitLocation: 'LimitLocationInput',
  setOpeningToday: 'SetOpeningTodayInput',
} as const;

interface Throttle {
  readonly takesOrders: boolean;
  readonly heldBackBy: string | null;
}

/** One place has the goods: what holds back its orders takes the option off the page. */
describe('a place that holds back new orders', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let cartId: string;
  const worker = callers.associate('warehouse');
  let keys = 0;

  const textOf = (name: keyof typeof texts) =>
    `mutation($input: ${texts[name]}!) { done: ${name}(input: $input) { ${fields} } }`;
  const change = async (name: keyof typeof texts, more: object = {}, who = worker): Promise<Throttle> => {
    const input = { locationId: 'warehouse', reason: 'a full yard', idempotencyKey: `k${++keys}`, ...more };
    const { done } = await application.ok<{ done: Throttle }>('fulfillment', textOf(name), { input }, who);
    await application.settle();
    return done;
  };
  const inMinutes = (minutes: number) => new Date(application.clock.nowMs() + minutes * 60_000).toISOString();
  const pass = async (minutes: number) => {
    await application.clock.advanceBy(minutes * 60_000);
    await application.settle();
  };
  const options = async () => (await optionsFor(application, buyer.who, cartId, ['SHIPPING'])).options;
  /** Limits are weighed as soon as work changes: waits until the promise has heard of it. */
  const becomes = (wanted: boolean) =>
    waitFor(`a promise: ${String(wanted)}`, async () => (await isPromised()) === wanted);
  const isPromised = async (): Promise<boolean> => (await options()).length > 0;
  const bought = async (): Promise<string> => {
    const { order } = await buyer.place(await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }])));
    await application.settle();
    return (await firstWorkOn(application, order?.id ?? '')).id;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
    cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
  });
  afterAll(() => application.stop());

  it('is left out while it is paused, and comes back by itself', async () => {
    expect(await isPromised()).toBe(true);
    expect(await change('pauseLocation', { until: inMinutes(30) })).toMatchObject({
      ...{ takesOrders: false, heldBackBy: 'PAUSED', reason: 'a full yard', changedBy: worker.subject },
    });
    expect(await isPromised()).toBe(false);
    await pass(29);
    expect(await isPromised()).toBe(false);
    await pass(1);
    expect(await isPromised()).toBe(true);
  });

  it('comes back at once when somebody ends the pause', async () => {
    await change('pauseLocation', { until: inMinutes(600) });
    expect(await isPromised()).toBe(false);
    expect(await change('resumeLocation')).toMatchObject({ takesOrders: true, heldBackBy: null });
    expect(await isPromised()).toBe(true);
  });

  it('takes so many orders within an hour, and the next when the hour has moved on', async () => {
    await change('limitLocation', { maxPerHour: 2, until: inMinutes(600) });
    await bought();
    await becomes(true);
    await bought();
    await becomes(false);
    await pass(59);
    await becomes(false);
    await pass(1);
    await becomes(true);
    await change('limitLocation', { until: inMinutes(1) });
  });

  it('takes no more than may wait at a step', async () => {
    const { entries } = (
      await application.ok<{ workList: { entries: { fulfillmentOrder: { id: string } }[] } }>(
        'fulfillment',
        'query { workList(locationId: "warehouse") { entries { fulfillmentOrder { id } } } }',
        {},
        worker,
      )
    ).workList;
    const waiting = entries.map((entry) => entry.fulfillmentOrder.id);
    const maxPerStep = [{ step: 'TO_PICK', most: waiting.length }];
    expect(await change('limitLocation', { maxPerStep, until: inMinutes(600) })).toMatchObject({
      ...{ takesOrders: false, heldBackBy: 'STEP_FULL', maxPerStep },
    });
    await becomes(false);
    const [id = ''] = waiting;
    await act(application, 'acceptFulfillmentOrder', { id }, worker);
    await act(application, 'startPicking', { id }, worker);
    await application.settle();
    await becomes(true);
    await change('limitLocation', { until: inMinutes(1) });
  });

  it('works in the opening hours of today', async () => {
    const before = (await options())[0]?.latestDeliveryAt ?? '';
    await change('setOpeningToday', { hours: [] });
    // Closed today: what would have left today leaves later.
    expect((await options())[0]?.latestDeliveryAt.localeCompare(before)).toBe(1);
    await change('setOpeningToday', { hours: null });
    expect((await options())[0]?.latestDeliveryAt).toBe(before);
  });

  it('is changed by those who work there, with a reason, once for a key', async () => {
    const input = { locationId: 'warehouse', until: inMinutes(30), reason: 'x', idempotencyKey: 'same' };
    const code = (more: object, who = worker) =>
      application.code('fulfillment', textOf('pauseLocation'), { input: { ...input, ...more } }, who);
    expect(await code({}, callers.associate('store'))).toBe('FORBIDDEN');
    expect(await code({}, callers.shopper())).toBe('FORBIDDEN');
    expect(await code({ reason: ' ' })).toBe('BAD_USER_INPUT');
    expect(await code({ until: inMinutes(-1) })).toBe('BAD_USER_INPUT');
    expect(await code({ until: inMinutes(60 * 24 * 31) })).toBe('BAD_USER_INPUT');
    expect(await isPromised()).toBe(true);
    expect(await code({})).toBeUndefined();
    await change('resumeLocation');
    expect(await code({})).toBeUndefined();
    await application.settle();
    expect(await isPromised()).toBe(true);
    expect(await code({ reason: 'y' })).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});
