import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';

const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } } } }`;

describe('a customer who wants one shipment', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const bothIn = async (maxSplits?: number): Promise<{ cartId: string; handle: string }> => {
    await application.stock('coat', 'warehouse', 5);
    const cartId = await buyer.cart([
      { sku: 'shoe', quantity: 1 },
      { sku: 'coat', quantity: 1 },
    ]);
    const { options } = await optionsFor(application, buyer.who, cartId, ['SHIPPING'], maxSplits);
    return { cartId, handle: options[0]?.handle ?? '' };
  };
  const place = async ({ cartId, handle }: { cartId: string; handle: string }) => {
    const input = await buyer.order(cartId, { deliveryOptionHandle: handle });
    type Answer = { placeOrder: { __typename: string; order?: { id: string } } };
    return (await application.ok<Answer>('orders', placeText, { input }, buyer.who)).placeOrder;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' }, { sku: 'coat' });
    await application.stock('shoe', 'warehouse', 50);
    await application.stock('coat', 'store', 50);
  });
  afterAll(() => application.stop());

  it('is refused rather than sent two when the goods have moved apart meanwhile; another gets both', async () => {
    const [one, any] = [await bothIn(0), await bothIn()];
    await application.stock('coat', 'warehouse', 0);
    expect((await place(one)).__typename).not.toBe('PlaceOrderSuccess');
    const { order } = await place(any);
    await application.settle();
    expect(await workOn(application, order?.id ?? '')).toHaveLength(2);
  });
});
