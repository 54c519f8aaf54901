import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTables } from '../../olist/generateTables.ts';
import { joinOrders, type JoinedOrder } from '../../olist/joinOrders.ts';
import { readTables } from '../../olist/readTables.ts';

export const dayMs = 86_400_000;

/** How long one real order took, ms after its purchase, with what was promised for it. */
export interface Duration {
  /** Day of the week of the purchase, 0 is Thursday as day 0 of 1970 was, and ms after its midnight. */
  readonly weekday: number;
  readonly timeMs: number;
  /** When the goods were to be with the carrier; absent where the table has none. */
  readonly dispatchDueMs?: number;
  readonly handedOverMs: number;
  readonly deliveredMs: number;
  /** End of the promised day. */
  readonly promisedMs: number;
  /** Postal prefix of the customer. */
  readonly postalCode: string;
}

/** Durations of the delivered orders in a folder of Olist tables. */
export async function readDurations(folder: string): Promise<Duration[]> {
  return joinOrders(await readTables(folder)).joined.flatMap(durationOf);
}

/** The same of an invented world, for a machine without the tables. */
export async function inventedDurations(seed: number): Promise<Duration[]> {
  const folder = await mkdtemp(join(tmpdir(), 'promesse-invented-'));
  try {
    await generateTables(folder, { seed, firstDay: '2025-03-03', days: 300, ordersPerDay: 20 });
    return await readDurations(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows whose moments contradict each other tell nothing of how long something took. */
function durationOf({ order, customer, items }: JoinedOrder): Duration[] {
  const { status, purchasedAt, handedOverAt, deliveredAt, estimatedAt } = order;
  if (status !== 'delivered' || handedOverAt === undefined) return [];
  if (deliveredAt === undefined || estimatedAt === undefined) return [];
  if (handedOverAt < purchasedAt || deliveredAt <= handedOverAt) return [];
  const limits = items.flatMap(({ item }) => item.shippingLimitAt ?? []);
  const promisedMs = Math.floor(estimatedAt / dayMs) * dayMs + dayMs - purchasedAt;
  if (promisedMs <= dayMs) return [];
  return [
    {
      weekday: Math.floor(purchasedAt / dayMs) % 7,
      timeMs: purchasedAt % dayMs,
      ...(limits.length === 0 ? {} : { dispatchDueMs: Math.max(...limits) - purchasedAt }),
      handedOverMs: handedOverAt - purchasedAt,
      deliveredMs: deliveredAt - purchasedAt,
      ...{ promisedMs, postalCode: customer.zipPrefix },
    },
  ];
}
