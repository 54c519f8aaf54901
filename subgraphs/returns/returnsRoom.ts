import type { Model } from 'mongoose';
import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import { defineAggregate, type Aggregate } from '../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { evolveReturn, type ReturnEvent, type ReturnState } from './domain/return.ts';
import { createOrdersRoom, type OrdersRoom } from './rooms/ordersRoom.ts';
import { createOtherRooms, type OtherRooms } from './rooms/otherRooms.ts';
import { returnModel, type ReturnDoc } from './store/models.ts';

/** The returns room, put together once. */
export interface ReturnsRoom {
  readonly model: Model<ReturnDoc>;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly returns: Aggregate<ReturnState, ReturnEvent>;
  readonly orders: OrdersRoom;
  readonly others: OtherRooms;
  readonly newId: () => string;
  readonly newNumber: () => string;
}

export function createReturnsRoom(
  { connection, client, newId, random }: SubgraphDeps,
  parts: { journal: Journal; idempotency: Idempotency },
): ReturnsRoom {
  const model = returnModel(connection);
  return {
    ...{ model, newId, ...parts },
    returns: defineAggregate<ReturnState, ReturnEvent>({ name: 'return', model, evolve: evolveReturn }),
    orders: createOrdersRoom(client),
    others: createOtherRooms(client),
    newNumber: () =>
      `R-${Array.from({ length: 8 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[random.int(32)]).join('')}`,
  };
}
