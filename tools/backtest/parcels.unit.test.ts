import { describe, expect, it } from 'vitest';
import type { JoinedItem, JoinedOrder } from '../olist/joinOrders.ts';
import type { OlistParty, OlistPayment } from '../olist/rows.ts';
import { toParcel } from './parcels.ts';

const party = (id: string, zipPrefix: string): OlistParty => ({ id, zipPrefix, city: 'town', state: 'SP' });
const item = (itemId: number, sellerId: string, freightMinor: number): JoinedItem => ({
  item: {
    orderId: 'o',
    itemId,
    productId: `p${itemId}`,
    sellerId,
    shippingLimitAt: undefined,
    priceMinor: 100,
    freightMinor,
  },
  seller: party(sellerId, `0${itemId}000`),
  sellerPlace: undefined,
  product: undefined,
});
const payment = (sequence: number, type: string): OlistPayment => ({
  orderId: 'o',
  sequence,
  type,
  installments: 1,
  valueMinor: 150,
});
const order = (items: readonly JoinedItem[], payments: readonly OlistPayment[]): JoinedOrder => ({
  order: {
    orderId: 'o',
    customerId: 'c',
    status: 'delivered',
    purchasedAt: 0,
    approvedAt: undefined,
    handedOverAt: 1,
    deliveredAt: 2,
    estimatedAt: 3,
  },
  customer: party('c', '13000'),
  customerPlace: undefined,
  items,
  payments,
});

describe('toParcel', () => {
  it('does not depend on the order of an order’s rows, ties included', () => {
    const items = [item(1, 'first', 10), item(2, 'second', 25), item(3, 'third', 4)];
    const payments = [payment(1, 'boleto'), payment(2, 'voucher')];
    const straight = toParcel(order(items, payments));
    expect(toParcel(order([...items].reverse(), [...payments].reverse()))).toEqual(straight);
    // No coordinates: nobody is farther than the first.
    expect(straight.facts).toMatchObject({
      locationId: 'first',
      paymentMethod: 'boleto',
      freightMinor: 13,
      units: 3,
    });
  });

  it('counts only what was delivered and had an estimate', () => {
    const whole = order([item(1, 's', 10)], []);
    expect(toParcel(whole).counts).toBe(true);
    expect(toParcel({ ...whole, order: { ...whole.order, status: 'canceled' } }).counts).toBe(false);
    expect(toParcel({ ...whole, order: { ...whole.order, estimatedAt: undefined } }).counts).toBe(false);
  });
});
