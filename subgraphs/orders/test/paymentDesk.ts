import { afterAll, beforeAll, expect } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';

export interface Amount {
  readonly amountMinor: number;
}
export interface Order {
  readonly id: string;
  readonly status: string;
  readonly authorizeStatus: string;
  readonly chargeStatus: string;
  readonly failedMoney: readonly { readonly kind: string; readonly amount: Amount }[];
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly method: string;
    readonly amount: Amount;
    readonly actionUrl: string | null;
  }[];
}
export interface Outcome {
  readonly __typename: string;
  readonly order?: { readonly id: string; readonly status: string };
  readonly url?: string;
  readonly expiresAt?: string;
  readonly declineCode?: string;
}

const orderText = `query($id: ID!) { order(id: $id) { id status authorizeStatus chargeStatus
  failedMoney { kind amount { amountMinor } }
  payments { kind state method amount { amountMinor } actionUrl } } }`;
export const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id status } } ... on PaymentDeclined { declineCode }
  ... on PaymentActionRequired { order { id status } url expiresAt } } }`;
const cancelText = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';

const card = (token = 'tok_ok') => ({ payment: { method: 'CARD', token } });
const moved = ({ payments }: Order) =>
  payments.map(({ kind, state, method, amount }) => [kind, state, method, amount.amountMinor]);
const sumOf = (order: Order, kind: string, method: string): number =>
  order.payments
    .filter((each) => each.kind === kind && each.method === method && each.state === 'SUCCEEDED')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0);

async function reservedIn(application: TradingApplication): Promise<number> {
  const query = '{ stockPositions(sku: "shoe") { edges { node { reserved } } } }';
  type Answer = { stockPositions: { edges: { node: { reserved: number } }[] } };

  const { stockPositions } = await application.ok<Answer>('catalog', query);
  return stockPositions.edges.reduce((sum, { node }) => sum + node.reserved, 0);
}

async function failedIn(application: TradingApplication): Promise<string[]> {
  const query = '{ failedPayments { totalCount edges { node { id } } } }';
  type Answer = { failedPayments: { totalCount: number; edges: { node: { id: string } }[] } };

  const { failedPayments } = await application.ok<Answer>('orders', query);
  expect(failedPayments.totalCount).toBe(failedPayments.edges.length);
  return failedPayments.edges.map(({ node }) => node.id);
}

/** A shop of shoes whose customer pays in all ways; opened and closed with the tests of a file. */
export function usePayments() {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const key = () => `pay-${++keys}`;
  const placeWith = async (means: object, quantity = 2): Promise<Outcome> => {
    const input = await buyer.order(await buyer.cart([{ sku: 'shoe', quantity }]), means);
    if ('giftCards' in means && !('payment' in means)) delete input['payment'];
    const { placeOrder } = await application.ok<{ placeOrder: Outcome }>(
      ...(['orders', placeText, { input }, buyer.who] as const),
    );
    await application.settle();
    return placeOrder;
  };
  const bought = async (means: object, quantity = 2): Promise<string> => {
    const placed = await placeWith(means, quantity);
    expect(placed.__typename).toBe('PlaceOrderSuccess');
    return placed.order?.id ?? '';
  };
  const load = async (id: string): Promise<Order> => {
    await application.settle();
    return (await application.ok<{ order: Order }>('orders', orderText, { id })).order;
  };
  const later = async (ms: number) => {
    await application.clock.advanceBy(ms);
    await application.settle();
  };
  const cancel = async (orderId: string) => {
    await application.ok('orders', cancelText, { input: { orderId, idempotencyKey: key() } }, buyer.who);
    await application.settle();
  };
  const ship = async (orderId: string) => handOver(application, await firstWorkOn(application, orderId));

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 500);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });
  return {
    application: () => application,
    buyer: () => buyer,
    reserved: () => reservedIn(application),
    failed: () => failedIn(application),
    ...{ key, placeWith, card, bought, load, moved, sumOf, later, cancel, ship },
  };
}
