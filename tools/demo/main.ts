import { parseArgs } from 'node:util';
import { openServer } from '../client/graphClient.ts';
import { runTool } from '../client/runTool.ts';
import { readDevTokens, requireAccess } from '../client/serverAccess.ts';
import { partnerOrder } from './partner.ts';
import { chapter, say } from './say.ts';
import { hearOfDelay } from './late.ts';
import { exchange, sendAgain, otherSize } from './mending.ts';
import { orderForCustomer, orderMadeToWish, sellInStore } from './serving.ts';
import { judge, sendBack } from './afterwards.ts';
import type { Callers } from './callers.ts';
import { changeOrder } from './changing.ts';
import { carry, follow, fulfil } from './fulfilling.ts';
import { tellMessages } from './messages.ts';
import { orderPage } from './orderPage.ts';
import { checkOut, seeProduct, seeRefusals } from './shopping.ts';
import { until } from './until.ts';

const usage = `Plays one whole story against a running server, as a client.

  npm run demo [-- --url http://127.0.0.1:4000] [--data .data]

--data is the data folder of that server: its tokens for development lie there.`;

const access = { urlOption: '--url', dataOption: '--data' };

/** What people do around orders: service, a parcel that is late, one that is lost, an exchange, a store, a wish. */
async function laterChapters(callers: Callers, sku: string): Promise<void> {
  const order = await orderForCustomer(callers, sku);
  await hearOfDelay(callers, sku);
  await sendAgain(callers, order);
  await exchange(callers, order, await otherSize(callers, sku));
  await sellInStore(callers, sku);
  await orderMadeToWish(callers);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
      data: { type: 'string', default: '.data' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  if (!URL.canParse(values.url)) throw new Error(`--url takes an address such as http://127.0.0.1:4000.`);
  const tokens = readDevTokens(values.data, access);
  const server = openServer(values.url);
  const callers: Callers = {
    shopper: server.as(tokens['shopper']),
    associate: server.as(tokens['associate']),
    admin: server.as(tokens['admin']),
    agent: server.as(tokens['agent']),
    partner: server.as(tokens['partner'], '/partner/graphql'),
  };
  try {
    await requireAccess(server, tokens['shopper'] ?? '', values.data, access);
    const sku = await seeProduct(callers);
    await seeRefusals(callers);
    const order = await checkOut(callers, sku);
    const { seen, stop } = follow(server, tokens['shopper'] ?? '', order.id);
    await changeOrder(callers, order.id, sku);
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
    await tellMessages(callers, order.id, values.url);
    await partnerOrder(callers, sku, order.id);
    await laterChapters(callers, sku);
    console.log('\nThe story is told.\n');
  } finally {
    await server.close();
  }
}

runTool(main, '\nThe story broke off: ');
