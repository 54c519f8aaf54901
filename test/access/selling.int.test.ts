import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../schema/identity.ts';
import { buyerIn } from '../support/buyer.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const createText = 'mutation($input: CreateCartInput!) { createCart(input: $input) { channel } }';
const saveText =
  'mutation($input: SaveChannelInput!) { saveChannel(input: $input) { code name sellers active } }';
const placeText = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
const orderText = (fields: string) => `query($id: ID!) { order(id: $id) { ${fields} } }`;

/** Where somebody sells, how they pay, and what whoever works on a part of it sees. */
describe('selling', () => {
  let application: TradingApplication;
  const save = (input: object, who: Identity = callers.admin) =>
    application.code('orders', saveText, { input: { reason: 'we sell there', ...input } }, who);
  const create = (channel: string | null, who: Identity, currency = 'EUR') =>
    application.code('orders', createText, { input: { channel, currency } }, who);
  const channelsOf = async (who: Identity): Promise<string[]> => {
    const { channels } = await application.ok<{ channels: { code: string }[] }>(
      'orders',
      '{ channels { code } }',
      {},
      who,
    );
    return channels.map(({ code }) => code);
  };
  const till = {
    code: 'till-7',
    name: 'Till',
    sellers: ['AGENT'],
    paymentMethods: ['CARD'],
    currencies: ['EUR'],
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' }, { sku: 'boot' });
    await application.stock('shoe', 'warehouse', 20);
    await application.stock('boot', 'store', 20);
    expect(await save(till)).toBeUndefined();
    expect(await save({ ...till, code: 'closed', active: false })).toBeUndefined();
  });
  afterAll(() => application.stop());

  it.each(['', 'zzz', 'marketplace ', 'Web', 'z'.repeat(255), '{"$ne":null}', '__proto__', 'closed'])(
    'is refused on the channel %j, which is none',
    async (channel) => expect(await create(channel, callers.shopper())).toBe('BAD_USER_INPUT'),
  );
  it.each([256, 10_000, 100_000])('is refused on a channel of %d characters', async (length) =>
    expect(await create('c'.repeat(length), callers.shopper())).toBe('BAD_USER_INPUT'),
  );

  it('is for those whose channel it is', async () => {
    const agent = callers.agent(['orders:write']);
    for (const who of [callers.shopper(), callers.guest()]) {
      expect(await create(null, who)).toBeUndefined();
      expect(await create('web', who)).toBeUndefined();
      expect(await create('marketplace', who)).toBe('FORBIDDEN');
      expect(await create('till-7', who)).toBe('FORBIDDEN');
    }
    expect(await create('till-7', agent)).toBeUndefined();
    expect(await create('till-7', agent, 'USD')).toBe('BAD_USER_INPUT');
    expect(await channelsOf(callers.shopper())).toEqual(['web']);
    expect(await channelsOf(agent)).toEqual(['marketplace', 'till-7', 'web']);
    expect(await channelsOf(callers.partner('marketplace'))).toEqual(['marketplace']);
    expect(await channelsOf(callers.partner('elsewhere'))).toEqual([]);
    expect(await channelsOf(callers.admin)).toEqual(['closed', 'marketplace', 'till-7', 'web']);
  });

  it.each([
    { code: 'Till' },
    { code: '' },
    { code: '-till' },
    { code: 't'.repeat(41) },
    { name: ' ' },
    { name: 'n'.repeat(101) },
    { sellers: [] },
    { paymentMethods: [] },
  ])('has no channel like %j', async (wrong) => {
    const before = await channelsOf(callers.admin);
    expect(await save({ ...till, ...wrong })).toBe('BAD_USER_INPUT');
    expect(await channelsOf(callers.admin)).toEqual(before);
  });

  it('does not send goods to whoever says they pay in the store or later', async () => {
    for (const who of [callers.guest(), callers.shopper()])
      for (const method of ['IN_STORE', 'INVOICE']) {
        const buyer = buyerIn(application, who);
        const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
        const input = await buyer.order(cartId, { payment: { method, token: 'none' } });
        for (let attempt = 1; attempt <= 2; attempt++)
          expect([method, await application.code('orders', placeText, { input }, who)]).toEqual([
            method,
            'PAYMENT_METHOD_NOT_ALLOWED',
          ]);
        // Nothing is held, and the cart may still be ordered by card.
        const card = await buyer.place(await buyer.order(cartId));
        expect(card.__typename).toBe('PlaceOrderSuccess');
      }
    const reserved = await application.database('catalog').collection('reservations').countDocuments();
    expect(reserved).toBe(4);
  });

  it('takes the money in the store for what is reserved and collected there', async () => {
    const buyer = buyerIn(application);
    const cartId = await buyer.cart([{ sku: 'boot', quantity: 1 }]);
    const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
    const [option] = options;
    if (option === undefined) throw new Error('Nothing can be reserved.');
    const input = {
      ...{ cartId, deliveryOptionHandle: option.handle, idempotencyKey: 'reserve-1' },
      payment: { method: 'IN_STORE', token: 'none' },
    };
    expect((await buyer.place(input)).__typename).toBe('PlaceOrderSuccess');
  });

  it('shows whoever works on a part of an order that part, and no prices', async () => {
    const buyer = buyerIn(application);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }, { sku: 'boot', quantity: 1 }]); // prettier-ignore
    const { order } = await buyer.place(await buyer.order(cartId));
    const id = order?.id ?? '';
    await application.settle();
    const seen = async (who: Identity) => {
      const part = await application.ok<{ order: { lines: { sku: string }[] } | null }>(
        'orders',
        orderText('address { name } lines { sku }'),
        { id },
        who,
      );
      return part.order?.lines.map(({ sku }) => sku).sort();
    };
    expect(await seen(callers.shopper())).toEqual(['boot', 'shoe']);
    expect(await seen(callers.associate('warehouse'))).toEqual(['shoe']);
    expect(await seen(callers.associate('store'))).toEqual(['boot']);
    expect(await seen(callers.associate('elsewhere'))).toBeUndefined();
    const kept = ['payments { id }', 'totals { total { amountMinor } }', 'authorizeStatus', 'chargeStatus'];
    kept.push(
      'timeline { edges { cursor } }',
      'lines { unitPrice { amountMinor } }',
      'lines { total { amountMinor } }',
    );
    for (const fields of kept) {
      expect([
        fields,
        await application.code('orders', orderText(fields), { id }, callers.associate('store')),
      ]).toEqual([fields, 'FORBIDDEN']);
      expect(await application.code('orders', orderText(fields), { id }, callers.shopper())).toBeUndefined();
    }
  });

  it('is cancelled by staff with a reason, which stays with the order', async () => {
    const { order } = await buyerIn(application).buy('shoe', 1);
    const cancelText = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
    const cancel = (reason: string | null, key: string) =>
      application.code(
        'orders',
        cancelText,
        { input: { orderId: order?.id, reason, idempotencyKey: key } },
        callers.agent(['orders:write']),
      );
    for (const reason of [null, '', '  ', 'r'.repeat(501)])
      expect(await cancel(reason, `no-${String(reason).length}`)).toBe('BAD_USER_INPUT');
    expect(await cancel('asked by telephone', 'yes')).toBeUndefined();
    const events = await application
      .database('orders')
      .collection('journal')
      .find({ type: 'orders.LinesCancelled' })
      .toArray();
    expect(JSON.stringify(events)).toContain('asked by telephone');
  });
});
