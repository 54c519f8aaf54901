import { stat } from 'node:fs/promises';
import { OlistDataError } from './olistDataError.ts';
import type { RowProblem } from './olistDataError.ts';
import { BadRow, readRows, tableExists } from './readRows.ts';
import type { RowReader } from './readRows.ts';
import type {
  GeoPoint,
  OlistItem,
  OlistOrder,
  OlistParty,
  OlistPayment,
  OlistProduct,
  OlistTables,
} from './rows.ts';
import { parseWallTime } from './wallTime.ts';

/**
 * Reads a folder of Olist tables (any period). Orders, items, customers and sellers must be there; products,
 * payments and coordinates are optional. A row that cannot be understood is left out and listed in `problems`.
 *
 * @throws OlistDataError when the folder, a needed table or a needed column is missing.
 */
export async function readTables(folder: string): Promise<OlistTables> {
  const isFolder = await stat(folder).then(
    (info) => info.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new OlistDataError(
      'OLIST_FOLDER_MISSING',
      `Expected a folder of Olist tables, found none at ${folder}.`,
    );
  }
  const problems: RowProblem[] = [];
  const absent: string[] = [];
  const read = (table: string, columns: readonly string[], onRow: RowReader): Promise<void> =>
    readRows(folder, table, columns, onRow, problems);
  const readOptional = async (table: string, columns: readonly string[], onRow: RowReader): Promise<void> => {
    if (await tableExists(folder, table)) await read(table, columns, onRow);
    else absent.push(table);
  };

  const orders = new Map<string, OlistOrder>();
  await read('olist_orders_dataset', ORDER_COLUMNS, (row) => addOnce(orders, toOrder(row), 'orderId'));
  const itemsByOrder = new Map<string, OlistItem[]>();
  await read('olist_order_items_dataset', ITEM_COLUMNS, (row) => addTo(itemsByOrder, toItem(row)));
  const customers = new Map<string, OlistParty>();
  await read('olist_customers_dataset', partyColumns('customer'), (row) =>
    addOnce(customers, toParty(row), 'id'),
  );
  const sellers = new Map<string, OlistParty>();
  await read('olist_sellers_dataset', partyColumns('seller'), (row) => addOnce(sellers, toParty(row), 'id'));
  const products = new Map<string, OlistProduct>();
  await readOptional('olist_products_dataset', PRODUCT_COLUMNS, (row) =>
    addOnce(products, toProduct(row), 'productId'),
  );
  const paymentsByOrder = new Map<string, OlistPayment[]>();
  await readOptional('olist_order_payments_dataset', PAYMENT_COLUMNS, (row) =>
    addTo(paymentsByOrder, toPayment(row)),
  );
  const sums = new Map<string, { lat: number; lng: number; count: number }>();
  await readOptional('olist_geolocation_dataset', GEO_COLUMNS, (row) => addPlace(sums, row));
  const places = new Map<string, GeoPoint>();
  for (const [prefix, sum] of sums)
    places.set(prefix, { lat: sum.lat / sum.count, lng: sum.lng / sum.count });

  return { orders, itemsByOrder, customers, sellers, products, paymentsByOrder, places, absent, problems };
}

const ORDER_COLUMNS = [
  'order_id',
  'customer_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
];
const ITEM_COLUMNS = [
  'order_id',
  'order_item_id',
  'product_id',
  'seller_id',
  'shipping_limit_date',
  'price',
  'freight_value',
];
const PRODUCT_COLUMNS = [
  'product_id',
  'product_category_name',
  'product_weight_g',
  'product_length_cm',
  'product_height_cm',
  'product_width_cm',
];
const PAYMENT_COLUMNS = [
  'order_id',
  'payment_sequential',
  'payment_type',
  'payment_installments',
  'payment_value',
];
const GEO_COLUMNS = ['geolocation_zip_code_prefix', 'geolocation_lat', 'geolocation_lng'];
const partyColumns = (kind: 'customer' | 'seller'): string[] => [
  `${kind}_id`,
  `${kind}_zip_code_prefix`,
  `${kind}_city`,
  `${kind}_state`,
];

function toOrder(row: readonly string[]): OlistOrder {
  return {
    orderId: needed(row, 0, 'order_id'),
    customerId: needed(row, 1, 'customer_id'),
    status: needed(row, 2, 'order_status'),
    purchasedAt: time(row, 3, 'order_purchase_timestamp') ?? missing('order_purchase_timestamp'),
    approvedAt: time(row, 4, 'order_approved_at'),
    handedOverAt: time(row, 5, 'order_delivered_carrier_date'),
    deliveredAt: time(row, 6, 'order_delivered_customer_date'),
    estimatedAt: time(row, 7, 'order_estimated_delivery_date'),
  };
}

function toItem(row: readonly string[]): OlistItem {
  return {
    orderId: needed(row, 0, 'order_id'),
    itemId: number(row, 1, 'order_item_id') ?? missing('order_item_id'),
    productId: needed(row, 2, 'product_id'),
    sellerId: needed(row, 3, 'seller_id'),
    shippingLimitAt: time(row, 4, 'shipping_limit_date'),
    priceMinor: Math.round((number(row, 5, 'price') ?? missing('price')) * 100),
    freightMinor: Math.round((number(row, 6, 'freight_value') ?? missing('freight_value')) * 100),
  };
}

function toParty(row: readonly string[]): OlistParty {
  return {
    id: needed(row, 0, 'id'),
    zipPrefix: needed(row, 1, 'zip_code_prefix').padStart(5, '0'),
    city: row[2]!,
    state: needed(row, 3, 'state').toUpperCase(),
  };
}

function toProduct(row: readonly string[]): OlistProduct {
  return {
    productId: needed(row, 0, 'product_id'),
    category: row[1] === '' ? undefined : row[1],
    weightGrams: number(row, 2, 'product_weight_g'),
    lengthCm: number(row, 3, 'product_length_cm'),
    heightCm: number(row, 4, 'product_height_cm'),
    widthCm: number(row, 5, 'product_width_cm'),
  };
}

function toPayment(row: readonly string[]): OlistPayment {
  return {
    orderId: needed(row, 0, 'order_id'),
    sequence: number(row, 1, 'payment_sequential') ?? missing('payment_sequential'),
    type: needed(row, 2, 'payment_type'),
    installments: number(row, 3, 'payment_installments') ?? 1,
    valueMinor: Math.round((number(row, 4, 'payment_value') ?? missing('payment_value')) * 100),
  };
}

function addPlace(
  sums: Map<string, { lat: number; lng: number; count: number }>,
  row: readonly string[],
): void {
  const prefix = needed(row, 0, 'geolocation_zip_code_prefix').padStart(5, '0');
  const lat = number(row, 1, 'geolocation_lat') ?? missing('geolocation_lat');
  const lng = number(row, 2, 'geolocation_lng') ?? missing('geolocation_lng');
  // The full table has a few points on other continents; one of them would drag a prefix's mean across an ocean.
  if (lat < -35 || lat > 6 || lng < -75 || lng > -28) {
    throw new BadRow('ROW_VALUE_BAD', `${lat}, ${lng} is not in Brazil`);
  }
  const sum = sums.get(prefix);
  if (!sum) sums.set(prefix, { lat, lng, count: 1 });
  else {
    sum.lat += lat;
    sum.lng += lng;
    sum.count += 1;
  }
}

function missing(name: string): never {
  throw new BadRow('ROW_VALUE_MISSING', `${name} is empty`);
}

function needed(row: readonly string[], at: number, name: string): string {
  const text = row[at]!;
  return text === '' ? missing(name) : text;
}

function number(row: readonly string[], at: number, name: string): number | undefined {
  const text = row[at]!;
  if (text === '') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value))
    throw new BadRow('ROW_VALUE_BAD', `${name} is no number: ${text.slice(0, 40)}`);
  return value;
}

function time(row: readonly string[], at: number, name: string): number | undefined {
  const text = row[at]!;
  if (text === '') return undefined;
  const value = parseWallTime(text);
  if (Number.isNaN(value)) {
    throw new BadRow('ROW_VALUE_BAD', `${name} is no YYYY-MM-DD HH:MM:SS: ${text.slice(0, 40)}`);
  }
  return value;
}

function addOnce<T, K extends keyof T>(into: Map<string, T>, row: T, key: K): void {
  const id = String(row[key]);
  if (into.has(id))
    throw new BadRow('ROW_DUPLICATE', `${String(key)} ${id} came before; the first one counts`);
  into.set(id, row);
}

function addTo<T extends { orderId: string }>(into: Map<string, T[]>, row: T): void {
  const list = into.get(row.orderId);
  if (list) list.push(row);
  else into.set(row.orderId, [row]);
}
