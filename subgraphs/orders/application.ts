import { defineAggregate } from '../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createCancel, type Cancel } from './commands/cancel.ts';
import { createCartHolds, type CartHolds } from './commands/cartHolds.ts';
import { createCartStore } from './commands/cartStore.ts';
import { createCarts, type Carts } from './commands/carts.ts';
import { createCheckout, type Checkout } from './commands/checkout.ts';
import { createFoundUnits, type FoundUnits } from './commands/foundUnits.ts';
import { createCollections, type Collections } from './commands/collection.ts';
import { createGiftExchange, type GiftExchange } from './commands/giftExchange.ts';
import { createGiftReceipts, type GiftReceipts } from './commands/giftReceipts.ts';
import { createErasures, type Erasures } from './commands/erasure.ts';
import { createReships, type Reships } from './commands/reship.ts';
import { createHolds, type Holds } from './commands/holds.ts';
import { createPaymentActions, type PaymentActions } from './commands/paymentActions.ts';
import { createMoney, type MoneyMoves } from './commands/money.ts';
import { createUnitChecks, type UnitChecks } from './commands/unitChecks.ts';
import { evolveOrder } from './domain/evolve.ts';
import type { OrderEvent, OrderState } from './domain/order.ts';
import { createGivenMoney, type GivenMoney } from './commands/givenMoney.ts';
import type { OrdersDeps } from './ports.ts';
import type { OrdersParts } from './parts.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { OrdersSettings } from './domain/settings.ts';
import { createCatalogClient } from './clients/catalogClient.ts';
import { createFulfillmentClient } from './clients/fulfillmentClient.ts';
import { createMoreUnits } from './clients/moreUnits.ts';
import { createPromiseClient } from './clients/promiseClient.ts';
import { createOrderChanges, type OrderChanges } from './commands/orderChanges.ts';
import { changeModel } from './store/changeModel.ts';
import { checkoutModel } from './store/checkoutModel.ts';
import { unitCheckModel } from './store/unitCheckModel.ts';
import { ordersModels } from './store/models.ts';
import { vatTaxes } from './taxes/vatTaxes.ts';

/** The month, and letters that nobody guesses or confuses. */
function orderNumber(atMs: number, random: OrdersDeps['random']): string {
  const month = new Date(atMs).toISOString().slice(2, 7).replace('-', '');
  return `P${month}-${Array.from({ length: 8 }, () => letters[random.int(letters.length)]).join('')}`;
}

/** The orders subgraph, put together once. */
export interface OrdersApplication extends OrdersParts {
  readonly carts: Carts;
  readonly cartHolds: CartHolds;
  readonly checkout: Checkout;
  readonly cancel: Cancel;
  readonly money: MoneyMoves;
  readonly given: GivenMoney;
  readonly changes: OrderChanges;
  readonly unitChecks: UnitChecks;
  readonly found: FoundUnits;
  readonly reships: Reships;
  readonly holds: Holds;
  readonly actions: PaymentActions;
  readonly collections: Collections;
  readonly gifts: GiftReceipts;
  readonly giftExchange: GiftExchange;
  readonly erasures: Erasures;
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createOrdersApplication(
  deps: OrdersDeps,
  parts: { journal: Journal; idempotency: Idempotency; settings: Settings<OrdersSettings> },
): OrdersApplication {
  const { connection, client, newId, random, payments, crashpoint } = deps;
  const { journal, idempotency, settings } = parts;
  const models = {
    ...ordersModels(connection),
    Change: changeModel(connection),
    Checkout: checkoutModel(connection),
    UnitCheck: unitCheckModel(connection),
  };
  const catalog = createCatalogClient(client);
  const fulfillment = createFulfillmentClient(client);
  const orders: OrdersApplication = {
    models,
    ...{ journal, settings, payments },
    taxes: deps.taxes ?? vatTaxes,
    catalog,
    fulfillment,
    promise: createPromiseClient(client),
    more: createMoreUnits(client),
    crashpoint,
    newId,
    newNumber: (atMs) => orderNumber(atMs, random),
    orders: defineAggregate<OrderState, OrderEvent>({
      name: 'order',
      model: models.Order,
      evolve: evolveOrder,
    }),
    carts: createCarts({
      ...{ idempotency, models, catalog, fulfillment, newId },
      nowMs: () => journal.clock.nowMs(),
    }),
    cartHolds: createCartHolds(() => orders, createCartStore(models), idempotency),
    checkout: createCheckout(() => orders, idempotency),
    cancel: createCancel(() => orders, idempotency, deps.cancelWaitMs ?? 1_500),
    money: createMoney(() => orders),
    given: createGivenMoney(() => orders, idempotency),
    changes: createOrderChanges(() => orders, idempotency, deps.cancelWaitMs ?? 1_500),
    unitChecks: createUnitChecks(() => orders),
    found: createFoundUnits(() => orders, idempotency),
    actions: createPaymentActions(() => orders, idempotency),
    reships: createReships(() => orders, idempotency),
    holds: createHolds(() => orders, idempotency),
    gifts: createGiftReceipts(
      () => orders,
      (below) => random.int(below),
    ),
    giftExchange: createGiftExchange(() => orders, createCartStore(models), idempotency),
    collections: createCollections(
      () => orders,
      idempotency,
      () => random.int(10),
    ),
    erasures: createErasures(() => orders, idempotency),
  };
  return orders;
}
