import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../support/buyer.ts';
import { placeInput } from '../support/retailerInput.ts';
import { firstWorkOn, workOn } from '../support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const fields = `id number state lines { lineId sku quantity declined unitCost { amountMinor currency } } cost { amountMinor }
  answerBy shipTo { name city } carrier trackingCodes`;
const listText = `query($locationId: ID!, $states: [PurchaseOrderState!]) { purchaseOrders(locationId: $locationId, states: $states) { ${fields} } }`;
const oneText = `query($id: ID!) { purchaseOrder(id: $id) { ${fields} } }`;
const mutation = (name: string, type: string) =>
  `mutation($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
const acceptText = mutation('acceptPurchaseOrder', 'AcceptPurchaseOrderInput');
const declineText = mutation('declinePurchaseOrder', 'DeclinePurchaseOrderInput');
const shipText = mutation('shipPurchaseOrder', 'ShipPurchaseOrderInput');
const costsText = `mutation($input: SetSupplyCostsInput!) { setSupplyCosts(input: $input) { changed } }`;
const importText = `mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }`;
const settingsText = `mutation($input: ChangeSettingsInput!) { changeFulfillmentSettings(input: $input) { version } }`;

interface Purchase {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly lines: readonly { lineId: string; sku: string; quantity: number; declined: number }[];
  readonly cost: { amountMinor: number } | null;
  readonly answerBy: string | null;
  readonly shipTo: { name: string; city: string } | null;
  readonly carrier: string | null;
  readonly trackingCodes: readonly string[];
}

describe('a supplier', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const acme = callers.associate('acme');
  const other = callers.associate('other');
  let keys = 0;
  const key = () => ({ idempotencyKey: `key-${++keys}` });

  /** An order of chairs, which only suppliers have, and what else is named. */
  const ordered = async (quantity: number, ...more: { sku: string; quantity: number }[]) => {
    const cartId = await buyer.cart([{ sku: 'chair', quantity }, ...more]);
    const { order } = await buyer.place(await buyer.order(cartId));
    await application.settle();
    return order?.id ?? '';
  };
  const purchasesOf = async (who = acme, states?: string[]): Promise<Purchase[]> => {
    const variables = { locationId: who.locationIds?.[0], states };
    return (await application.ok<{ purchaseOrders: Purchase[] }>('fulfillment', listText, variables, who))
      .purchaseOrders;
  };
  const open = async (who = acme): Promise<Purchase> => {
    const [first] = await purchasesOf(who, ['OFFERED']);
    if (first === undefined) throw new Error('Nothing is offered.');
    return first;
  };
  const doIt = async (text: string, input: object, who = acme): Promise<Purchase> => {
    const { done } = await application.ok<{ done: Purchase }>(
      'fulfillment',
      text,
      { input: { ...key(), ...input } },
      who,
    );
    await application.settle();
    return done;
  };
  const code = (text: string, input: object, who = acme) =>
    application.code('fulfillment', text, { input: { ...key(), ...input } }, who);

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    const at = { city: 'Paris', postalCode: '75001' };
    const supplier = (id: string) => ({ ...placeInput(id, 'SUPPLIER', at), abilities: ['SHIP'] });
    await application.ok('fulfillment', importText, {
      input: { locations: [supplier('acme'), supplier('other')] },
    });
    await application.sell({ sku: 'chair' }, { sku: 'shoe' });
    await application.stock('chair', 'acme', 50);
    await application.stock('shoe', 'warehouse', 50);
    const costs = [{ sku: 'chair', cost: { amountMinor: 450, currency: 'EUR' } }];
    await application.ok('fulfillment', costsText, { input: { locationId: 'acme', costs, ...key() } });
    const changes = [{ key: 'supplierAnswerHours', value: 4 }];
    const input = { version: 0, changes, reason: 'agreed with suppliers', ...key() };
    await application.ok('fulfillment', settingsText, { input });
  });
  afterAll(() => application.stop());

  /** Nobody hears of the parcel from its carrier, so the supplier says how far it is. */
  const followsOwnCarrier = async (orderId: string): Promise<void> => {
    const of = [{ __typename: 'Order', id: orderId }];
    const ids = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { shipments { id carrier } } } }`;
    type Ids = { _entities: { shipments: { id: string; carrier: string }[] }[] };
    const { _entities } = await application.ok<Ids>('shipping', ids, { of });
    const shipmentId = _entities[0]?.shipments.find(({ carrier }) => carrier === 'Acme Trucks')?.id ?? '';
    const poll = 'mutation($id: ID!) { pollShipment(id: $id) { id } }';
    expect(await application.code('shipping', poll, { id: shipmentId })).toBe('CARRIER_NOT_CONNECTED');
    const report = 'mutation($input: ReportTrackingInput!) { reportTracking(input: $input) { milestone } }';
    const told = { shipmentId, trackingCode: 'AT-1', milestone: 'DELIVERED', idempotencyKey: 'arrived' };
    expect(await application.code('shipping', report, { input: told }, other)).toBe('NOT_FOUND');
    for (const _twice of [1, 2])
      expect(await application.ok('shipping', report, { input: told }, acme)).toEqual({
        reportTracking: { milestone: 'DELIVERED' },
      });
    await application.settle();
    const seen = `query($id: ID!) { order(id: $id) { lines { sku quantities { delivered } } } }`;
    const { order } = await application.ok<{ order: { lines: object[] } }>('orders', seen, { id: orderId });
    expect(order.lines).toContainEqual({ sku: 'chair', quantities: { delivered: 2 } });
  };

  it('sees its own lines with number, cost and deadline, and where they go only once it has accepted', async () => {
    const orderId = await ordered(2, { sku: 'shoe', quantity: 1 });
    const offered = await open();
    expect(offered).toMatchObject({
      ...{ state: 'OFFERED', cost: { amountMinor: 900 }, shipTo: null, carrier: null },
      lines: [{ sku: 'chair', quantity: 2, declined: 0, unitCost: { amountMinor: 450, currency: 'EUR' } }],
    });
    expect(offered.number).toMatch(/^PO-.+-[0-9A-Z]{6}$/);
    expect(Date.parse(offered.answerBy ?? '')).toBe(application.clock.nowMs() + 4 * 3_600_000);
    const { id } = offered;
    expect(await application.ok('fulfillment', oneText, { id }, other)).toEqual({ purchaseOrder: null });
    expect(await application.code('fulfillment', listText, { locationId: 'acme' }, other)).toBe('NOT_FOUND');
    expect(await code(acceptText, { id }, other)).toBe('NOT_FOUND');
    const shoes = (await workOn(application, orderId)).find((work) => work.location.id === 'warehouse');
    expect(await application.ok('fulfillment', oneText, { id: shoes?.id }, acme)).toEqual({
      purchaseOrder: null,
    });
    expect(await code(shipText, { id, carrier: 'x', parcels: [{ trackingCode: '1' }] })).toBe(
      'INVALID_TRANSITION',
    );
    const accepted = await doIt(acceptText, { id });
    expect(accepted).toMatchObject({ state: 'ACCEPTED', shipTo: { name: 'A B', city: 'Paris' } });
    const sent = { id, carrier: 'Acme Trucks', parcels: [{ trackingCode: 'AT-1' }], ...key() };
    const shipped = await doIt(shipText, sent);
    expect(shipped).toMatchObject({
      state: 'SHIPPED',
      shipTo: null,
      carrier: 'Acme Trucks',
      trackingCodes: ['AT-1'],
    });
    // The key again, and the order shows the parcel under the supplier's carrier.
    expect(await doIt(shipText, sent)).toEqual(shipped);
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { shipments {
      carrier parcels { trackingCode } } } } }`;
    const of = [{ __typename: 'Order', id: orderId }];
    type Shipments = {
      _entities: { shipments: { carrier: string; parcels: { trackingCode: string }[] }[] }[];
    };
    const { _entities } = await application.ok<Shipments>('shipping', query, { of });
    await followsOwnCarrier(orderId);
    expect(_entities[0]?.shipments).toContainEqual({
      carrier: 'Acme Trucks',
      parcels: [{ trackingCode: 'AT-1' }],
    });
  });

  it('may come as a partner of its location, who sees nothing of others', async () => {
    await ordered(1);
    const { id } = await open();
    const partner = (...locationIds: string[]) => ({
      ...callers.partner('supplies'),
      ...{ scopes: ['fulfillment:work'], locationIds },
    });
    expect(await code(acceptText, { id }, partner())).toBe('NOT_FOUND');
    expect(await code(acceptText, { id }, partner('other'))).toBe('NOT_FOUND');
    expect(await code(acceptText, { id }, { ...partner('acme'), scopes: ['partner:trade'] })).toBe(
      'FORBIDDEN',
    );
    expect(await application.ok('fulfillment', oneText, { id }, partner('other'))).toEqual({
      purchaseOrder: null,
    });
    expect(await doIt(acceptText, { id }, partner('acme'))).toMatchObject({ state: 'ACCEPTED' });
    await doIt(shipText, { id, carrier: 'Acme', parcels: [{ trackingCode: 'AT-2' }] }, partner('acme'));
  });

  it('accepts a part, and the rest is sourced elsewhere', async () => {
    await application.stock('chair', 'other', 5);
    const orderId = await ordered(3);
    const offered = await open();
    const [line] = offered.lines;
    const part = (quantity: number) => ({ id: offered.id, lines: [{ lineId: line?.lineId, quantity }] });
    expect(await code(acceptText, part(0))).toBe('BAD_USER_INPUT');
    expect(await code(acceptText, part(4))).toBe('INVALID_QUANTITY');
    expect(await doIt(acceptText, part(2))).toMatchObject({
      ...{ state: 'ACCEPTED', cost: { amountMinor: 900 }, lines: [{ quantity: 2, declined: 1 }] },
    });
    const places = (await workOn(application, orderId)).map((work) => work.location.id);
    expect(places).toEqual(['acme', 'other']);
    // Nothing is agreed with the other one.
    expect(await open(other)).toMatchObject({ cost: null, lines: [{ quantity: 1 }] });
    await doIt(declineText, { id: (await open(other)).id, reason: 'NO_CAPACITY' }, other);
  });

  it('that does not answer in time loses the purchase order', async () => {
    const orderId = await ordered(1);
    const { id } = await open();
    await application.clock.advanceBy(4 * 3_600_000 + 15_000);
    await application.settle();
    expect(await purchasesOf(acme, ['OFFERED'])).toEqual([]);
    expect(await code(acceptText, { id })).toBe('INVALID_TRANSITION');
    expect((await workOn(application, orderId)).map((work) => work.location.id)).toEqual(['acme', 'other']);
  });

  it('is asked for what makes sense only', async () => {
    await ordered(1);
    const { id } = await open();
    await doIt(acceptText, { id });
    const ship = (carrier: string, ...codes: string[]) =>
      code(shipText, { id, carrier, parcels: codes.map((trackingCode) => ({ trackingCode })) });
    expect(await ship(' ', 'a')).toBe('BAD_USER_INPUT');
    expect(await ship('x')).toBe('BAD_USER_INPUT');
    expect(await ship('x', 'a b')).toBe('BAD_USER_INPUT');
    expect(await ship('x', 'a', 'a')).toBe('BAD_USER_INPUT');
    const costs = [{ sku: 'chair', cost: { amountMinor: -1, currency: 'EUR' } }];
    const set = (locationId: string, of: object[], who = callers.admin) =>
      application.code('fulfillment', costsText, { input: { locationId, costs: of, ...key() } }, who);
    expect(await set('acme', costs)).toBe('BAD_USER_INPUT');
    expect(await set('warehouse', [{ sku: 'chair' }])).toBe('BAD_USER_INPUT');
    expect(await set('nowhere', [{ sku: 'chair' }])).toBe('NOT_FOUND');
    expect(await set('acme', [{ sku: 'chair' }], acme)).toBe('FORBIDDEN');
    const shoes = await firstWorkOn(
      application,
      await (async () => {
        const { order } = await buyer.buy('shoe', 1);
        await application.settle();
        return order?.id ?? '';
      })(),
    );
    expect(await code(acceptText, { id: shoes.id }, callers.associate('warehouse'))).toBe('BAD_USER_INPUT');
  });
});
