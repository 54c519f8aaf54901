import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';
import { requestText } from './returnTexts.ts';

const text = `subscription($filter: ReturnsChangedFilter) { returnsChanged(filter: $filter) { id status } }`;

interface Change {
  readonly id: string;
  readonly status: string;
}

describe('returns that change', () => {
  let application: TradingApplication;
  let keys = 0;
  const open: AsyncIterator<ExecutionResult>[] = [];

  /** The next change that somebody hears of. */
  const listen = async (who: Identity, filter: object = {}): Promise<() => Promise<Change>> => {
    const call = { query: text, variables: { filter } };
    const answer = await application.subgraph('returns').subscribe(call, callAs(who));
    if (!(Symbol.asyncIterator in answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    const changes = answer[Symbol.asyncIterator]();
    open.push(changes);
    return async () => {
      const { value } = (await changes.next()) as IteratorYieldResult<ExecutionResult>;
      expect(value.errors).toBeUndefined();
      return (value.data as { returnsChanged: Change }).returnsChanged;
    };
  };
  const requested = async (who: Identity): Promise<{ id: string; orderId: string }> => {
    const { orderId, lineId } = await buyShoes({ application, buyer: buyerIn(application, who) }, 1);
    await deliver(application, orderId, await handOver(application, await firstWorkOn(application, orderId)));
    const input = {
      ...{ orderId, method: 'DROP_OFF', idempotencyKey: `return-${++keys}` },
      lines: [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }],
    };
    type Answer = { requestReturn: { return?: { id: string } } };
    const { requestReturn } = await application.ok<Answer>('returns', requestText, { input }, who);
    await application.settle();
    return { id: requestReturn.return?.id ?? '', orderId };
  };

  beforeAll(async () => {
    ({ application } = await openShoeShop());
  });
  afterAll(async () => {
    for (const changes of open) await changes.return?.();
    await application.stop();
  });

  it('are heard of by those who may see them, and by nobody else', async () => {
    const [one, other] = [callers.shopper('one'), callers.shopper('other')];
    const [forAgent, forOther, forWorker] = [
      await listen(callers.agent(['orders:read'])),
      await listen(other),
      await listen(callers.agent(['returns:work'])),
    ];
    const first = await requested(one);
    const second = await requested(other);
    // Whoever may see both hears of both; the first that the other customer hears of is their own.
    expect((await forAgent()).id).toBe(first.id);
    expect((await forWorker()).id).toBe(first.id);
    expect((await forOther()).id).toBe(second.id);
  });

  it('are heard of by order and state', async () => {
    const who = callers.shopper('third');
    const labelled = await listen(callers.agent(['orders:read']), { status: ['LABEL_ISSUED', 'CANCELLED'] });
    const { id, orderId } = await requested(who);
    expect((await labelled()).id).toBe(id);
    const ofOrder = await listen(who, { orderId });
    await requested(who);
    const cancel = 'mutation($id: ID!) { cancelReturn(id: $id, idempotencyKey: "cancel") { id } }';
    await application.ok('returns', cancel, { id }, who);
    expect(await ofOrder()).toMatchObject({ id, status: 'CANCELLED' });
  });

  it('are told to nobody without a token', async () => {
    const answer = await application
      .subgraph('returns')
      .subscribe({ query: text }, callAs(callers.anonymous));
    expect(Symbol.asyncIterator in answer ? undefined : answer.errors?.[0]?.extensions['code']).toBe(
      'UNAUTHENTICATED',
    );
  });
});
