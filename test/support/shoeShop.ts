import { buyerIn, type Buyer } from './buyer.ts';
import {
  openTradingApplication,
  type TradingApplication,
  type TradingOptions,
} from './tradingApplication.ts';

/** A trading application that sells one kind of shoe, and a shopper who buys there. */
export interface ShoeShop {
  readonly application: TradingApplication;
  readonly buyer: Buyer;
}

/** Opens the shop with so many shoes in the warehouse. @default 100 */
export async function openShoeShop(shoes = 100, settings: TradingOptions = {}): Promise<ShoeShop> {
  const application = await openTradingApplication(settings);
  await application.sell({ sku: 'shoe' });
  await application.stock('shoe', 'warehouse', shoes);
  return { application, buyer: buyerIn(application) };
}

/** A shopper's order of shoes, with everything done that it sets off. */
export async function buyShoes({ application, buyer }: ShoeShop, quantity: number) {
  const { order } = await buyer.buy('shoe', quantity);
  if (order === undefined) throw new Error('There was no order.');
  await application.settle();
  return { orderId: order.id, lineId: order.lines[0]?.id ?? '' };
}
