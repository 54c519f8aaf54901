import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';

const setText = `mutation($input: SetCartContactInput!) { setCartContact(input: $input) {
  contact { email phone consents { channel offers at } } } }`;
const orderText = `query($id: ID!) { order(id: $id) { locale contact { email phone consents { channel offers } }
  address { company region postalCode } } }`;

describe('how a customer is reached', () => {
  let application: TradingApplication;
  const contactOf = async (id: string, who: Identity): Promise<unknown> =>
    (await application.ok<{ order: { contact: unknown } }>('orders', orderText, { id }, who)).order.contact;

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 50);
  });
  afterAll(() => application.stop());

  it('is set on the cart, kept beside the order, and shown to those who need it', async () => {
    const buyer = buyerIn(application);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const consents = [{ channel: 'EMAIL', offers: true }];
    const input = { cartId, email: 'Anna@Example.com', phone: '0612345678', consents };
    type Set = { setCartContact: { contact: { email: string; phone: string; consents: unknown[] } } };
    const first = await application.ok<Set>('orders', setText, { input }, buyer.who);
    await application.clock.advanceBy(1_000);
    expect(await application.ok('orders', setText, { input }, buyer.who)).toEqual(first);
    const { order } = await buyer.place(await buyer.order(cartId));
    const id = order?.id ?? '';
    const contact = { email: 'anna@example.com', phone: '+33612345678', consents };
    for (const who of [buyer.who, callers.system, callers.admin, callers.agent(['orders:read'])])
      expect(await contactOf(id, who)).toEqual(contact);
    const working = callers.associate('warehouse');
    expect(await application.code('orders', orderText, { id }, working)).toBe('FORBIDDEN');
    type Locale = { order: { locale: string } };
    expect((await application.ok<Locale>('orders', orderText, { id })).order.locale).toBe('en');
  });

  it('is told to nobody by events', async () => {
    const rows = await application.database('orders').collection('journal').find().toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/anna@|33612345678/);
  });

  it('is refused when it cannot be right, and then nothing has changed', async () => {
    const buyer = buyerIn(application);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    for (const wrong of [{ email: 'nobody' }, { phone: '12' }, { email: 'a@example.com', phone: '+39 1' }])
      expect(await application.code('orders', setText, { input: { cartId, ...wrong } }, buyer.who)).toBe(
        'BAD_USER_INPUT',
      );
    const text = 'query($id: ID!) { cart(id: $id) { contact { email } } }';
    expect(await application.ok('orders', text, { id: cartId }, buyer.who)).toEqual({
      cart: { contact: null },
    });
    const other = callers.shopper('somebody-else');
    expect(await application.code('orders', setText, { input: { cartId } }, other)).toBe('NOT_FOUND');
  });

  it('an address has a company and a region, and no postal code where there is none', async () => {
    const buyer = buyerIn(application);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const set = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) {
      address { company region postalCode } } }`;
    const address = { name: 'A B', line1: 'Nathan Road 1', city: 'Hong Kong', country: 'HK' };
    const more = { company: 'Shoes Ltd', region: 'Kowloon' };
    const input = { cartId, address: { ...address, ...more } };
    expect(await application.ok('orders', set, { input }, buyer.who)).toEqual({
      setCartAddress: { address: { ...more, postalCode: null } },
    });
    const french = { cartId, address: { ...address, country: 'FR' } };
    expect(await application.code('orders', set, { input: french }, buyer.who)).toBe('BAD_USER_INPUT');
    const long = { cartId, address: { ...address, region: 'x'.repeat(201) } };
    expect(await application.code('orders', set, { input: long }, buyer.who)).toBe('BAD_USER_INPUT');
  });
});
