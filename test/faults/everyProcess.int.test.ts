import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubgraphName } from '../../main/subgraphNames.ts';
import { buyerIn, placeOrderText, type Placed } from '../support/buyer.ts';
import { faultsAtRest } from '../support/cancelling.ts';
import { invariants, onHandOf } from '../support/invariants.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { deliver, firstWorkOn, workOn, type Work } from '../support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { waitFor } from '../support/waitFor.ts';
import { callAs, callers } from '../support/world.ts';
import type { Identity } from '../../schema/identity.ts';

const buyers = 24;
const stock = 40;
const cancelText = `mutation($input: CancelOrderInput!) { done: cancelOrder(input: $input) { __typename } }`;
const returnText = `mutation($input: RequestReturnInput!) { done: requestReturn(input: $input) { __typename
  ... on RequestReturnSuccess { return { id } } ... on NotReturnable { code } } }`;
const goodwillText = `mutation($input: RefundGoodwillInput!) { done: refundGoodwill(input: $input) { id } }`;
const placeText = placeOrderText.replace('{ placeOrder(', '{ done: placeOrder(');
const workText = (name: string, type = 'FulfillmentOrderActionInput') =>
  `mutation($input: ${type}!) { done: ${name}(input: $input) { id } }`;
const returnWork = (name: string, type: string) =>
  `mutation($input: ${type}!) { done: ${name}(input: $input) { id status } }`;
const statusText = `subscription($id: ID!) { orderStatus(orderId: $id, afterSeq: 0) { seq } }`;

/**
 * The whole life of orders with two processes of every subgraph. Each command is given to both at the same moment, as a
 * client does that was not sure of the first; then the databases are read and must not contradict themselves.
 */
describe('two processes of every subgraph', () => {
  let application: TradingApplication;
  const orders: { id: string; lineId: string; who: Identity }[] = [];

  beforeAll(async () => {
    application = await openTradingApplication({ processes: 2 });
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', stock);
  }, 120_000);
  afterAll(() => application.stop());

  const passing = ['CONFLICT', 'IDEMPOTENCY_IN_PROGRESS', 'DEADLINE_EXCEEDED', 'SERVICE_UNAVAILABLE'];
  /** Asks one process until it answers for good: what `done` is, or the code. */
  const ask = async (name: SubgraphName, at: number, request: Asked): Promise<unknown> => {
    const { query, input, who = callers.system } = request;
    return (
      await waitFor(
        `an answer of ${name}`,
        async () => {
          const service = application.processes(name)[at % 2];
          const result = await service?.execute({ query, variables: { input } }, callAs(who));
          const code = result?.errors?.[0]?.extensions['code'];
          if (passing.includes(String(code))) return undefined;
          return { answer: code ?? result?.data?.['done'] };
        },
        { timeoutMs: 60_000 },
      )
    ).answer;
  };
  const onBoth = (name: SubgraphName, ...asked: [Asked] | [Asked, Asked]): Promise<unknown[]> =>
    Promise.all([0, 1].map((at) => ask(name, at, asked[at] ?? asked[0])));
  const all = <T>(of: readonly T[], work: (each: T, at: number) => Promise<unknown>) =>
    Promise.all(of.map(work));

  it('sell exactly what there is, and answer a key the same', async () => {
    const placed = await all(Array.from({ length: buyers }), async (_none, n) => {
      const buyer = buyerIn(application, callers.shopper(`buyer-${n}`));
      const input = await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 2 }]));
      const answers = (await onBoth('orders', { query: placeText, input, who: buyer.who })) as Placed[];
      expect(answers[0]).toEqual(answers[1]);
      const [{ order } = {}] = answers;
      if (order) orders.push({ id: order.id, lineId: order.lines[0]?.id ?? '', who: buyer.who });
      return answers[0]?.__typename;
    });
    expect(placed.filter((outcome) => outcome === 'PlaceOrderSuccess')).toHaveLength(stock / 2);
    expect(placed.filter((outcome) => outcome === 'OutOfStock')).toHaveLength(buyers - stock / 2);
    await application.settle();
  }, 120_000);

  it('cancel once', async () => {
    await all(orders.slice(0, 4), async ({ id, who }) => {
      const [a, b] = ['a', 'b'].map((key) => ({ orderId: id, idempotencyKey: `cancel-${key}` }));
      await onBoth('orders', { query: cancelText, input: a, who }, { query: cancelText, input: b, who });
    });
    await application.settle();
  }, 120_000);

  it('hand over, or let cancel, while both are asked', async () => {
    const works = new Map<string, Work>();
    await all(orders.slice(4), async ({ id }) => works.set(id, await firstWorkOn(application, id)));
    const press = (name: string, input: object) => onBoth('fulfillment', { query: workText(name), input });
    await all(orders.slice(4), async ({ id, who }, at) => {
      const work = works.get(id) as Work;
      await press('acceptFulfillmentOrder', { id: work.id });
      await onBoth('fulfillment', {
        query: workText('pickFulfillmentOrder', 'PickInput'),
        input: { id: work.id },
      });
      const lines = work.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
      const parcels = [{ weightGrams: 500, lines }];
      await onBoth('fulfillment', {
        query: workText('packFulfillmentOrder', 'PackInput'),
        input: { id: work.id, parcels },
      });
      await press('labelFulfillmentOrder', { id: work.id });
      if (at % 4 > 0) return press('handOverFulfillmentOrder', { id: work.id });
      const cancel = { query: cancelText, input: { orderId: id, idempotencyKey: 'race' }, who };
      return Promise.all([press('handOverFulfillmentOrder', { id: work.id }), ask('orders', at, cancel)]);
    });
    await application.settle();
    for (const { id } of orders) expect([id, await faultsAtRest(application, id)]).toEqual([id, []]);
  }, 240_000);

  it('take each unit back once, and give its money back once', async () => {
    const shipped = [];
    for (const order of orders.slice(4)) {
      const [work] = await workOn(application, order.id);
      if (work?.status !== 'HANDED_OVER' && work?.step !== 'HANDED_OVER') continue;
      await deliver(application, order.id, work);
      shipped.push(order);
    }
    expect(shipped.length).toBeGreaterThan(8);
    const returns = await all(shipped, async ({ id, lineId, who }) => {
      const input = (key: string) => ({
        ...{ orderId: id, method: 'IN_STORE', idempotencyKey: key },
        lines: [{ lineId, quantity: 2, reason: 'DOES_NOT_FIT' }],
      });
      const answers = (await onBoth(
        'returns',
        { query: returnText, input: input('one'), who },
        { query: returnText, input: input('other'), who },
      )) as { code?: string; return?: { id: string } }[];
      expect(answers.map((each) => each.code ?? 'taken').sort()).toEqual(['ALREADY_RETURNED', 'taken']);
      return { lineId, id: answers.find((each) => each.return !== undefined)?.return?.id };
    });
    await all(returns as { id: string; lineId: string }[], async ({ id, lineId }, at) => {
      const received = { id, locationId: 'warehouse', idempotencyKey: 'in' };
      await onBoth('returns', { query: returnWork('receiveReturn', 'ReceiveReturnInput'), input: received });
      const findings = [{ lineId, quantity: 2, disposition: at % 2 === 0 ? 'RESTOCK' : 'SCRAP' }];
      const inspected = (key: string) => ({ id, findings, idempotencyKey: key });
      const query = returnWork('inspectReturn', 'InspectReturnInput');
      await onBoth('returns', { query, input: inspected('a') }, { query, input: inspected('b') });
    });
    await application.settle();
  }, 240_000);

  it('give no more away than there was', async () => {
    const who = { ...callers.admin, subject: 'desk' };
    await all(orders.slice(4), ({ id }) => {
      const input = (key: string) => ({
        ...{ orderId: id, delivery: true, reason: 'It rained in.', idempotencyKey: key },
      });
      return onBoth(
        'orders',
        { query: goodwillText, input: input('a'), who },
        { query: goodwillText, input: input('b'), who },
      );
    });
    await application.settle();
    await application.clock.advanceBy(180_000);
    await application.settle();
  }, 240_000);

  it.each(Object.entries(invariants))('leave databases in which %s', async (_name, faultsOf) => {
    expect(await faultsOf(application)).toEqual([]);
  });

  it('leave stock that is what was counted, less what left, plus what came back', async () => {
    await expectSoundStock(application);
    const [onHand, expected] = await onHandOf(application, 'shoe', stock);
    expect(onHand).toBe(expected);
    for (const { id } of orders) expect([id, await faultsAtRest(application, id)]).toEqual([id, []]);
  });

  it('tell subscribers the same journal, whichever of them is asked', async () => {
    for (const { id, who } of orders.slice(0, 6)) {
      const journal = await application
        .database('orders')
        .collection('journal')
        .countDocuments({ stream: `order:${id}` });
      for (const service of application.processes('orders')) {
        const opened = await service.subscribe({ query: statusText, variables: { id } }, callAs(who));
        if (!(Symbol.asyncIterator in opened)) throw new Error(JSON.stringify(opened));
        const seen: number[] = [];
        for await (const { data } of opened) {
          seen.push((data?.['orderStatus'] as { seq: number }).seq);
          if (seen.at(-1) === journal) break;
        }
        expect(seen.at(-1)).toBe(journal);
        expect([...seen].sort((a, b) => a - b)).toEqual([...new Set(seen)]);
      }
    }
  }, 60_000);
});

interface Asked {
  readonly query: string;
  readonly input: unknown;
  readonly who?: Identity;
}
