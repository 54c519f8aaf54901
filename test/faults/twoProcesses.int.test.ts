import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSubgraph } from '../../main/subgraphs.ts';
import { createSubgraphClient } from '../../platform/graph/subgraphClient.ts';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import { catalogRows, expectSoundStock } from '../support/stockInvariants.ts';
import {
  handleSecret,
  openTradingApplication,
  type TradingApplication,
} from '../support/tradingApplication.ts';
import { waitFor } from '../support/waitFor.ts';
import { callAs, callers } from '../support/world.ts';

const reserve = `mutation($input: ReserveStockInput!) { done: reserveStock(input: $input) { __typename
  ... on ReserveStockSuccess { reservation { id } } } }`;
const hold = `mutation($input: HoldForCartInput!) { done: holdForCart(input: $input) { __typename
  ... on CartHold { reservation { id } } } }`;
const receive = `mutation($input: ReceiveStockInput!) { done: receiveStock(input: $input) { onHand } }`;
const announce = `mutation($input: AnnounceReceiptInput!) { done: announceReceipt(input: $input) { onHand } }`;
const adjust = `mutation($input: AdjustStockInput!) { done: adjustStock(input: $input) { __typename } }`;
const promised = `query($input: PromiseInput!) { done: promise(input: $input) { options { code } } }`;

interface Row {
  readonly _id: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
  readonly available: number;
}

describe('two processes of one subgraph on one database', () => {
  let application: TradingApplication;
  let catalogs: readonly SubgraphService[];
  let promises: readonly SubgraphService[];
  const second: SubgraphService[] = [];

  /** Another process: its own connection, clock timers, queues and memory; the same database and bus. */
  const another = async (name: 'catalog' | 'promise'): Promise<SubgraphService> => {
    const deps = await application.deps(name);
    const client = createSubgraphClient({
      ...{ caller: name, newId: deps.newId },
      target: (subgraph) => application.subgraph(subgraph as 'catalog'),
    });
    const secrets = { subgraph: handleSecret, handle: handleSecret, webhook: handleSecret };
    const service = createSubgraph(name, { ...deps, client }, { production: false, secrets });
    await service.start();
    second.push(service);
    return service;
  };
  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell(...['rush', 'cart', 'dock', 'page', 'over'].map((sku) => ({ sku })));
    catalogs = [application.subgraph('catalog'), await another('catalog')];
    promises = [application.subgraph('promise'), await another('promise')];
  });
  afterAll(async () => {
    for (const service of second) await service.stop();
    await application.stop();
  });

  /** Asked as a client does: a call that lost a race or is under way elsewhere is repeated with its key. */
  const ask = async <T>(
    service: SubgraphService | undefined,
    query: string,
    variables: object,
  ): Promise<T> => {
    for (let tries = 0; ; tries++) {
      const request = { query, variables: { ...variables } };
      const result = await service?.execute(request, callAs(callers.system));
      const code = result?.errors?.[0]?.extensions['code'];
      if (code === undefined) return result?.data?.['done'] as T;
      if (tries > 50 || !['CONFLICT', 'IDEMPOTENCY_IN_PROGRESS'].includes(String(code)))
        throw new Error(`${String(code)}: ${result?.errors?.[0]?.message ?? ''}`);
    }
  };
  const position = async (sku: string): Promise<Row | undefined> =>
    (await catalogRows<Row>(application, 'stock')).find(({ _id }) => _id === `${sku}@warehouse`);
  const lines = (sku: string, quantity: number) => [{ sku, locationId: 'warehouse', quantity }];

  it('sell exactly what there is', async () => {
    await application.stock('rush', 'warehouse', 30);
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        ask<{ __typename: string }>(catalogs[n % 2], reserve, {
          input: { idempotencyKey: `rush-${n}`, state: 'FIRM', lines: lines('rush', 1) },
        }),
      ),
    );
    const sold = outcomes.filter(({ __typename }) => __typename === 'ReserveStockSuccess');
    expect(sold).toHaveLength(30);
    expect(await position('rush')).toMatchObject({ onHand: 30, reserved: 30, available: 0 });
    await expectSoundStock(application);
  }, 120_000);

  it('count a key once, whichever of them is asked, at once or later', async () => {
    const slot = { id: 'lorry', sku: 'dock', locationId: 'warehouse' };
    const expectedAt = '2026-03-20T08:00:00Z';
    const announcement = { ...slot, idempotencyKey: 'a', quantity: 50, expectedAt };
    await ask(catalogs[0], announce, { input: announcement });
    const booking = { ...slot, idempotencyKey: 'b', quantity: 7 };
    const answers = await Promise.all([0, 1, 0, 1].map((i) => ask(catalogs[i], receive, { input: booking })));
    expect(answers).toEqual(answers.map(() => ({ onHand: 7 })));
    const restarted = await another('catalog');
    expect(await ask(restarted, receive, { input: booking })).toEqual({ onHand: 7 });
    const change = { sku: 'dock', locationId: 'warehouse', delta: 5, reason: 'COUNT', idempotencyKey: 'c' };
    await Promise.all([0, 1, 0, 1].map((i) => ask(catalogs[i], adjust, { input: change })));
    expect(await position('dock')).toMatchObject({ onHand: 12 });
    const key = { idempotencyKey: 'r', state: 'FIRM', lines: lines('dock', 3) };
    const made = await Promise.all([0, 1].map((i) => ask(catalogs[i], reserve, { input: key })));
    expect(made[0]).toEqual(made[1]);
    expect(await position('dock')).toMatchObject({ onHand: 12, reserved: 3 });
  }, 120_000);

  it('hold once for a cart that asks both', async () => {
    await application.stock('cart', 'warehouse', 40);
    const input = (key: string) => ({
      idempotencyKey: key,
      cartId: 'both',
      ttlSeconds: 600,
      lines: lines('cart', 4),
    });
    await Promise.all(
      ['x', 'y', 'z', 'x'].map((key, i) => ask(catalogs[i % 2], hold, { input: input(key) })),
    );
    expect(await position('cart')).toMatchObject({ softReserved: 4, available: 36 });
    await expectSoundStock(application);
  }, 120_000);

  it('give back what carts held past their time, once', async () => {
    await application.stock('over', 'warehouse', 30);
    for (let n = 0; n < 30; n++)
      await ask(catalogs[n % 2], hold, {
        input: { idempotencyKey: 'k', cartId: `over-${n}`, ttlSeconds: 30, lines: lines('over', 1) },
      });
    expect(await position('over')).toMatchObject({ softReserved: 30, available: 0 });
    await application.clock.advanceBy(35_000);
    await waitFor('all units to be back', async () => (await position('over'))?.softReserved === 0);
    expect(await position('over')).toMatchObject({ onHand: 30, reserved: 0, available: 30 });
    const ended = await catalogRows<{ type: string; data: { lines: { sku: string }[] } }>(
      application,
      'journal',
    );
    const expired = ended.filter(
      ({ type, data }) => type === 'catalog.ReservationExpired' && data.lines[0]?.sku === 'over',
    );
    expect(expired).toHaveLength(30);
    await expectSoundStock(application);
  }, 120_000);

  it('promise the same, whichever of them heard of the stock', async () => {
    await application.stock('page', 'warehouse', 5);
    const input = (quantity: number) => ({
      ...{ channel: 'web', currency: 'EUR', methodTypes: ['SHIPPING'] },
      ...{ destination: { country: 'FR', postalCode: '75002' }, lines: [{ sku: 'page', quantity }] },
    });
    const offered = async (quantity: number) =>
      Promise.all(
        promises.map(async (service) => {
          const found = await ask<{ options: unknown[] }>(service, promised, { input: input(quantity) });
          return found.options.length;
        }),
      );
    await waitFor('both to know', async () => (await offered(5)).every((count) => count === 1));
    expect(await offered(6)).toEqual([0, 0]);
    await application.stock('page', 'warehouse', 2);
    await waitFor('both to know less', async () => (await offered(3)).every((count) => count === 0));
    expect(await offered(2)).toEqual([1, 1]);
  }, 120_000);
});
