import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';

const text = `subscription($filter: OrdersChangedFilter) { ordersChanged(filter: $filter) { id status channel } }`;

interface Change {
  readonly id: string;
  readonly status: string;
  readonly channel: string;
}

describe('orders that change', () => {
  let application: TradingApplication;
  const open: AsyncIterator<ExecutionResult>[] = [];

  /** The next change that somebody hears of. */
  const listen = async (who: Identity, filter: object = {}): Promise<() => Promise<Change>> => {
    const answer = await application
      .subgraph('orders')
      .subscribe({ query: text, variables: { filter } }, callAs(who));
    if (!(Symbol.asyncIterator in answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    const changes = answer[Symbol.asyncIterator]();
    open.push(changes);
    return async () => {
      const { value } = (await changes.next()) as IteratorYieldResult<ExecutionResult>;
      expect(value.errors).toBeUndefined();
      return (value.data as { ordersChanged: Change }).ordersChanged;
    };
  };
  const bought = async (who: Identity, payment: object): Promise<string> => {
    const buyer = buyerIn(application, who);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const { order } = await buyer.place(await buyer.order(cartId, { payment }));
    await application.settle();
    return order?.id ?? '';
  };
  const card = { method: 'CARD', token: 'tok_ok' };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(async () => {
    for (const changes of open) await changes.return?.();
    await application.stop();
  });

  it('are heard of by those who may see them, and by nobody else', async () => {
    const partner = callers.partner('marketplace');
    const [forPartner, forAgent, forOwner, forWarehouse] = [
      await listen(partner),
      await listen(callers.agent(['orders:read'])),
      await listen(callers.shopper()),
      await listen(callers.associate('warehouse')),
    ];
    const own = await bought(callers.shopper(), card);
    const theirs = await bought(partner, { method: 'INVOICE', token: 'x' });
    // Whoever may see both hears of both; the first that the others hear of is their own.
    expect((await forAgent()).id).toBe(own);
    expect((await forWarehouse()).id).toBe(own);
    expect(await forPartner()).toMatchObject({ id: theirs, channel: 'marketplace' });
    expect(await forOwner()).toMatchObject({ id: own, channel: 'web' });
  });

  it('are heard of by channel and state', async () => {
    const agent = callers.agent(['orders:read']);
    const held = await listen(agent, { status: ['ON_HOLD'] });
    const ofChannel = await listen(agent, { channel: 'marketplace' });
    await bought(callers.shopper(), card);
    const waiting = await bought(callers.shopper(), { method: 'CARD', token: 'tok_timeout' });
    const theirs = await bought(callers.partner('marketplace'), { method: 'INVOICE', token: 'x' });
    expect(await held()).toMatchObject({ id: waiting, status: 'ON_HOLD' });
    expect(await ofChannel()).toMatchObject({ id: theirs });
  });

  it('are told to nobody without a token', async () => {
    const answer = await application.subgraph('orders').subscribe({ query: text }, callAs(callers.anonymous));
    expect(Symbol.asyncIterator in answer ? undefined : answer.errors?.[0]?.extensions['code']).toBe(
      'UNAUTHENTICATED',
    );
  });
});
