import { buyerIn, type Buyer } from './buyer.ts';
import { openTradingHouse, type TradingHouse } from './tradingHouse.ts';

/** A trading house that sells one kind of shoe, and a shopper who buys there. */
export interface ShoeShop {
  readonly house: TradingHouse;
  readonly buyer: Buyer;
}

/** Opens the shop with so many shoes in the warehouse. @default 100 */
export async function openShoeShop(shoes = 100): Promise<ShoeShop> {
  const house = await openTradingHouse();
  await house.sell({ sku: 'shoe' });
  await house.stock('shoe', 'warehouse', shoes);
  return { house, buyer: buyerIn(house) };
}

/** A shopper's order of shoes, with everything done that it sets off. */
export async function buyShoes({ house, buyer }: ShoeShop, quantity: number) {
  const { order } = await buyer.buy('shoe', quantity);
  if (order === undefined) throw new Error('There was no order.');
  await house.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? '' };
}
