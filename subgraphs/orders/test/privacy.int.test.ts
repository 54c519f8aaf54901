import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraphNames } from '../../../main/subgraphNames.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const canaries = ['Canarina', 'canary@example.com', '393887403361', 'Vogelweg', 'Finkenstadt', 'Zeisig'];
const eraser = callers.agent(['orders:read', 'orders:write', 'customers:privacy']);
const eraseText = `mutation($input: EraseCustomerInput!) { eraseCustomer(input: $input) { erasedOrders openOrders } }`;
const exportText =
  'query($ref: ID!, $reason: String) { exportCustomer(ref: $ref, reason: $reason) { customerRef json } }';

/** Where canaries may lie: stores of personal data. */
const stores = [
  'orders.orderAddresses',
  'orders.orderContacts',
  'orders.carts',
  'orders.checkouts',
  'orders.collections',
];

describe('what is personal', () => {
  let application: TradingApplication;
  const shopper = callers.shopper('canary-shopper');
  const buy = async (): Promise<string> => {
    const buyer = buyerIn(application, shopper);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const set = `mutation($address: SetCartAddressInput!, $contact: SetCartContactInput!) {
      setCartAddress(input: $address) { id } setCartContact(input: $contact) { id } }`;
    const address = {
      name: 'Canarina',
      company: 'Zeisig',
      line1: 'Vogelweg 1',
      postalCode: '75002',
      city: 'Finkenstadt',
      country: 'FR',
    };
    const contact = { cartId, email: 'canary@example.com', phone: '+393887403361' };
    await application.ok('orders', set, { address: { cartId, address }, contact }, shopper);
    const { order } = await buyer.place(await buyer.order(cartId));
    await application.settle();
    return order?.id ?? '';
  };
  /** Collections in which a canary is, of every subgraph. */
  const whereCanariesAre = async (): Promise<string[]> => {
    const found = new Set<string>();
    for (const name of subgraphNames) {
      const { db } = application.database(name);
      for (const { name: collection } of (await db?.listCollections().toArray()) ?? []) {
        const text = JSON.stringify(await db?.collection(collection).find().toArray()).toLowerCase();
        if (canaries.some((canary) => text.includes(canary.toLowerCase())))
          found.add(`${name}.${collection}`);
      }
    }
    return [...found].sort();
  };
  const erase = (idempotencyKey: string, who = eraser) => {
    const input = { ref: 'canary-shopper', reason: 'asked by letter', idempotencyKey };
    return application.ok<{ eraseCustomer: object }>('orders', eraseText, { input }, who);
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(() => application.stop());

  it('lies in the stores for it and nowhere else, is handed out whole, and is forgotten when asked', async () => {
    const done = await buy();
    const work = await handOver(application, await firstWorkOn(application, done));
    await deliver(application, done, work);
    const open = await buy();
    const buyer = buyerIn(application, shopper);
    await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const places = await whereCanariesAre();
    expect(places.length).toBeGreaterThan(2);
    expect(places.filter((place) => !stores.includes(place))).toEqual([]);

    type Export = { exportCustomer: { json: string } };
    const { exportCustomer } = await application.ok<Export>(
      'orders',
      exportText,
      { ref: shopper.subject },
      shopper,
    );
    for (const canary of canaries) expect(exportCustomer.json).toContain(canary);
    const record = JSON.parse(exportCustomer.json) as { orders: { id: string }[]; carts: unknown[] };
    expect(record.orders.map(({ id }) => id).sort()).toEqual([done, open].sort());
    expect(record.carts).toHaveLength(1);

    expect(await erase('erase-1')).toEqual({ eraseCustomer: { erasedOrders: 1, openOrders: 1 } });
    expect(await erase('erase-1')).toEqual({ eraseCustomer: { erasedOrders: 1, openOrders: 1 } });
    const address =
      'query($id: ID!) { order(id: $id) { address { name country } contact { email } status } }';
    expect(await application.ok('orders', address, { id: done })).toMatchObject({
      order: { address: { name: '', country: 'FR' }, contact: null, status: 'DELIVERED' },
    });
    expect(await application.ok('orders', address, { id: open })).toMatchObject({
      order: { address: { name: 'Canarina' }, contact: { email: 'canary@example.com' } },
    });
    const sent = await handOver(application, await firstWorkOn(application, open));
    await deliver(application, open, sent);
    await application.clock.advanceBy(10_000);
    await application.settle();
    expect(await whereCanariesAre()).toEqual([]);
    const customer =
      'query($ref: ID!) { customer(ref: $ref) { erasedAt orders { totalCount } addresses { name } } }';
    expect(await application.ok('orders', customer, { ref: shopper.subject })).toMatchObject({
      customer: { erasedAt: expect.any(String), orders: { totalCount: 2 }, addresses: [] },
    });
  });

  it('is handed out to staff who say why, and the journal says to whom', async () => {
    const buyer = buyerIn(application, callers.shopper('asked-for'));
    await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const ask = { ref: 'asked-for' };
    expect(await application.code('orders', exportText, ask, eraser)).toBe('BAD_USER_INPUT');
    const told = () =>
      application
        .database('orders')
        .collection('journal')
        .find({ stream: 'customerExport:asked-for' })
        .sort({ seq: 1 })
        .toArray();
    expect(await told()).toEqual([]);
    await application.ok('orders', exportText, { ...ask, reason: 'letter of 3 May' }, eraser);
    await application.ok('orders', exportText, ask, buyer.who);
    expect(await told()).toMatchObject([
      { actor: eraser.subject, data: { customerRef: 'asked-for', orders: 0, reason: 'letter of 3 May' } },
      { actor: 'asked-for', data: { customerRef: 'asked-for', orders: 0 } },
    ]);
  });

  it('is taken or erased by nobody else', async () => {
    const other = callers.shopper('somebody-else');
    const input = { ref: 'canary-shopper', idempotencyKey: 'other' };
    expect(await application.code('orders', exportText, { ref: 'canary-shopper' }, other)).toBe('NOT_FOUND');
    expect(await application.code('orders', eraseText, { input }, other)).toBe('NOT_FOUND');
    const reading = callers.agent(['orders:read', 'orders:write']);
    expect(await application.code('orders', exportText, { ref: 'canary-shopper' }, reading)).toBe(
      'FORBIDDEN',
    );
    expect(await application.code('orders', eraseText, { input }, eraser)).toBe('BAD_USER_INPUT');
  });
});
