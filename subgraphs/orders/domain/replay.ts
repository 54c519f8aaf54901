import { evolveOrder } from './evolve.ts';
import type { OrderEvent, OrderState } from './order.ts';

/** An order's event as its journal keeps it; its payload was checked against its type when it was written. */
export interface RecordedEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Epoch ms. */
  readonly at: number;
}

/** The order after one more event of its journal. */
export const replayed = (state: OrderState | undefined, { type, data, at }: RecordedEvent): OrderState =>
  evolveOrder(state, { type, data } as OrderEvent, at);

/** The order as these first events of its journal make it; undefined before the first. */
export const orderAsOf = (events: readonly RecordedEvent[]): OrderState | undefined =>
  events.reduce<OrderState | undefined>(replayed, undefined);
