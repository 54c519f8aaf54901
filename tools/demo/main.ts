import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openServer } from '../client/graphClient.ts';
import { partnerOrder, seeAsPartner } from './partner.ts';
import { chapter, say } from './say.ts';
import { judge, sendBack } from './afterwards.ts';
import type { Callers } from './callers.ts';
import { carry, follow, fulfil } from './fulfilling.ts';
import { orderPage } from './orderPage.ts';
import { buyInOwnShop, checkOut, seeProduct, seeRefusals } from './shopping.ts';
import { until } from './until.ts';

/** Plays one whole story against a running server, as a client. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
      data: { type: 'string', default: '.data' },
    },
  });
  const tokens = JSON.parse(readFileSync(join(values.data, 'dev-tokens.json'), 'utf8')) as Record<
    string,
    string
  >;
  const server = openServer(values.url);
  const callers: Callers = {
    shopper: server.as(tokens['shopper']),
    associate: server.as(tokens['associate']),
    admin: server.as(tokens['admin']),
    partner: server.as(tokens['partner'], '/partner/graphql'),
  };
  try {
    const sku = await seeProduct(callers);
    await seeRefusals(callers);
    const order = await checkOut(callers, sku);
    const { seen, stop } = follow(server, tokens['shopper'] ?? '', order.id);
    await fulfil(callers, order.id);
    await carry(callers, order.id);
    const [line] = order.lines;
    if (line === undefined) throw new Error('The order has no lines.');
    await sendBack(callers, order.id, line);
    await judge(callers, order.id);
    const last = await until(
      () => orderPage(callers, order.id),
      (page) => page.totals.refunded.amountMinor > 0,
      'the refund on the order',
    );
    await until(
      () => Promise.resolve(seen),
      (updates) => updates.some((update) => update.type === 'orders.RefundDone'),
      'the last live update',
    );
    await stop();
    chapter('The live status, checked');
    say(
      `${seen.length} updates, numbered 1 to ${seen.at(-1)?.seq} without a gap: ${seen.every((update, i) => update.seq === i + 1)}; the order is ${last.status}`,
    );
    await seeAsPartner(callers, order.id, await buyInOwnShop(callers, sku));
    await partnerOrder(callers, sku);
    console.log('\nThe story is told.\n');
  } finally {
    await server.close();
  }
}

main().catch((error: unknown) => {
  console.error(`\nThe story broke off: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
