import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';

interface Update {
  readonly seq: number;
  readonly type: string;
  readonly status: string;
  readonly resync: boolean;
}

const watchText = `subscription($id: ID!, $after: SafeInt) { orderStatus(orderId: $id, afterSeq: $after) {
  seq type status resync } }`;
const timelineText = `query($id: ID!) { order(id: $id) { status timeline(first: 100) { edges { node { seq type } } } } }`;

/** A customer who watches an order and may hang up. */
interface Watch {
  /** The next so many updates; waits for those that are still to come. */
  take(count: number): Promise<Update[]>;
  /** Everything up to a step of the journal. */
  upTo(seq: number): Promise<Update[]>;
  hangUp(): Promise<void>;
}

const isStream = (
  answer: AsyncIterable<ExecutionResult> | ExecutionResult,
): answer is AsyncIterable<ExecutionResult> => Symbol.asyncIterator in answer;

describe('a subscriber of an order', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const open: Watch[] = [];

  const ask = (id: string, after: number, who = buyer.who) =>
    application.subgraph('orders').subscribe({ query: watchText, variables: { id, after } }, callAs(who));
  const watch = async (id: string, after: number): Promise<Watch> => {
    const answer = await ask(id, after);
    if (!isStream(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    const updates = answer[Symbol.asyncIterator]();
    const next = async (): Promise<Update> => {
      const { value, done } = (await updates.next()) as IteratorResult<ExecutionResult>;
      if (done === true) throw new Error('The stream has ended.');
      expect((value as ExecutionResult).errors).toBeUndefined();
      return (value as { data: { orderStatus: Update } }).data.orderStatus;
    };
    const seen: Watch = {
      take: async (count) => {
        const taken: Update[] = [];
        while (taken.length < count) taken.push(await next());
        return taken;
      },
      upTo: async (seq) => {
        const taken = [await next()];
        while ((taken.at(-1)?.seq ?? seq) < seq) taken.push(await next());
        return taken;
      },
      hangUp: async () => void (await updates.return?.()),
    };
    open.push(seen);
    return seen;
  };
  /** The truth that every subscriber must arrive at. */
  const journalOf = async (id: string) => {
    type Answer = {
      order: { status: string; timeline: { edges: { node: { seq: number; type: string } }[] } };
    };
    const { order } = await application.ok<Answer>('orders', timelineText, { id });
    return { status: order.status, steps: order.timeline.edges.map(({ node }) => node) };
  };
  const bought = async (): Promise<string> => (await buyShoes({ application, buyer }, 1)).orderId;
  const ship = async (id: string) => handOver(application, await firstWorkOn(application, id));
  const stepsOf = (updates: readonly Update[]) => updates.map(({ seq, type }) => ({ seq, type }));

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(async () => {
    for (const each of open) await each.hangUp();
    await application.stop();
  });

  it('gets the past first and then what happens, each with the status of that step', async () => {
    const id = await bought();
    const before = await journalOf(id);
    const seen = await watch(id, 0);
    const past = await seen.take(before.steps.length);
    expect(stepsOf(past)).toEqual(before.steps);
    const sent = await ship(id);
    await deliver(application, id, sent);
    const after = await journalOf(id);
    const live = await seen.upTo(after.steps.length);
    expect(stepsOf([...past, ...live])).toEqual(after.steps);
    expect([...past, ...live].some((update) => update.resync)).toBe(false);
    expect(past.at(-1)?.status).toBe(before.status);
    expect(live.at(-1)?.status).toBe('DELIVERED');
  });

  it('who starts late gets the same statuses as one who was there', async () => {
    const id = await bought();
    const early = await watch(id, 0);
    await deliver(application, id, await ship(id));
    const { steps } = await journalOf(id);
    const late = await watch(id, 0);
    const [first, second] = [await early.take(steps.length), await late.take(steps.length)];
    expect(second).toEqual(first);
    expect(new Set(first.map(({ status }) => status)).size).toBeGreaterThan(2);
  });

  it('that hangs up and comes back with its last number misses and repeats nothing', async () => {
    const id = await bought();
    const first = await watch(id, 0);
    const [one] = await first.take(1);
    await first.hangUp();
    const sent = await ship(id);
    const second = await watch(id, one?.seq ?? 0);
    const { steps } = await journalOf(id);
    const more = await second.take(steps.length - 1);
    await second.hangUp();
    await deliver(application, id, sent);
    const third = await watch(id, more.at(-1)?.seq ?? 0);
    const after = await journalOf(id);
    const rest = await third.upTo(after.steps.length);
    expect(stepsOf([...(one === undefined ? [] : [one]), ...more, ...rest])).toEqual(after.steps);
  });

  it('with the last number waits for the next step alone', async () => {
    const id = await bought();
    const { steps } = await journalOf(id);
    const seen = await watch(id, steps.length);
    const coming = seen.take(1);
    await ship(id);
    expect(stepsOf(await coming)).toEqual([(await journalOf(id)).steps[steps.length]]);
  });

  it('with a number the order has never reached is told to read it anew, and then goes on', async () => {
    const id = await bought();
    const { steps, status } = await journalOf(id);
    const seen = await watch(id, 9_999);
    const [resync] = await seen.take(1);
    expect(resync).toEqual({ ...steps.at(-1), status, resync: true });
    await ship(id);
    const live = await seen.upTo((await journalOf(id)).steps.length);
    expect(live.map(({ resync: again }) => again)).not.toContain(true);
    expect(stepsOf(live)).toEqual((await journalOf(id)).steps.slice(steps.length));
  });

  it('of a foreign order or of none is refused alike', async () => {
    const id = await bought();
    for (const [order, who] of [
      [id, callers.shopper('somebody-else')],
      [id, callers.partner('marketplace')],
      ['no-such-order', buyer.who],
    ] as const) {
      const answer = await ask(order, 0, who);
      if (isStream(answer)) throw new Error('This subscription must not be given.');
      expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    }
    const anonymous = await ask(id, 0, callers.anonymous);
    if (isStream(anonymous)) throw new Error('This subscription must not be given.');
    expect(anonymous.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
