import type {
  GeoPoint,
  OlistItem,
  OlistOrder,
  OlistParty,
  OlistPayment,
  OlistProduct,
  OlistTables,
} from './rows.ts';

/** One item with its product (if known) and the seller who ships it. */
export interface JoinedItem {
  readonly item: OlistItem;
  readonly seller: OlistParty;
  readonly sellerPlace: GeoPoint | undefined;
  readonly product: OlistProduct | undefined;
}

/** An order with everything that hangs on it. */
export interface JoinedOrder {
  readonly order: OlistOrder;
  readonly customer: OlistParty;
  readonly customerPlace: GeoPoint | undefined;
  readonly items: readonly JoinedItem[];
  readonly payments: readonly OlistPayment[];
}

/** Why an order does not join. */
export type UnjoinedReason = 'CUSTOMER_UNKNOWN' | 'ITEMS_MISSING' | 'SELLER_UNKNOWN';

export interface UnjoinedOrder {
  readonly order: OlistOrder;
  readonly reason: UnjoinedReason;
  readonly detail: string;
}

/**
 * Joins orders to customers, items and sellers, sorted by purchase time (then by order id, so that the result never
 * depends on the order of the files). Products, payments and coordinates may be missing.
 */
export function joinOrders(tables: OlistTables): { joined: JoinedOrder[]; unjoined: UnjoinedOrder[] } {
  const joined: JoinedOrder[] = [];
  const unjoined: UnjoinedOrder[] = [];
  for (const order of tables.orders.values()) {
    const result = joinOne(tables, order);
    if ('reason' in result) unjoined.push(result);
    else joined.push(result);
  }
  joined.sort(
    (a, b) => a.order.purchasedAt - b.order.purchasedAt || (a.order.orderId < b.order.orderId ? -1 : 1),
  );
  return { joined, unjoined };
}

function joinOne(tables: OlistTables, order: OlistOrder): JoinedOrder | UnjoinedOrder {
  const customer = tables.customers.get(order.customerId);
  if (!customer) return { order, reason: 'CUSTOMER_UNKNOWN', detail: `no customer ${order.customerId}` };
  const rows = tables.itemsByOrder.get(order.orderId);
  if (!rows) return { order, reason: 'ITEMS_MISSING', detail: 'no row in the items table' };
  const items: JoinedItem[] = [];
  for (const item of rows) {
    const seller = tables.sellers.get(item.sellerId);
    if (!seller) return { order, reason: 'SELLER_UNKNOWN', detail: `no seller ${item.sellerId}` };
    const product = tables.products.get(item.productId);
    items.push({ item, seller, sellerPlace: tables.places.get(seller.zipPrefix), product });
  }
  return {
    order,
    customer,
    customerPlace: tables.places.get(customer.zipPrefix),
    items,
    payments: tables.paymentsByOrder.get(order.orderId) ?? [],
  };
}
