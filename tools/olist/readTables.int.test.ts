import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinOrders } from './joinOrders.ts';
import { readTables } from './readTables.ts';

const TABLES: Record<string, string> = {
  olist_orders_dataset:
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n' +
    'o2,c2,delivered,2018-01-02 10:00:00,2018-01-02 10:10:00,2018-01-03 10:00:00,2018-01-09 10:00:00,2018-01-20 00:00:00\n' +
    '"o1","c1",shipped,2018-01-01 10:00:00,,,,2018-01-20 00:00:00\n',
  olist_order_items_dataset:
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n' +
    'o1,1,p1,s1,2018-01-05 00:00:00,10.05,3.1\no2,1,p2,s1,2018-01-05 00:00:00,19.99,0\n',
  olist_customers_dataset:
    'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n' +
    'c1,u1,01037,sao paulo,sp\nc2,u2,20031,"rio, de janeiro",RJ\n',
  olist_sellers_dataset: 'seller_id,seller_zip_code_prefix,seller_city,seller_state\ns1,1310,sao paulo,SP\n',
};
let folder: string;
const put = (table: string, text: string): Promise<void> => writeFile(join(folder, `${table}.csv`), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'olist-'));
  for (const [table, text] of Object.entries(TABLES)) await put(table, text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readTables', () => {
  it('reads typed rows, keeps leading zeros and joins in order of purchase', async () => {
    const tables = await readTables(folder);
    const { joined, unjoined } = joinOrders(tables);
    expect(unjoined).toEqual([]);
    expect(joined.map((o) => o.order.orderId)).toEqual(['o1', 'o2']);
    expect(joined[0]!.customer).toMatchObject({ zipPrefix: '01037', state: 'SP' });
    expect(joined[1]!.customer.city).toBe('rio, de janeiro');
    expect(joined[0]!.items[0]).toMatchObject({
      item: { priceMinor: 1005, freightMinor: 310 },
      seller: { zipPrefix: '01310' },
      product: undefined,
    });
    expect(joined[0]!.order.deliveredAt).toBeUndefined();
    expect(tables.absent).toEqual([
      'olist_products_dataset',
      'olist_order_payments_dataset',
      'olist_geolocation_dataset',
    ]);
  });

  it('lists every row it leaves out, with place and reason', async () => {
    await put(
      'olist_orders_dataset',
      TABLES['olist_orders_dataset']! +
        'o3,c1,shipped,yesterday,,,,\n,c1,shipped,2018-01-01 10:00:00,,,,\no1,c1,shipped,2018-01-01 10:00:00,,,,\no4,c1\n',
    );
    const { problems, orders } = await readTables(folder);
    expect(problems.map((p) => [p.line, p.code])).toEqual([
      [4, 'ROW_VALUE_BAD'],
      [5, 'ROW_VALUE_MISSING'],
      [6, 'ROW_DUPLICATE'],
      [7, 'ROW_FIELD_COUNT'],
    ]);
    expect([...orders.keys()]).toEqual(['o2', 'o1']);
  });

  it('averages the coordinates of a prefix and leaves out points on other continents', async () => {
    await put(
      'olist_geolocation_dataset',
      'geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state\n' +
        '01037,-23,-46,sao paulo,SP\n1037,-24,-47,sao paulo,SP\n01037,43.1,7.2,sao paulo,SP\n',
    );
    const { places, problems } = await readTables(folder);
    expect(places.get('01037')).toEqual({ lat: -23.5, lng: -46.5 });
    expect(problems).toHaveLength(1);
  });

  it('says why an order does not join', async () => {
    await put('olist_sellers_dataset', 'seller_id,seller_zip_code_prefix,seller_city,seller_state\n');
    await put(
      'olist_order_items_dataset',
      TABLES['olist_order_items_dataset']!.split('\n').slice(0, 2).join('\n'),
    );
    const { joined, unjoined } = joinOrders(await readTables(folder));
    expect(joined).toEqual([]);
    expect(unjoined.map((u) => u.reason).sort()).toEqual(['ITEMS_MISSING', 'SELLER_UNKNOWN']);
  });

  it('refuses a missing folder, table or column with its code', async () => {
    await expect(readTables(join(folder, 'none'))).rejects.toMatchObject({ code: 'OLIST_FOLDER_MISSING' });
    await put('olist_sellers_dataset', 'seller_id,seller_city\n');
    await expect(readTables(folder)).rejects.toMatchObject({
      code: 'OLIST_COLUMN_MISSING',
      message: expect.stringContaining('seller_zip_code_prefix, seller_state') as string,
    });
    await put('olist_sellers_dataset', '');
    await expect(readTables(folder)).rejects.toMatchObject({ code: 'OLIST_COLUMN_MISSING' });
    await put('olist_sellers_dataset', 'seller_id,"seller_zip\n');
    await expect(readTables(folder)).rejects.toMatchObject({ code: 'OLIST_TABLE_UNREADABLE' });
    await rm(join(folder, 'olist_sellers_dataset.csv'));
    await expect(readTables(folder)).rejects.toMatchObject({ code: 'OLIST_TABLE_MISSING' });
  });
});
