import { GraphError, type GraphClient, type GraphServer } from '../client/graphClient.ts';
import { cancel, deliver, purchase, ship, type Played, type Store } from './steps.ts';
import type { Happening } from './timeline.ts';

/** Plays what happened through the public API, and keeps what it needs for the next step of each order. */
export interface Player {
  play(happening: Happening, nowMs: number): Promise<void>;
  readonly orders: ReadonlyMap<string, Played>;
  /** Orders that could not go through, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Codes that ask a client to repeat the same call. */
const repeatable = new Set([
  'DEADLINE_EXCEEDED',
  'SERVICE_UNAVAILABLE',
  'IDEMPOTENCY_IN_PROGRESS',
  'CONFLICT',
]);
const mostTries = 8;

/** Repeats calls that were not answered; every command that changes something carries a key. */
function patient(client: GraphClient): GraphClient {
  return {
    run: async <D>(query: string, variables?: Record<string, unknown>) => {
      for (let tries = 1; ; tries++)
        try {
          return await client.run<D>(query, variables);
        } catch (error) {
          if (!(error instanceof GraphError) || !repeatable.has(error.code) || tries === mostTries)
            throw error;
          await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
        }
    },
  };
}

export function createPlayer(
  server: GraphServer,
  callers: { shopper: GraphClient; admin: GraphClient },
  webhookSecret: string,
): Player {
  const [shopper, admin] = [patient(callers.shopper), patient(callers.admin)];
  const store: Store = { server, shopper, admin, webhookSecret };
  const orders = new Map<string, Played>();
  const failed = new Map<string, string>();
  const step = async ({ kind, order: joined, atMs }: Happening, nowMs: number): Promise<void> => {
    const { order } = joined;
    if (kind === 'PURCHASE') return void orders.set(order.orderId, await purchase(store, joined));
    const played = orders.get(order.orderId);
    if (played === undefined) throw new Error('it was never placed');
    switch (kind) {
      case 'HAND_OVER':
        return ship(store, played);
      case 'DELIVERY':
        return deliver(store, played, atMs, nowMs);
      case 'CANCEL':
        return cancel(store, played, order.orderId, order.status);
      default:
        return kind satisfies never;
    }
  };
  return {
    orders,
    failed,
    play: async (happening, nowMs) => {
      const id = happening.order.order.orderId;
      if (failed.has(id)) return;
      try {
        await step(happening, nowMs);
      } catch (error) {
        const reason = `${happening.kind}: ${error instanceof Error ? error.message : String(error)}`;
        failed.set(id, reason);
        // Told at once: a run takes long, and whoever breaks it off wants to know, too.
        console.error(`failed ${id}: ${reason}`);
      }
    },
  };
}
