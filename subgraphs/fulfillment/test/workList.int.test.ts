import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { act, firstWorkOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';

const fields = `open late counts { step orders units late } entries { minutesLeft priority units fulfillmentOrder { id step } }`;
const queryText = `query($locationId: ID!, $first: Int) { workList(locationId: $locationId, first: $first) { ${fields} } }`;
const subscriptionText = `subscription($locationId: ID!) { workListChanged(locationId: $locationId) { ${fields} } }`;

interface List {
  readonly open: number;
  readonly late: number;
  readonly counts: readonly { step: string; orders: number; units: number; late: number }[];
  readonly entries: readonly {
    minutesLeft: number;
    priority: string;
    units: number;
    fulfillmentOrder: { id: string; step: string };
  }[];
}

describe('the work list of a store', () => {
  let application: TradingApplication;
  const open: AsyncIterator<ExecutionResult>[] = [];
  const worker = callers.associate('warehouse');

  const listen = async (locationId: string, who: Identity) => {
    const answer = await application
      .subgraph('fulfillment')
      .subscribe({ query: subscriptionText, variables: { locationId } }, callAs(who));
    if (!(Symbol.asyncIterator in answer)) return { code: answer.errors?.[0]?.extensions['code'] };
    const lists = answer[Symbol.asyncIterator]();
    open.push(lists);
    const next = async (): Promise<List> => {
      const { value } = (await lists.next()) as IteratorYieldResult<ExecutionResult>;
      expect(value.errors).toBeUndefined();
      return (value.data as { workListChanged: List }).workListChanged;
    };
    /** The first list for which something is true; every list before it has come. */
    const until = async (isIt: (list: List) => boolean): Promise<List> => {
      for (;;) {
        const list = await next();
        if (isIt(list)) return list;
      }
    };
    return { next, until };
  };
  const bought = async (quantity: number): Promise<string> => {
    const buyer = buyerIn(application);
    const { order } = await buyer.place(await buyer.order(await buyer.cart([{ sku: 'shoe', quantity }])));
    await application.settle();
    return (await firstWorkOn(application, order?.id ?? '')).id;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(async () => {
    for (const lists of open) await lists.return?.();
    await application.stop();
  });

  it('comes at once, after each change and as minutes pass, with minutes left to the pickup', async () => {
    const heard = await listen('warehouse', worker);
    if (heard.until === undefined) throw new Error(`Refused: ${String(heard.code)}`);
    expect(await heard.next()).toEqual({ open: 0, late: 0, counts: [], entries: [] });
    const id = await bought(3);
    const first = await heard.until((list) => list.open === 1);
    expect(first.counts).toEqual([{ step: 'TO_PICK', orders: 1, units: 3, late: 0 }]);
    const [entry] = first.entries;
    expect(entry).toMatchObject({ units: 3, fulfillmentOrder: { id, step: 'TO_PICK' } });
    await act(application, 'acceptFulfillmentOrder', { id }, worker);
    await act(application, 'startPicking', { id }, worker);
    await heard.until(({ counts }) => counts[0]?.step === 'PICKING');
    await application.clock.advanceBy(60_000);
    const later = await heard.until((list) => list.entries[0]?.minutesLeft !== entry?.minutesLeft);
    expect(later.entries[0]?.minutesLeft).toBe((entry?.minutesLeft ?? 0) - 1);
  });

  it('says what is late and what is urgent', async () => {
    const ask = () =>
      application.ok<{ workList: List }>('fulfillment', queryText, { locationId: 'warehouse' }, worker);
    const { workList: now } = await ask();
    const minutes = now.entries[0]?.minutesLeft ?? 0;
    expect(minutes).toBeGreaterThan(30);
    await application.clock.advanceBy((minutes - 20) * 60_000);
    expect((await ask()).workList.entries[0]).toMatchObject({ minutesLeft: 20, priority: 'URGENT' });
    await application.clock.advanceBy(21 * 60_000);
    const { workList: late } = await ask();
    expect(late).toMatchObject({ late: 1, counts: [{ late: 1 }] });
    expect(late.entries[0]).toMatchObject({ minutesLeft: -1, priority: 'LATE' });
  });

  it('is shown to those who work there only', async () => {
    const stranger = callers.associate('store');
    const variables = { locationId: 'warehouse' };
    expect(await application.code('fulfillment', queryText, variables, stranger)).toBe('FORBIDDEN');
    expect((await listen('warehouse', stranger)).code).toBe('FORBIDDEN');
    expect((await listen('nowhere', worker)).code).toBe('FORBIDDEN');
    expect((await listen('warehouse', callers.shopper())).code).toBe('FORBIDDEN');
    expect(await application.code('fulfillment', queryText, { ...variables, first: 0 }, worker)).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('tells a store nothing of what happens elsewhere', async () => {
    const heard = await listen('store', callers.associate('store'));
    if (heard.until === undefined) throw new Error(`Refused: ${String(heard.code)}`);
    expect((await heard.next()).open).toBe(0);
    await bought(1);
    await application.clock.advanceBy(60_000);
    expect(await heard.next()).toMatchObject({ open: 0, entries: [] });
  });
});
