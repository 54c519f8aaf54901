import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { serviceInput } from '../../../test/support/retailerInput.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Option {
  readonly handle: string;
  readonly code: string;
  readonly latestDeliveryAt: string;
  readonly splitCount: number;
  readonly price: { readonly amountMinor: number };
  readonly shipments: readonly {
    readonly latestDeliveryAt: string;
    readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  }[];
}
interface Answer {
  readonly options: readonly Option[];
  readonly unavailable: readonly { readonly code: string | null; readonly reason: string }[];
}
const optionsText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Cart {
  deliveryOptions(methodTypes: [SHIPPING]) { unavailable { code reason } options { handle code latestDeliveryAt
    splitCount price { amountMinor } shipments { latestDeliveryAt lines { sku quantity } } } } } } }`;
const dayMs = 86_400_000;

describe('what a customer chooses between', () => {
  let application: TradingApplication;
  const buyer = () => buyerIn(application, callers.shopper('chooser'));
  const ofCart = async (cartId: string): Promise<Answer> => {
    const cartText = `query($id: ID!) { cart(id: $id) { id channel currency locale
      destination { country postalCode } lines { sku quantity customisation } } }`;
    const { cart } = await application.ok<{ cart: object }>('orders', cartText, { id: cartId }, buyer().who);
    const of = [{ __typename: 'Cart', ...cart }];
    type Found = { _entities: { deliveryOptions: Answer }[] };
    const { _entities } = await application.ok<Found>('promise', optionsText, { of }, buyer().who);
    const found = _entities[0]?.deliveryOptions;
    if (found === undefined) throw new Error('No promise came.');
    return found;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'desk' }, { sku: 'seat' }, { sku: 'lamp' });
    await application.stock('desk', 'warehouse', 9);
    await application.stock('seat', 'store', 9);
    await application.stock('lamp', 'warehouse', 9);
    const announce = 'mutation($input: AnnounceReceiptInput!) { announceReceipt(input: $input) { sku } }';
    const expectedAt = new Date(application.clock.nowMs() + 14 * dayMs).toISOString();
    const receipt = { idempotencyKey: 'r1', id: 'r1', sku: 'seat', locationId: 'warehouse', quantity: 5 };
    await application.ok('catalog', announce, { input: { ...receipt, expectedAt } });
    await application.settle();
  });
  afterAll(() => application.stop());

  it('are two parcels, one sooner, beside one shipment of everything, each with its lines and date', async () => {
    const lines = [
      { sku: 'desk', quantity: 1 },
      { sku: 'seat', quantity: 2 },
    ];
    const cartId = await buyer().cart(lines);
    const { options } = await ofCart(cartId);
    expect(options.map(({ splitCount }) => splitCount)).toEqual([1, 0]);
    const [split, whole] = options;
    expect(Date.parse(split?.latestDeliveryAt ?? '')).toBeLessThan(Date.parse(whole?.latestDeliveryAt ?? ''));
    expect(split?.shipments.map((each) => each.lines)).toEqual(
      expect.arrayContaining([[{ sku: 'desk', quantity: 1 }], [{ sku: 'seat', quantity: 2 }]]),
    );
    expect(whole?.shipments.map(({ lines: of }) => of.length)).toEqual([2]);
    for (const option of options) {
      const dates = option.shipments.map(({ latestDeliveryAt }) => Date.parse(latestDeliveryAt));
      expect(Math.max(...dates)).toBe(Date.parse(option.latestDeliveryAt));
    }
    // The one that is chosen is the one that is ordered.
    const order = await buyer().order(cartId, { deliveryOptionHandle: whole?.handle });
    const placed = await buyer().place(order);
    expect(placed.__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    const { orders } = await application.ok<{ orders: { edges: { node: object }[] } }>(
      ...([
        'orders',
        '{ orders { edges { node { promise { currentLatestAt } } } } }',
        {},
        buyer().who,
      ] as const),
    );
    expect(orders.edges[0]?.node).toEqual({ promise: { currentLatestAt: whole?.latestDeliveryAt } });
  });

  it('leave out what is later, dearer and dirtier than another, and say so', async () => {
    const query = `mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed } }`;
    const lane = { ...serviceInput.lanes[0], transitDaysMin: 6, transitDaysMax: 9 };
    const slow = { ...serviceInput, code: 'slow', nameEn: 'Slow', lineHaulVehicle: 'AIR_SHORT' };
    const offer = async (amountMinor: number) => {
      const dear = { ...lane, price: { amountMinor, currency: 'EUR' } };
      const services = [serviceInput, { ...slow, lanes: [dear] }];
      await application.ok('shipping', query, { input: { services } });
      await application.settle();
      const { options, unavailable } = await ofCart(await buyer().cart([{ sku: 'lamp', quantity: 1 }]));
      return {
        offered: options.map(({ code }) => code.split('.')[0]),
        left: unavailable.map(({ code, reason }) => [code?.split('.')[0], reason]),
      };
    };
    expect(await offer(990)).toEqual({ offered: ['parcel'], left: [['slow', 'OUTDONE']] });
    // Cheaper, it is a choice again.
    expect((await offer(190)).offered.toSorted()).toEqual(['parcel', 'slow']);
  });
});
