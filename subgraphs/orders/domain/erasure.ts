import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderStatus } from './status.ts';

/** A customer of whom nothing personal is kept any more, once the orders that still need it have ended. */
export interface Erasure {
  /** The customer, by the opaque id orders carry. */
  readonly _id: string;
  /** When it was asked for first, epoch ms. */
  readonly atMs: number;
  /** Orders that still need their address: they lose it when they have ended. */
  readonly openOrderIds: readonly string[];
  /** How many these are: by it the timer finds who still waits. */
  readonly open?: number;
}

/** An event of a customer's erasure. */
export interface ErasureEvent {
  readonly type: 'orders.CustomerErased';
  readonly data: EventPayload<'orders.CustomerErased'>;
}

const ended: readonly OrderStatus[] = ['DELIVERED', 'CLOSED', 'CANCELLED'];

/** Does an order still need to know where it goes and whom to tell? */
export const needsPeople = (status: OrderStatus): boolean => !ended.includes(status);

/** Folds an erasure. Which orders are open is written beside the event: ids of orders are known to the database alone. */
export const evolveErasure = (state: Erasure | undefined, { data }: ErasureEvent, at: number): Erasure => ({
  ...{ _id: data.customerRef, atMs: state?.atMs ?? at },
  openOrderIds: state?.openOrderIds ?? [],
});
