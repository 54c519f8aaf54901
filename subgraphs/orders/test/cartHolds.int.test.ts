import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { heldOf, shownOf } from './cartHoldSupport.ts';

interface Held {
  readonly __typename: string;
  readonly heldUntil?: string;
  readonly skus?: string[];
}
const holdText = `mutation($input: HoldCartUnitsInput!) { done: holdCartUnits(input: $input) { __typename
  ... on CartUnitsHeld { heldUntil cart { id } } ... on OutOfStock { skus } } }`;
const prolongText = `mutation($input: ProlongCartUnitsInput!) { done: prolongCartUnits(input: $input) { id } }`;
const freeText = `mutation($input: FreeCartUnitsInput!) { done: freeCartUnits(input: $input) { id } }`;
const setText = `mutation($input: SetCartLineQuantityInput!) { setCartLineQuantity(input: $input) { id } }`;

describe('a cart at checkout', () => {
  let application: TradingApplication;
  let keys = 0;
  const key = () => `hold-${++keys}`;
  const anybody = (name: string): Buyer => buyerIn(application, callers.shopper(name));
  const holds = async (buyer: Buyer, cartId: string, more: object = {}): Promise<Held> => {
    const deliveryOptionHandle = await buyer.handle(cartId);
    const input = { cartId, deliveryOptionHandle, idempotencyKey: key(), ...more };
    const { done } = await application.ok<{ done: Held }>('orders', holdText, { input }, buyer.who);
    await application.settle();
    return done;
  };
  const heldUntil = async (id: string): Promise<string | null> => {
    const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Cart { heldUntil } } }';
    const { _entities } = await application.ok<{ _entities: [{ heldUntil: string | null }] }>(
      ...(['catalog', query, { of: [{ __typename: 'Cart', id }] }] as const),
    );
    return _entities[0].heldUntil;
  };
  const stock = (sku: string) => heldOf(application, sku);
  const shown = (sku: string, cartId?: string) => shownOf(application, sku, cartId);
  const isOffered = (buyer: Buyer, cartId: string): Promise<boolean> =>
    buyer.handle(cartId).then(
      () => true,
      () => false,
    );
  const later = async (ms: number) => {
    await application.clock.advanceBy(ms);
    await application.settle();
  };
  const fresh = async (sku: string, units: number) => {
    await application.sell({ sku });
    await application.stock(sku, 'warehouse', units);
    return sku;
  };
  const lineOf = async (buyer: Buyer, cartId: string): Promise<string> => {
    const query = 'query($id: ID!) { cart(id: $id) { lines { id } } }';
    type Cart = { cart: { lines: [{ id: string }] } };
    return (await application.ok<Cart>('orders', query, { id: cartId }, buyer.who)).cart.lines[0].id;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('holds its units: for itself they are there, on the page and in the promise, and for nobody else', async () => {
    const sku = await fresh('kite', 2);
    const [ann, bob] = [anybody('ann'), anybody('bob')];
    const mine = await ann.cart([{ sku, quantity: 2 }]);
    const theirs = await bob.cart([{ sku, quantity: 1 }]);
    expect(await heldUntil(mine)).toBeNull();
    const held = await holds(ann, mine);
    expect(held).toMatchObject({ __typename: 'CartUnitsHeld' });
    expect(await heldUntil(mine)).toBe(held.heldUntil);
    expect(Date.parse(held.heldUntil ?? '')).toBe(application.clock.nowMs() + 600_000);
    expect(await stock(sku)).toEqual({ firm: 0, soft: 2 });
    expect([await shown(sku), await shown(sku, theirs), await shown(sku, mine)]).toEqual([0, 0, 2]);
    expect([await isOffered(ann, mine), await isOffered(bob, theirs)]).toEqual([true, false]);
    // Asked for again, it holds the same units and not twice as many.
    expect((await holds(ann, mine)).__typename).toBe('CartUnitsHeld');
    expect(await stock(sku)).toEqual({ firm: 0, soft: 2 });
    const placed = await ann.place(await ann.order(mine));
    expect(placed.__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 2, soft: 0 });
    expect(await heldUntil(mine)).toBeNull();
  });

  it('gets the last unit or does not, however many ask at once', async () => {
    const sku = await fresh('last', 1);
    const names = ['c1', 'c2', 'c3', 'c4'];
    const asking = await Promise.all(
      names.map(async (name) => {
        const buyer = anybody(name);
        const cartId = await buyer.cart([{ sku, quantity: 1 }]);
        return { buyer, cartId, order: await buyer.order(cartId) };
      }),
    );
    const input = ({ cartId, order }: (typeof asking)[number]) => ({
      ...{ cartId, deliveryOptionHandle: order['deliveryOptionHandle'], idempotencyKey: key() },
    });
    const answers = await Promise.all(
      asking.map((each) =>
        application.ok<{ done: Held }>('orders', holdText, { input: input(each) }, each.buyer.who),
      ),
    );
    const kinds = answers.map(({ done }) => done.__typename);
    expect(kinds.filter((kind) => kind === 'CartUnitsHeld')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'OutOfStock')).toHaveLength(3);
    expect(await stock(sku)).toEqual({ firm: 0, soft: 1 });
    // Everybody orders under the option they were shown, before any subgraph has heard of the hold's end.
    const placed = await Promise.all(asking.map(({ buyer, order }) => buyer.place(order)));
    const winner = kinds.indexOf('CartUnitsHeld');
    expect(placed.map(({ __typename }) => __typename)).toEqual(
      kinds.map((_, at) => (at === winner ? 'PlaceOrderSuccess' : 'OutOfStock')),
    );
    expect(await stock(sku)).toEqual({ firm: 1, soft: 0 });
  });

  it('loses its units when its time is over, also while it is being ordered, and never counts them twice', async () => {
    const sku = await fresh('drum', 1);
    const [ann, bob] = [anybody('ann2'), anybody('bob2')];
    const mine = await ann.cart([{ sku, quantity: 1 }]);
    expect((await holds(ann, mine)).__typename).toBe('CartUnitsHeld');
    const order = await ann.order(mine);
    await later(600_000);
    expect(await heldUntil(mine)).toBeNull();
    const theirs = await bob.cart([{ sku, quantity: 1 }]);
    const both = await Promise.all([ann.place(order), bob.place(await bob.order(theirs))]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['OutOfStock', 'PlaceOrderSuccess']);
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 1, soft: 0 });
  });

  it('is prolonged up to a limit, and freed', async () => {
    const sku = await fresh('ball', 1);
    const ann = anybody('ann3');
    const mine = await ann.cart([{ sku, quantity: 1 }]);
    const began = application.clock.nowMs();
    await holds(ann, mine);
    const longer = async (idempotencyKey = key()) => {
      await application.ok('orders', prolongText, { input: { cartId: mine, idempotencyKey } }, ann.who);
      return (Date.parse((await heldUntil(mine)) ?? '') - began) / 60_000;
    };
    await later(300_000);
    expect(await longer('same')).toBe(15);
    expect(await longer('same')).toBe(15);
    for (let minute = 5; minute < 55; minute += 5) {
      await later(300_000);
      await longer();
    }
    expect(await longer()).toBe(60);
    await later(299_000);
    expect(await longer()).toBe(60);
    await application.ok('orders', freeText, { input: { cartId: mine, idempotencyKey: key() } }, ann.who);
    expect(await heldUntil(mine)).toBeNull();
    expect(await stock(sku)).toEqual({ firm: 0, soft: 0 });
    expect(await shown(sku)).toBe(1);
  });

  it('gives back what it does not want any more, and a changed cart needs an option of its own', async () => {
    const sku = await fresh('horn', 3);
    const ann = anybody('ann4');
    const mine = await ann.cart([{ sku, quantity: 3 }]);
    const order = await ann.order(mine);
    await holds(ann, mine);
    const lineId = await lineOf(ann, mine);
    const set = (quantity: number) =>
      application.ok('orders', setText, { input: { cartId: mine, lineId, quantity } }, ann.who);
    await set(1);
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 0, soft: 1 });
    const text = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }`;
    expect(await application.code('orders', text, { input: order }, ann.who)).toBe('PROMISE_INVALID');
    expect(await stock(sku)).toEqual({ firm: 0, soft: 1 });
    await set(2);
    expect((await ann.place(await ann.order(mine))).__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 2, soft: 0 });
    const other = await ann.cart([{ sku, quantity: 1 }]);
    await holds(ann, other);
    const input = { cartId: other, lineId: await lineOf(ann, other), quantity: 0 };
    await application.ok('orders', setText, { input }, ann.who);
    expect(await stock(sku)).toEqual({ firm: 2, soft: 0 });
  });

  it('keeps its units when a card is declined, so that another can be tried', async () => {
    const sku = await fresh('harp', 1);
    const [ann, bob] = [anybody('ann5'), anybody('bob5')];
    const mine = await ann.cart([{ sku, quantity: 1 }]);
    const theirs = await bob.cart([{ sku, quantity: 1 }]);
    const rival = await bob.order(theirs);
    const { heldUntil: until } = await holds(ann, mine);
    const declined = await ann.order(mine, { payment: { method: 'CARD', token: 'tok_declined' } });
    expect((await ann.place(declined)).__typename).toBe('PaymentDeclined');
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 0, soft: 1 });
    expect(await heldUntil(mine)).toBe(until);
    expect((await bob.place(rival)).__typename).toBe('OutOfStock');
    expect((await ann.place(await ann.order(mine))).__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    expect(await stock(sku)).toEqual({ firm: 1, soft: 0 });
  });

  it('that is being ordered holds nothing beside its order, whichever comes first', async () => {
    const sku = await fresh('flag', 20);
    const ann = anybody('ann6');
    for (let n = 0; n < 5; n++) {
      const mine = await ann.cart([{ sku, quantity: 2 }]);
      const order = await ann.order(mine);
      const input = { cartId: mine, deliveryOptionHandle: order['deliveryOptionHandle'] };
      const hold = application.run(
        'orders',
        holdText,
        { input: { ...input, idempotencyKey: key() } },
        ann.who,
      );
      const [placed] = await Promise.all([ann.place(order), hold]);
      expect(placed.__typename).toBe('PlaceOrderSuccess');
      await application.settle();
      expect(await stock(sku)).toEqual({ firm: 2 * (n + 1), soft: 0 });
    }
  });

  it('is its owner’s to hold, prolong and free, and an empty one holds nothing', async () => {
    const sku = await fresh('reed', 1);
    const ann = anybody('ann7');
    const mine = await ann.cart([{ sku, quantity: 1 }]);
    const deliveryOptionHandle = await ann.handle(mine);
    const who = callers.shopper('somebody-else');
    const input = { cartId: mine, idempotencyKey: key() };
    const codes = [
      await application.code('orders', holdText, { input: { ...input, deliveryOptionHandle } }, who),
      await application.code('orders', prolongText, { input }, who),
      await application.code('orders', freeText, { input }, who),
    ];
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    const forged = { ...input, deliveryOptionHandle: 'nonsense' };
    expect(await application.code('orders', holdText, { input: forged }, ann.who)).toBe('PROMISE_INVALID');
    expect(await stock(sku)).toEqual({ firm: 0, soft: 0 });
  });
});
