import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalMetrics } from '../../main/journalMetrics.ts';
import { subgraphNames } from '../../main/subgraphNames.ts';
import { buyerIn } from '../support/buyer.ts';
import { openShoeShop } from '../support/shoeShop.ts';
import type { TradingApplication } from '../support/tradingApplication.ts';

describe('the figures of the journals', () => {
  let application: TradingApplication;
  const scrape = async (): Promise<string> => {
    const databases = new Map(
      subgraphNames.map((subgraph) => [subgraph as string, application.database(subgraph)]),
    );
    const route = journalMetrics('/metrics', databases, application.clock, { processFigures: false });
    const { body } = await route.handle({} as Parameters<typeof route.handle>[0]);
    return String(body);
  };
  const ordersToInsights = 'subgraph="orders",consumer="insights"';

  beforeAll(async () => {
    ({ application } = await openShoeShop(10));
  });
  afterAll(() => application.stop());

  it('say that nobody is behind when all is quiet, and who is when somebody is away', async () => {
    await buyerIn(application).buy('shoe', 1);
    await application.settle();
    const quiet = await scrape();
    expect(quiet).toContain(`promesse_journal_owed_events{${ordersToInsights}} 0`);
    expect(quiet).toContain(`promesse_journal_owed_oldest_seconds{${ordersToInsights}} 0`);

    // Events nobody has acknowledged, as when a subgraph is away.
    await application
      .database('orders')
      .db?.collection('journal')
      .updateMany({ type: 'orders.OrderPlaced' }, { $set: { pending: ['insights'] } });
    const placedMs = application.clock.nowMs();
    await application.clock.advanceTo(placedMs + 30_000);
    const behind = await scrape();
    expect(behind).toContain(`promesse_journal_owed_events{${ordersToInsights}} 1`);
    expect(behind).toContain(`promesse_journal_owed_oldest_seconds{${ordersToInsights}} 30`);
    expect(behind).toContain('promesse_journal_owed_events{subgraph="orders",consumer="catalog"} 0');

    // The sweep publishes again, and the consumer catches up.
    await application.clock.advanceTo(placedMs + 120_000);
    await application.settle();
    expect(await scrape()).toContain(`promesse_journal_owed_events{${ordersToInsights}} 0`);
  });
});
