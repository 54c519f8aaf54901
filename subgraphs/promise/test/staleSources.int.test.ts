import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openShoeShop } from '../../../test/support/shoeShop.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';
import { waitFor } from '../../../test/support/waitFor.ts';

interface Told {
  readonly degraded: boolean;
  readonly degradedReasons: readonly string[];
  readonly options: readonly { readonly latestDeliveryAt: string }[];
  readonly unavailable: readonly { readonly reason: string }[];
}

const text = `query($input: PromiseInput!) { promise(input: $input) { degraded degradedReasons
  options { latestDeliveryAt } unavailable { reason } } }`;
const minute = 60_000;

describe('a promise from data that has become old', () => {
  let application: TradingApplication;

  const ask = async (quantity: number, atMs?: number): Promise<Told> => {
    const input = {
      ...{ channel: 'web', currency: 'EUR', destination: { country: 'FR', postalCode: '75002' } },
      ...{ lines: [{ sku: 'shoe', quantity }], methodTypes: ['SHIPPING'] },
      ...(atMs === undefined ? {} : { at: new Date(atMs).toISOString() }),
    };
    return (await application.ok<{ promise: Told }>('promise', text, { input }, callers.shopper())).promise;
  };
  /** Lets time pass, and the subgraphs' words arrive. */
  const pass = async (minutes: number): Promise<void> => {
    await application.clock.advanceBy(minutes * minute);
    await application.settle();
  };

  beforeAll(async () => {
    ({ application } = await openShoeShop(3));
  });
  afterAll(() => application.stop());

  it('says nothing of it while the subgraphs are heard of, however long nothing changes', async () => {
    expect(await ask(3)).toMatchObject({ degraded: false, degradedReasons: [] });
    await pass(120);
    expect(await ask(3)).toMatchObject({ degraded: false, degradedReasons: [] });
    expect((await ask(3)).options).toHaveLength(1);
  });

  it('does not take a question about tomorrow for old data', async () => {
    expect(await ask(1, application.clock.nowMs() + 86_400_000)).toMatchObject({ degraded: false });
  });

  it('says so once the stock is silent, promises later and holds a unit back, until it is heard of again', async () => {
    const before = await ask(2);
    await application.subgraph('catalog').stop();
    await pass(4);
    expect(await ask(3)).toMatchObject({ degraded: false });
    await pass(2);
    const stale = await ask(2);
    expect(stale).toMatchObject({ degraded: true, degradedReasons: ['STOCK'] });
    expect(Date.parse(stale.options[0]!.latestDeliveryAt)).toBeGreaterThan(
      Date.parse(before.options[0]!.latestDeliveryAt),
    );
    expect(await ask(3)).toMatchObject({ options: [], unavailable: [{ reason: 'NOT_ENOUGH_STOCK' }] });

    await application.subgraph('catalog').start();
    await waitFor('the stock to be heard of again', async () => !(await ask(3)).degraded);
    expect((await ask(3)).options).toHaveLength(1);
  });

  it('counts an event that cannot be applied as missing, though its subgraph lives', async () => {
    // The subgraph's own table of stock refuses what comes.
    const model = application.database('promise').model('StockFacts');
    vi.spyOn(model, 'find').mockImplementation(() => {
      throw new Error('planned');
    });
    const input = { positions: [{ sku: 'shoe', locationId: 'warehouse', onHand: 1, safetyStock: 0 }] };
    const query = `mutation($input: ImportStockInput!) { importStock(input: $input) { __typename } }`;
    await application.subgraph('catalog').execute({ query, variables: { input } }, callAs(callers.system));
    for (let minutes = 0; minutes < 7; minutes++) await application.clock.advanceBy(minute);
    await waitFor('the lag to be told', async () => (await ask(1)).degraded);
    expect(await ask(1)).toMatchObject({ degraded: true, degradedReasons: ['STOCK'] });
  });
});
