import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, placeOrderText, type Buyer } from '../support/buyer.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { placeInput } from '../support/retailerInput.ts';
import { act, firstWorkOn } from '../support/staff.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';

const addText = 'mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }';
const importText = 'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }';
const moneyText = `query($id: ID!) { order(id: $id) { chargeStatus
  payments { kind state method amount { amountMinor } } } }`;

interface Seen {
  readonly chargeStatus: string;
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly method: string;
    readonly amount: { readonly amountMinor: number };
  }[];
}

/** Cups that are made with words on them: the workshop can do it, the warehouse cannot. */
describe('articles made with free words', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const key = (): string => `words-${++keys}`;
  const workshop = (abilities: readonly string[]) => ({
    ...placeInput('workshop', 'STORE', { city: 'Paris', postalCode: '75002' }),
    abilities,
  });
  const importWorkshop = async (abilities: readonly string[]): Promise<void> => {
    await application.ok('fulfillment', importText, { input: { locations: [workshop(abilities)] } });
    await application.settle();
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await importWorkshop(['SHIP', 'COLLECT', 'CUSTOMISE']);
    await application.sell({ sku: 'cup', customisable: true }, { sku: 'mug', customisable: true });
    await application.stock('cup', 'warehouse', 50);
    await application.stock('mug', 'workshop', 50);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  /** A cart with two of an article, with words on them or without. */
  const cartOf = async (sku: string, customisation?: string): Promise<string> => {
    const cartId = await buyer.cart([]);
    const line = { sku, quantity: 2, ...(customisation === undefined ? {} : { customisation }) };
    await application.ok('orders', addText, { input: { cartId, line } }, buyer.who);
    return cartId;
  };
  const collected = async (id: string): Promise<void> => {
    const work = await firstWorkOn(application, id);
    for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder', 'readyForCollection'])
      await act(application, name, { id: work.id });
    await act(application, 'collectFulfillmentOrder', { id: work.id });
    await application.settle();
  };
  const seen = async (id: string): Promise<Seen> =>
    (await application.ok<{ order: Seen }>('orders', moneyText, { id }, buyer.who)).order;
  const reserve = async (cartId: string, means: object): Promise<string> => {
    const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
    const handle = options.find(({ collectAt }) => collectAt?.id === 'workshop')?.handle;
    const input = { cartId, deliveryOptionHandle: handle, idempotencyKey: key(), ...means };
    const { order } = await buyer.place(input);
    await application.settle();
    return order?.id ?? '';
  };

  it('are refused with the reason where no location that holds them can make them', async () => {
    const asked = await optionsFor(application, buyer.who, await cartOf('cup', 'For Anna'), ['SHIPPING']);
    expect(asked.options).toEqual([]);
    expect(asked.unavailable.map(({ reason }) => reason)).toContain('CUSTOMISATION_UNAVAILABLE');
    const plain = await optionsFor(application, buyer.who, await cartOf('cup'), ['SHIPPING']);
    expect(plain.options).not.toEqual([]);
  });

  it('cannot be ordered under an option of the plain article', async () => {
    const cartId = await cartOf('cup');
    const input = await buyer.order(cartId);
    const line = { sku: 'cup', quantity: 1, customisation: 'For Anna' };
    await application.ok('orders', addText, { input: { cartId, line } }, buyer.who);
    expect(await application.code('orders', placeOrderText, { input }, buyer.who)).toBe('PROMISE_INVALID');
  });

  it('cannot be ordered any more when the only place that made them does so no longer', async () => {
    const cartId = await cartOf('mug', 'For Ben');
    const input = await buyer.order(cartId);
    await importWorkshop(['SHIP', 'COLLECT']);
    expect(await buyer.place(input)).toMatchObject({ __typename: 'OutOfStock', skus: ['mug'] });
    await importWorkshop(['SHIP', 'COLLECT', 'CUSTOMISE']);
    expect(await buyer.place({ ...input, idempotencyKey: key() })).toMatchObject({
      __typename: 'PlaceOrderSuccess',
    });
  });

  it('are reserved and collected where they are made, and say what is made', async () => {
    const cartId = await cartOf('mug', 'For Cleo');
    const id = await reserve(cartId, { payment: { method: 'IN_STORE', token: 'none' } });
    const of = [{ __typename: 'Order', id }];
    const text = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      fulfillmentOrders { location { id } lines { quantity customisation } } } } }`;
    type Made = { _entities: { fulfillmentOrders: { lines: object[] }[] }[] };
    const { _entities } = await application.ok<Made>('fulfillment', text, { of });
    expect(_entities[0]?.fulfillmentOrders).toMatchObject([
      { location: { id: 'workshop' }, lines: [{ quantity: 2, customisation: 'For Cleo' }] },
    ]);
  });

  it('a gift card that reserves is taken when the goods are collected, a card for the rest; what waits is freed', async () => {
    const means = { giftCards: [{ token: 'tok_gift_600_r' }], payment: { method: 'CARD', token: 'tok_ok' } };
    const id = await reserve(await cartOf('mug'), means);
    expect((await seen(id)).payments.map(({ kind }) => kind)).toEqual(['AUTHORIZATION', 'AUTHORIZATION']);
    await collected(id);
    const { chargeStatus, payments } = await seen(id);
    const charges = payments.filter(({ kind }) => kind === 'CHARGE');
    expect(chargeStatus).toBe('FULL');
    expect(charges.map(({ method, amount }) => [method, amount.amountMinor])).toEqual([
      ['GIFT_CARD', 600],
      ['CARD', 1_400],
    ]);
  });
});
