import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const holdText = `mutation($input: HoldCartUnitsInput!) { done: holdCartUnits(input: $input) { __typename } }`;
const placeText = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';

describe('a cart at checkout that dies on its way', () => {
  let application: TradingApplication;
  let dieAt: string | undefined;
  const buyer = () => buyerIn(application, callers.shopper('mortal'));
  const stock = async (sku: string) => {
    const query = `query($sku: ID!) { stockPositions(sku: $sku) { edges { node { reserved softReserved } } } }`;
    type Node = { reserved: number; softReserved: number };
    type Page = { stockPositions: { edges: { node: Node }[] } };
    const { stockPositions } = await application.ok<Page>('catalog', query, { sku });
    const all = stockPositions.edges.map(({ node }) => node);
    const sum = (of: keyof Node) => all.reduce((units, node) => units + node[of], 0);
    return { firm: sum('reserved'), soft: sum('softReserved') };
  };
  const hold = async (cartId: string, idempotencyKey: string) => {
    const input = { cartId, deliveryOptionHandle: await buyer().handle(cartId), idempotencyKey };
    return { input, dies: () => application.code('orders', holdText, { input }, buyer().who) };
  };
  const held = async (input: object): Promise<string> => {
    type Answer = { done: { __typename: string } };
    return (await application.ok<Answer>('orders', holdText, { input }, buyer().who)).done.__typename;
  };
  const fresh = async (sku: string) => {
    await application.sell({ sku });
    await application.stock(sku, 'warehouse', 1);
    return buyer().cart([{ sku, quantity: 1 }]);
  };
  /** Long enough for whoever died to have lost its lease. */
  const later = async () => {
    await application.clock.advanceBy(31_000);
    await application.settle();
  };

  beforeAll(async () => {
    const crashpoint = (name: string): void => {
      if (name !== dieAt) return;
      dieAt = undefined;
      throw new Error(`died at ${name}`);
    };
    application = await openTradingApplication({ crashpoint });
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('holds its units once, by whoever repeats the call', async () => {
    const cartId = await fresh('urn');
    const { input, dies } = await hold(cartId, 'dead-1');
    dieAt = 'cartHold.afterHold';
    expect(await dies()).toBeDefined();
    expect(dieAt).toBeUndefined();
    await later();
    expect(await held(input)).toBe('CartUnitsHeld');
    expect(await stock('urn')).toEqual({ firm: 0, soft: 1 });
    expect((await buyer().place(await buyer().order(cartId))).__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    expect(await stock('urn')).toEqual({ firm: 1, soft: 0 });
  });

  for (const point of ['checkout.afterHold', 'checkout.afterAuthorise', 'checkout.afterClose'])
    it(`is ordered once when it dies at ${point}, and held when its card is declined there`, async () => {
      for (const token of ['tok_declined', 'tok_ok']) {
        const sku = `${point.split('.')[1] ?? ''}-${token}`;
        const cartId = await fresh(sku);
        const { input } = await hold(cartId, `${sku}-hold`);
        expect(await held(input)).toBe('CartUnitsHeld');
        const order = await buyer().order(cartId, { payment: { method: 'CARD', token } });
        dieAt = point;
        expect(await application.code('orders', placeText, { input: order }, buyer().who)).toBeDefined();
        expect(dieAt).toBeUndefined();
        await later();
        const isPaid = token === 'tok_ok';
        expect((await buyer().place(order)).__typename).toBe(
          isPaid ? 'PlaceOrderSuccess' : 'PaymentDeclined',
        );
        await application.settle();
        expect(await stock(sku)).toEqual(isPaid ? { firm: 1, soft: 0 } : { firm: 0, soft: 1 });
      }
    });
});
