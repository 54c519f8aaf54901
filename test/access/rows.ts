import type { Identity, RowScope } from '../../schema/identity.ts';
import { buyerIn } from '../support/buyer.ts';
import { deliver, firstWorkOn, handOver } from '../support/staff.ts';
import type { TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

/** Everything of one customer: ids of a row of each kind, and what decides who may see them. */
export interface CustomerRows {
  readonly owner: string;
  readonly channel: string;
  readonly sku: string;
  readonly lineId: string;
  readonly cartLineId: string;
  readonly ids: Readonly<Record<RowKind, string>>;
  readonly scopes: Readonly<Record<RowKind, RowScope>>;
}
export type RowKind =
  'cart' | 'order' | 'work' | 'shipment' | 'return' | 'expectedReturn' | 'location' | 'customer';

const returnText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
  ... on RequestReturnSuccess { return { id } } } }`;

async function returned(
  application: TradingApplication,
  who: Identity,
  ask: { orderId: string; lineId: string; method: string },
): Promise<{ id: string; locationIds: string[] }> {
  const { orderId, lineId, method } = ask;
  const input = {
    ...{ orderId, method, idempotencyKey: `${orderId} ${method}` },
    lines: [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }],
  };
  type Answer = { requestReturn: { return: { id: string } } };
  const { requestReturn } = await application.ok<Answer>('returns', returnText, { input }, who);
  await application.settle();
  const { id } = requestReturn.return;
  const row = await application
    .database('returns')
    .collection<{ _id: string; locationId?: string }>('returns')
    .findOne({ _id: id });
  return { id, locationIds: row?.locationId === undefined ? [] : [row.locationId] };
}

/** Buys, lets the location send, and asks to return by parcel and to a store. */
async function rowsOf(
  application: TradingApplication,
  who: Identity,
  made: { sku: string; location: string; channel: string; method: string },
): Promise<CustomerRows> {
  const { sku, location, channel } = made;
  const buyer = buyerIn(application, who);
  const cart = await buyer.cart([{ sku, quantity: 1 }]);
  const loaded = await application
    .database('orders')
    .collection<{ _id: string; lines: { id: string }[] }>('carts')
    .findOne({ _id: cart });
  const ordered = await buyer.cart([{ sku, quantity: 3 }]);
  const payment = { method: made.method, token: 'tok_ok' };
  const { order } = await buyer.place(await buyer.order(ordered, { payment }));
  if (order === undefined) throw new Error('Nothing was ordered.');
  await application.settle();
  const work = await handOver(application, await firstWorkOn(application, order.id));
  await deliver(application, order.id, work);
  const lineId = order.lines[0]?.id ?? '';
  const parcel = await returned(application, who, { orderId: order.id, lineId, method: 'DROP_OFF' });
  const brought = await returned(application, who, { orderId: order.id, lineId, method: 'IN_STORE' });
  const of = { owner: who.subject, channel };
  const atWork = { ...of, locationIds: [location] };
  return {
    ...{ ...of, sku, lineId, cartLineId: loaded?.lines[0]?.id ?? '' },
    ids: {
      ...{ cart, order: order.id, work: work.id, shipment: work.shipment?.id ?? '', location },
      ...{ return: parcel.id, expectedReturn: brought.id, customer: who.subject },
    },
    scopes: {
      ...{
        cart: of,
        order: atWork,
        work: atWork,
        shipment: atWork,
        location: { locationIds: [location] },
        customer: { owner: who.subject },
      },
      return: { ...of, locationIds: parcel.locationIds },
      expectedReturn: { ...of, locationIds: brought.locationIds },
    },
  };
}

/** A shopper's rows, worked on by the warehouse, and a partner's, worked on by the store. */
export async function openRows(
  application: TradingApplication,
): Promise<{ readonly web: CustomerRows; readonly market: CustomerRows }> {
  await application.sell({ sku: 'shoe' }, { sku: 'boot' });
  await application.stock('shoe', 'warehouse', 50);
  await application.stock('boot', 'store', 50);
  const web = { sku: 'shoe', location: 'warehouse', channel: 'web', method: 'CARD' };
  const market = { sku: 'boot', location: 'store', channel: 'marketplace', method: 'INVOICE' };
  return {
    web: await rowsOf(application, callers.shopper(), web),
    market: await rowsOf(application, callers.partner('marketplace'), market),
  };
}
