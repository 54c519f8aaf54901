import DataLoader from 'dataloader';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CartLine } from '../domain/cart.ts';
import type { OrderLine, Payment } from '../domain/order.ts';
import type { OrderContactDoc } from './contactModel.ts';
import type { OrderAddressDoc, OrderDoc, OrdersModels } from './models.ts';

/** A cart line together with its cart's currency. */
export interface CartLineRow extends CartLine {
  readonly currency: string;
}

/** A payment together with its order and that one's currency. */
export interface PaymentRow extends Payment {
  readonly orderId: string;
  readonly currency: string;
}

/** An order line together with its order's currency. */
export interface LineRow extends OrderLine {
  readonly currency: string;
  readonly order: OrderDoc;
}

/** Loaders of one request; null for what does not exist. */
export interface OrdersLoaders {
  readonly order: DataLoader<string, OrderDoc | null>;
  readonly address: DataLoader<string, OrderAddressDoc | null>;
  readonly contact: DataLoader<string, OrderContactDoc | null>;
  readonly line: DataLoader<string, LineRow | null>;
}

const byId = <D extends { _id: string }>(find: (ids: readonly string[]) => Promise<D[]>) =>
  new DataLoader<string, D | null>(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [row._id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });

const among = <D>(ids: readonly string[]) => builtFilter<D>({ _id: { $in: [...ids] } });

export const lineRow = (order: OrderDoc, line: OrderLine): LineRow => ({
  ...line,
  currency: order.currency,
  order,
});

/** Makes each loader when it is first asked for: most requests, those for carts, ask for none. */
class LoadersOfRequest implements OrdersLoaders {
  readonly #models: OrdersModels;
  #order: OrdersLoaders['order'] | undefined;
  #address: OrdersLoaders['address'] | undefined;
  #contact: OrdersLoaders['contact'] | undefined;
  #line: OrdersLoaders['line'] | undefined;

  constructor(models: OrdersModels) {
    this.#models = models;
  }

  get order() {
    const { Order } = this.#models;
    return (this.#order ??= byId(async (ids) => Order.find(among<OrderDoc>(ids)).lean<OrderDoc[]>()));
  }

  get address() {
    const { OrderAddress } = this.#models;
    return (this.#address ??= byId(async (ids) =>
      OrderAddress.find(among<OrderAddressDoc>(ids)).lean<OrderAddressDoc[]>(),
    ));
  }

  get contact() {
    const { OrderContact } = this.#models;
    return (this.#contact ??= byId(async (ids) =>
      OrderContact.find(among<OrderContactDoc>(ids)).lean<OrderContactDoc[]>(),
    ));
  }

  get line() {
    const { Order } = this.#models;
    return (this.#line ??= new DataLoader(async (ids) => {
      const filter = builtFilter<OrderDoc>({ 'lines.lineId': { $in: [...ids] } });
      const orders = await Order.find(filter).lean<OrderDoc[]>();
      const lines = new Map(
        orders.flatMap((order) => order.lines.map((line) => [line.lineId, lineRow(order, line)])),
      );
      return ids.map((id) => lines.get(id) ?? null);
    }));
  }
}

export const ordersLoaders = (models: OrdersModels): OrdersLoaders => new LoadersOfRequest(models);
