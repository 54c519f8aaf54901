import type { JournalEvent } from '../../../platform/journal/journalRow.ts';
import type { OrderState } from '../domain/order.ts';
import { replayed } from '../domain/replay.ts';
import { statusOf, type OrderStatus } from '../domain/status.ts';
import type { OrdersApplication } from '../application.ts';

/** One step of an order's live status. */
export interface StatusUpdate {
  readonly orderId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly data: unknown;
  /** The order after it. */
  readonly of: OrderState;
  readonly status: OrderStatus;
  readonly resync: boolean;
}

/**
 * Everything after `afterSeq` from the journal, then live. The status of each step is folded from the beginning, so
 * it is the status at that step and not the present one. An `afterSeq` the order has never reached asks for a resync.
 */
export async function* statusUpdates(
  { journal }: OrdersApplication,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<StatusUpdate, void, void> {
  const stream = `order:${orderId}`;
  const known = await journal.read(stream);
  const lastSeq = known.at(-1)?.seq ?? 0;
  let state: OrderState | undefined;
  const step = (event: JournalEvent, resync: boolean): StatusUpdate => {
    const { seq, type, at, data } = event;
    if (state === undefined) throw new Error('A status needs an order.');
    return { orderId, seq, type, at, data, of: state, status: statusOf(state), resync };
  };
  const tooFar = afterSeq > lastSeq;
  for await (const event of journal.follow(stream, 0, signal)) {
    state = replayed(state, event);
    if (tooFar ? event.seq >= lastSeq : event.seq > afterSeq)
      yield step(event, tooFar && event.seq === lastSeq);
  }
}
