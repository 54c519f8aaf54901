import type { Model } from 'mongoose';
import type { Crashpoint } from '../../platform/crashpoint/crashpoint.ts';
import type { Aggregate } from '../../platform/journal/aggregate.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { CatalogClient } from './clients/catalogClient.ts';
import type { FulfillmentClient } from './clients/fulfillmentClient.ts';
import type { MoreUnits } from './clients/moreUnits.ts';
import type { PromiseClient } from './clients/promiseClient.ts';
import type { OrderEvent, OrderState } from './domain/order.ts';
import type { OrdersSettings } from './domain/settings.ts';
import type { PaymentProvider, TaxPort } from './ports.ts';
import type { ChangeDoc } from './store/changeModel.ts';
import type { CheckoutDoc } from './store/checkoutModel.ts';
import type { OrdersModels } from './store/models.ts';
import type { UnitCheckDoc } from './store/unitCheckModel.ts';

/** What the commands of orders stand on. The application adds the commands themselves. */
export interface OrdersParts {
  readonly models: OrdersModels & {
    readonly Change: Model<ChangeDoc>;
    readonly Checkout: Model<CheckoutDoc>;
    readonly UnitCheck: Model<UnitCheckDoc>;
  };
  readonly journal: Journal;
  readonly orders: Aggregate<OrderState, OrderEvent>;
  readonly settings: Settings<OrdersSettings>;
  readonly payments: PaymentProvider;
  readonly taxes: TaxPort;
  readonly catalog: CatalogClient;
  readonly fulfillment: FulfillmentClient;
  readonly promise: PromiseClient;
  readonly more: MoreUnits;
  readonly crashpoint: Crashpoint;
  readonly newId: () => string;
  /** A number people can read out: year and month, then eight characters that are hard to mix up. */
  readonly newNumber: (atMs: number) => string;
}
