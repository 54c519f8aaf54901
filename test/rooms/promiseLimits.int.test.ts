import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../support/buyer.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { workOn } from '../support/staff.ts';
import { openTradingHouse, type TradingHouse } from '../support/tradingHouse.ts';

const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } } } }`;

describe('a customer who wants one shipment', () => {
  let house: TradingHouse;
  let buyer: Buyer;
  const bothIn = async (maxSplits?: number): Promise<{ cartId: string; handle: string }> => {
    await house.stock('coat', 'warehouse', 5);
    const cartId = await buyer.cart([
      { sku: 'shoe', quantity: 1 },
      { sku: 'coat', quantity: 1 },
    ]);
    const { options } = await optionsFor(house, buyer.who, cartId, ['SHIPPING'], maxSplits);
    return { cartId, handle: options[0]?.handle ?? '' };
  };
  const place = async ({ cartId, handle }: { cartId: string; handle: string }) => {
    const input = await buyer.order(cartId, { deliveryOptionHandle: handle });
    type Answer = { placeOrder: { __typename: string; order?: { id: string } } };
    return (await house.ok<Answer>('orders', placeText, { input }, buyer.who)).placeOrder;
  };

  beforeAll(async () => {
    house = await openTradingHouse();
    buyer = buyerIn(house);
    await house.sell({ sku: 'shoe' }, { sku: 'coat' });
    await house.stock('shoe', 'warehouse', 50);
    await house.stock('coat', 'store', 50);
  });
  afterAll(() => house.stop());

  it('is refused rather than sent two when the goods have moved apart meanwhile; another gets both', async () => {
    const [one, any] = [await bothIn(0), await bothIn()];
    await house.stock('coat', 'warehouse', 0);
    expect((await place(one)).__typename).not.toBe('PlaceOrderSuccess');
    const { order } = await place(any);
    await house.settle();
    expect(await workOn(house, order?.id ?? '')).toHaveLength(2);
  });
});
