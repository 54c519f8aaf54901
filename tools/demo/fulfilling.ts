import type { GraphServer } from '../client/graphClient.ts';
import type { Callers } from './callers.ts';
import { followOrder, type StatusUpdate } from './followOrder.ts';
import * as operations from './operations.ts';
import { chapter, money, say } from './say.ts';
import { orderPage } from './orderPage.ts';
import { until } from './until.ts';

interface Work {
  readonly fulfillmentOrders: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly allowedActions: readonly string[];
        readonly location: { readonly name: string };
        readonly lines: readonly object[];
      };
    }[];
  };
}

const inWords = (step: string): string => step.toLowerCase().replaceAll('_', ' ');

/** The locations do their work, one allowed action after the other. */
export async function fulfil({ associate }: Callers, orderId: string): Promise<void> {
  chapter('The store or warehouse: accept, pick, pack, label, hand over');
  const load = async () =>
    (await associate.run<Work>(operations.work, { orderId })).fulfillmentOrders.edges.map(({ node }) => node);
  const jobs = await until(
    load,
    (found) => found.some(({ allowedActions }) => allowedActions.length > 0),
    'work for a location',
  );
  for (const job of jobs) {
    // What was given up for a change is nobody's work any more.
    if (job.allowedActions.length === 0) continue;
    say(`${job.location.name} has work`);
    let allowed = job.allowedActions;
    for (const action of operations.usualOrder) {
      if (!allowed.includes(action)) continue;
      const data = await associate.run<Record<string, { allowedActions: string[]; step: string }>>(
        operations.actionOf(action),
        { input: { id: job.id, idempotencyKey: `${job.id}-${action}` } },
      );
      const done = Object.values(data)[0];
      allowed = done?.allowedActions ?? [];
      say(`  ${action.toLowerCase().replaceAll('_', ' ')}: the goods are ${inWords(done?.step ?? '')}`);
    }
  }
}

/** The carrier carries: its events come by signed webhook. */
export async function carry(callers: Callers, orderId: string): Promise<void> {
  chapter('The carrier: events by signed webhook');
  const page = await until(
    () => orderPage(callers, orderId),
    // Shipping hears of the hand-over a moment after the location did it.
    ({ shipments }) =>
      shipments.some(({ isReturn }) => !isReturn) &&
      shipments.every(({ isReturn, milestone }) => isReturn || milestone !== 'LABEL_PURCHASED'),
    'a shipment that was handed over',
  );
  for (const shipment of page.shipments.filter((each) => !each.isReturn)) {
    const { simulateCarrier } = await callers.admin.run<{ simulateCarrier: { sent: number } }>(
      operations.simulate,
      { input: { shipmentId: shipment.id, scenario: 'DUPLICATED' } },
    );
    say(
      `parcel ${shipment.parcels[0]?.trackingCode}: ${simulateCarrier.sent} webhook calls, each event twice`,
    );
  }
  const delivered = await until(
    () => orderPage(callers, orderId),
    (order) => order.status === 'DELIVERED',
    'the delivery',
  );
  say(`delivered; ${money(delivered.totals.captured)} captured of ${money(delivered.totals.total)}`);
}

/** Follows an order by subscription until the story ends. */
export function follow(server: GraphServer, token: string, orderId: string) {
  const seen: StatusUpdate[] = [];
  const stop = followOrder(server.url, token, orderId, (update) => {
    seen.push(update);
    console.log(`     live #${update.seq} ${update.status}: ${update.summary}`);
  });
  return { seen, stop };
}
