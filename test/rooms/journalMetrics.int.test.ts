import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalMetrics } from '../../main/journalMetrics.ts';
import { roomNames } from '../../main/roomNames.ts';
import { buyerIn } from '../support/buyer.ts';
import { openShoeShop } from '../support/shoeShop.ts';
import type { TradingHouse } from '../support/tradingHouse.ts';

describe('the figures of the journals', () => {
  let house: TradingHouse;
  const scrape = async (): Promise<string> => {
    const databases = new Map(roomNames.map((room) => [room as string, house.database(room)]));
    const route = journalMetrics('/metrics', databases, house.clock, { processFigures: false });
    const { body } = await route.handle({} as Parameters<typeof route.handle>[0]);
    return String(body);
  };
  const ordersToInsights = 'room="orders",consumer="insights"';

  beforeAll(async () => {
    ({ house } = await openShoeShop(10));
  });
  afterAll(() => house.stop());

  it('say that nobody is behind when all is quiet, and who is when somebody is away', async () => {
    await buyerIn(house).buy('shoe', 1);
    await house.settle();
    const quiet = await scrape();
    expect(quiet).toContain(`promesse_journal_owed_events{${ordersToInsights}} 0`);
    expect(quiet).toContain(`promesse_journal_owed_oldest_seconds{${ordersToInsights}} 0`);

    // Events nobody has acknowledged, as when a room is away.
    await house
      .database('orders')
      .db?.collection('journal')
      .updateMany({ type: 'orders.OrderPlaced' }, { $set: { pending: ['insights'] } });
    const placedMs = house.clock.nowMs();
    await house.clock.advanceTo(placedMs + 30_000);
    const behind = await scrape();
    expect(behind).toContain(`promesse_journal_owed_events{${ordersToInsights}} 1`);
    expect(behind).toContain(`promesse_journal_owed_oldest_seconds{${ordersToInsights}} 30`);
    expect(behind).toContain('promesse_journal_owed_events{room="orders",consumer="catalog"} 0');

    // The sweep rings again, and the consumer catches up.
    await house.clock.advanceTo(placedMs + 120_000);
    await house.settle();
    expect(await scrape()).toContain(`promesse_journal_owed_events{${ordersToInsights}} 0`);
  });
});
