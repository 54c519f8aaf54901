import { fillCart, place, twoLines, type ReadyCart } from './buying.ts';
import { carryOut } from './carryingOut.ts';
import { closedLoop, percentile } from './closedLoop.ts';
import type { DatabaseFigures, Product } from './product.ts';
import { leaveOnly, type Shop } from './shop.ts';

/** Orders placed at once, and what they cost. */
export interface PlaceFigures {
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuSecondsPer1000: number;
}

/** Whole lives, from the cart to the door. */
export interface LifeFigures {
  readonly ordersPerSecond: number;
  readonly cpuSecondsPer1000: number;
  /** Of the database, for one life; null where the product does not tell. */
  readonly database: DatabaseFigures | null;
}

/** Many buyers of few units of one article. */
export interface HotFigures {
  readonly buyers: number;
  readonly units: number;
  readonly sold: number;
  /** Buyers who were told that there is none left. */
  readonly told: number;
  /** Answers, good or bad, per second; beside those for as many buyers of different articles. */
  readonly answersPerSecond: number;
  readonly spreadAnswersPerSecond: number;
}

/** How much is done at once and in all. */
export interface Load {
  readonly callers: number;
  readonly orders: number;
}

const per = (total: DatabaseFigures, before: DatabaseFigures, orders: number): DatabaseFigures => ({
  commands: (total.commands - before.commands) / orders,
  transactions: (total.transactions - before.transactions) / orders,
  commits: (total.commits - before.commits) / orders,
});

/** Carts with address and option, one for each order. */
async function fillCarts(
  { shopper }: Product,
  { skus }: Shop,
  { callers, orders }: Load,
): Promise<ReadyCart[]> {
  const carts: ReadyCart[] = [];
  await closedLoop(callers, orders, async (index) => {
    carts[index] = await fillCart(shopper, twoLines(skus, index), index);
  });
  return carts;
}

async function placed({ shopper }: Product, cart: ReadyCart): Promise<string> {
  const answer = await place(shopper, cart);
  if ('refused' in answer) throw new Error(`An order was refused: ${answer.refused}.`);
  return answer.orderId;
}

/**
 * Only placeOrder is timed; carts are filled beforehand. CPU and database commands are counted from the first order until
 * everything that the orders caused has ended.
 */
export async function measurePlacing(
  product: Product,
  shop: Shop,
  load: Load,
): Promise<PlaceFigures & { readonly database: DatabaseFigures | null }> {
  const carts = await fillCarts(product, shop, load);
  await product.quiet();
  const [cpu, database] = [product.cpuMs(), await product.database()];
  const { seconds, tookMs } = await closedLoop(load.callers, load.orders, async (index) => {
    await placed(product, carts[index]!);
  });
  await product.quiet();
  const after = await product.database();
  return {
    ordersPerSecond: load.orders / seconds,
    p50Ms: percentile(tookMs, 0.5),
    p99Ms: percentile(tookMs, 0.99),
    cpuSecondsPer1000: (product.cpuMs() - cpu) / load.orders,
    database: database === null || after === null ? null : per(after, database, load.orders),
  };
}

/** From createCart to the delivered parcel, all through the public API and the carrier's webhook. */
export async function measureLives(product: Product, { skus }: Shop, load: Load): Promise<LifeFigures> {
  await product.quiet();
  const [cpu, database] = [product.cpuMs(), await product.database()];
  const { seconds } = await closedLoop(load.callers, load.orders, async (index) => {
    const cart = await fillCart(product.shopper, twoLines(skus, index), index);
    await carryOut(product, await placed(product, cart));
  });
  await product.quiet();
  const after = await product.database();
  return {
    ordersPerSecond: load.orders / seconds,
    cpuSecondsPer1000: (product.cpuMs() - cpu) / load.orders,
    database: database === null || after === null ? null : per(after, database, load.orders),
  };
}

/** Everybody wants the last units of one article at once. */
export async function measureHotSku(
  product: Product,
  shop: Shop,
  { buyers, units }: { buyers: number; units: number },
): Promise<HotFigures> {
  const load: Load = { callers: 16, orders: buyers };
  const rush = async (carts: readonly ReadyCart[]) => {
    const answers = { sold: 0, told: 0 };
    const { seconds } = await closedLoop(load.callers, buyers, async (index) => {
      const answer = await place(product.shopper, carts[index]!);
      answers['orderId' in answer ? 'sold' : 'told'] += 1;
    });
    return { ...answers, answersPerSecond: buyers / seconds };
  };
  const spread = await rush(await fillCarts(product, shop, load));
  const { untouched: sku } = shop;
  const carts: ReadyCart[] = [];
  await closedLoop(load.callers, buyers, async (index) => {
    carts[index] = await fillCart(product.shopper, [{ sku, quantity: 1 }], index);
  });
  await leaveOnly(product.admin, shop, sku, units);
  const hot = await rush(carts);
  return { buyers, units, ...hot, spreadAnswersPerSecond: spread.answersPerSecond };
}
