import type { Model } from 'mongoose';
import { defineAggregate, type Aggregate } from '../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { evolveReturn } from './domain/evolve.ts';
import type { ReturnEvent, ReturnState } from './domain/return.ts';
import { createOrdersClient, type OrdersClient } from './clients/ordersClient.ts';
import { createOtherClients, type OtherClients } from './clients/otherClients.ts';
import { createHolidayBook, type HolidayBook } from '../../platform/values/holidays.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { ReturnsSettings } from './domain/settings.ts';
import type { ReturnsDeps } from './ports.ts';
import { returnModel, type ReturnDoc } from './store/models.ts';
import { orderClaims, type OrderClaims } from './store/orderClaims.ts';

/** The returns subgraph, put together once. */
export interface ReturnsApplication {
  readonly model: Model<ReturnDoc>;
  readonly claims: OrderClaims;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly returns: Aggregate<ReturnState, ReturnEvent>;
  readonly orders: OrdersClient;
  readonly others: OtherClients;
  readonly settings: Settings<ReturnsSettings>;
  /** Public holidays, on which nothing is picked up. */
  readonly holidays: HolidayBook;
  readonly newId: () => string;
  readonly newNumber: () => string;
}

export function createReturnsApplication(
  { connection, client, newId, random }: ReturnsDeps,
  parts: { journal: Journal; idempotency: Idempotency; settings: Settings<ReturnsSettings> },
): ReturnsApplication {
  const model = returnModel(connection);
  return {
    ...{ model, newId, ...parts, holidays: createHolidayBook() },
    claims: orderClaims(connection),
    returns: defineAggregate<ReturnState, ReturnEvent>({ name: 'return', model, evolve: evolveReturn }),
    orders: createOrdersClient(client),
    others: createOtherClients(client),
    newNumber: () =>
      `R-${Array.from({ length: 8 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[random.int(32)]).join('')}`,
  };
}
