import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const dayMs = 86_400_000;

interface Option {
  readonly answer: string;
  readonly placeId: string | null;
  readonly handle: string | null;
  readonly difference: { readonly amountMinor: number; readonly currency: string } | null;
}
interface Tracked {
  readonly firstPromisedAt: string;
  readonly promisedAt: string;
  readonly cancelled: boolean;
  readonly choice: null | {
    readonly previousAt: string;
    readonly promisedAt: string;
    readonly answer: string | null;
    readonly options: readonly Option[];
  };
}

const fields = `number firstPromisedAt promisedAt cancelled parcels { step trackingCodes }
  choice { previousAt promisedAt answer options { answer promisedAt placeId handle difference { amountMinor currency } } }`;
const readText = `query($orderId: ID!, $token: String!) { trackedOrder(orderId: $orderId, token: $token) { ${fields} } }`;
const answerText = `mutation($input: AnswerPromiseInput!) { answerPromise(input: $input) { outcome order { ${fields} } } }`;

describe('a promise that moved', () => {
  let shop: CareShop;
  let orderId: string;
  let token: string;
  let first: string;
  let keys = 0;

  const read = async (as = token): Promise<Tracked | null> => {
    type Answer = { trackedOrder: Tracked | null };
    const variables = { orderId, token: as };
    return (await shop.application.ok<Answer>('care', readText, variables, callers.anonymous)).trackedOrder;
  };
  const inputOf = (more: object) => ({
    input: { orderId, token, idempotencyKey: `choice-${++keys}`, ...more },
  });
  const answer = async (variables: object) => {
    type Answer = { answerPromise: { outcome: string; order: Tracked } };
    const { answerPromise } = await shop.application.ok<Answer>(
      ...(['care', answerText, variables, callers.anonymous] as const),
    );
    await shop.application.settle();
    return answerPromise;
  };
  const code = (variables: object): Promise<unknown> =>
    shop.application.code('care', answerText, variables, callers.anonymous);
  const move = async (byMs: number): Promise<string> => {
    const latestAtMs = Date.parse(first) + byMs;
    const moved = { orderId, latestAtMs, reason: 'short' };
    await tell(shop.application, ['care'], 'orders.OrderRepromised', moved);
    return new Date(latestAtMs).toISOString().replace('.000Z', 'Z');
  };
  const codes = async (): Promise<string[]> =>
    (await shop.messagesOf(orderId))
      .filter(({ status, channel }) => status === 'SENT' && channel === 'EMAIL')
      .map((each) => each.code)
      .sort();

  beforeAll(async () => {
    shop = await openCareShop();
    const change = 'mutation($input: ChangeSettingsInput!) { changeCareSettings(input: $input) { version } }';
    const changes = [{ key: 'orderPageUrl', value: 'https://shop.example/o?id={orderId}&token={token}' }];
    const input = { version: 0, changes, reason: 'for a test', idempotencyKey: 'page' };
    await shop.application.ok('care', change, { input }, callers.admin);
    await shop.application.stock('shoe', 'store', 50);
  });
  beforeEach(async () => {
    orderId = await shop.order({ quantity: 1 });
    const [mail] = await shop.mails(orderId);
    // Whoever has the mail has the link, and whoever has neither has nothing.
    token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    first = (await read())?.firstPromisedAt ?? '';
  });
  afterAll(() => shop.stop());

  it('shows first and present date to whoever holds the link, and nothing to others', async () => {
    expect(await read()).toMatchObject({ promisedAt: first, choice: null, cancelled: false });
    const moved = await move(3 * dayMs);
    expect(await read()).toMatchObject({
      ...{ firstPromisedAt: first, promisedAt: moved },
      choice: { previousAt: first, promisedAt: moved, answer: null },
    });
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect([await read(wrong), await read('')]).toEqual([null, null]);
    const about = { promisedAt: moved, answer: 'CANCEL' };
    expect(await code(inputOf({ ...about, token: wrong }))).toBe('NOT_FOUND');
    expect(await code(inputOf({ ...about, promisedAt: first }))).toBe('CONFLICT');
    expect((await read())?.cancelled).toBe(false);
  });

  it('can be waited for, and thought over until it is cancelled: one message for each change', async () => {
    const moved = await move(2 * dayMs);
    const kept = await answer(inputOf({ promisedAt: moved, answer: 'KEEP' }));
    expect(kept).toMatchObject({ outcome: 'DONE', order: { choice: { answer: 'KEEP' } } });
    const input = inputOf({ promisedAt: moved, answer: 'CANCEL' });
    expect((await answer(input)).outcome).toMatch(/DONE|ASKED/);
    expect((await answer(input)).outcome).toMatch(/DONE|ASKED/);
    expect(await read()).toMatchObject({ cancelled: true, choice: { answer: 'CANCEL', options: [] } });
    expect(await code(inputOf({ promisedAt: moved, answer: 'KEEP' }))).toBe('CONFLICT');
    expect(await codes()).toEqual(['ORDER_CANCELLED_BY_CUSTOMER', 'ORDER_PLACED', 'PROMISE_MOVED']);
  });

  it('can be collected instead where a place has it, and the first promise stays the first', async () => {
    const moved = await move(4 * dayMs);
    const collect = (await read())?.choice?.options.find(({ placeId }) => placeId === 'store');
    expect(collect).toMatchObject({ answer: 'COLLECT', difference: { amountMinor: -490, currency: 'EUR' } });
    const about = { promisedAt: moved, answer: 'COLLECT', collectAtId: 'store' };
    expect(await code(inputOf(about))).toBe('BAD_USER_INPUT');
    const wish = inputOf({ ...about, handle: collect?.handle, acceptedDifference: collect?.difference });
    const done = await answer(wish);
    expect(done.outcome).toBe('DONE');
    expect((await answer(wish)).outcome).toBe('DONE');
    expect(await read()).toMatchObject({
      ...{ firstPromisedAt: first, cancelled: false },
      choice: { answer: 'COLLECT', options: [] },
    });
    const text = 'query($id: ID!) { order(id: $id) { promise { methodType collectAtId } } }';
    type Order = { order: { promise: object } };
    const { order } = await shop.application.ok<Order>('orders', text, { id: orderId });
    expect(order.promise).toMatchObject({
      methodType: 'PICKUP_IN_STORE',
      collectAtId: 'store',
    });
    expect(await codes()).toEqual(['ORDER_EDITED', 'ORDER_PLACED', 'PROMISE_MOVED']);
  });

  it('leaves nothing but waiting once the goods have left', async () => {
    await shop.shipped(orderId);
    const moved = await move(5 * dayMs);
    expect((await read())?.choice?.options.map((option) => option.answer)).toEqual(['KEEP']);
    const { outcome } = await answer(inputOf({ promisedAt: moved, answer: 'CANCEL' }));
    expect(outcome).toBe('TOO_LATE');
    expect(await read()).toMatchObject({ cancelled: false, choice: { answer: null } });
  });
});
