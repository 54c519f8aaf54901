import type { IdentityKind, RowRule, Scope } from './identity.ts';

/** Who may ask for one field of the graph. */
export interface AccessRule {
  /** Kinds of caller that may ask; others are refused before anything is read. */
  readonly kinds: readonly IdentityKind[];
  /** Any one of these is needed, by every kind; as `@requiresScopes` in the SDL. */
  readonly scopes: readonly Scope[];
  /** Scope that callers of one kind need beside them: an agent acts on rows of all customers. */
  readonly needs?: Readonly<Partial<Record<IdentityKind, Scope>>>;
  /** Whose rows it reads or changes; `none` when it touches no row of anybody. */
  readonly rows: RowRule;
  /** Whether staff who act on a row of a customer say why. */
  readonly reason?: true;
}

const everybody: readonly IdentityKind[] = [
  'anonymous',
  'guest',
  'shopper',
  'agent',
  'associate',
  'partner',
  'admin',
  'system',
];
const without = (kinds: readonly IdentityKind[], ...left: readonly IdentityKind[]) =>
  kinds.filter((kind) => !left.includes(kind));
const known = without(everybody, 'anonymous');
const staff: readonly IdentityKind[] = ['agent', 'associate', 'admin', 'system'];
const ours = without(everybody, 'partner');
const oursKnown = without(known, 'partner');
/** Who speaks with customers. */
const desk = without(staff, 'associate');
const buyers = without(known, 'associate');

/** Who serves customers. */
const serving: readonly IdentityKind[] = ['agent', 'admin', 'system'];

const open: AccessRule = { kinds: everybody, scopes: [], rows: 'none' };
const internal: AccessRule = { kinds: ['system'], scopes: ['system'], rows: 'none' };
const read = (rows: RowRule): AccessRule => ({ kinds: known, scopes: [], rows });
const buy = (rows: RowRule): AccessRule => ({
  ...{ kinds: buyers, scopes: [], rows, needs: { agent: 'orders:write' } },
});
/** What an associate does, too, who sells in a store. */
const sell = (rows: RowRule): AccessRule => ({
  ...{ kinds: known, scopes: [], rows, needs: { agent: 'orders:write', associate: 'store:sell' } },
});
const work = (scopes: readonly Scope[], rows: RowRule): AccessRule => ({ kinds: staff, scopes, rows });
const shown = (kinds: readonly IdentityKind[], ...scopes: readonly Scope[]): AccessRule => ({
  ...{ kinds, scopes, rows: 'none' },
});

/** What customers say about an order of theirs, and the desk for them. */
const spoken: AccessRule = {
  ...{ kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  needs: { agent: 'orders:write' },
};

/** What is kept of a customer is theirs to take and to have erased, and that of staff with a scope for it. */
const privacy: AccessRule = {
  ...{ kinds: ['guest', 'shopper', ...serving], scopes: [], rows: 'customer' },
  needs: { agent: 'customers:privacy', admin: 'customers:privacy' },
};

/**
 * The one table of who may do what: every query, command and subscription, and every field that not everybody may read.
 * A subgraph does not start with a query or command that has no row here, and asks this table before each of them; a
 * test compares it with the SDL both ways.
 */
export const access: Readonly<Record<string, AccessRule>> = {
  // catalog
  'Query.catalogSettings': work(['settings:read'], 'none'),
  'Mutation.changeCatalogSettings': work(['settings:write'], 'none'),
  'Mutation.resetCatalogSettings': work(['settings:write'], 'none'),
  'Query.product': open,
  'Query.products': open,
  'Query.variant': open,
  'Query.variants': internal,
  'Query.stockPositions': {
    kinds: [...staff, 'partner'],
    scopes: ['stock:read', 'partner:trade'],
    rows: 'none',
  },
  'Query.reservation': internal,
  'Query.cartHold': internal,
  'Mutation.importProducts': work(['catalog:write'], 'none'),
  'Mutation.importStock': work(['stock:write'], 'location'),
  'Mutation.adjustStock': work(['stock:write'], 'location'),
  'Mutation.announceReceipt': work(['stock:write'], 'location'),
  'Mutation.receiveStock': work(['stock:write'], 'location'),
  'Mutation.setSafetyStock': work(['stock:write'], 'location'),
  'Mutation.reserveStock': internal,
  'Mutation.holdForCart': internal,
  'Mutation.prolongCartHold': internal,
  'Mutation.freeCartHold': internal,
  'Mutation.firmReservation': internal,
  'Mutation.transferReservation': internal,
  'Mutation.releaseReservation': internal,
  'Mutation.commitReservation': internal,
  'ProductVariant.stock': shown(ours, 'stock:read'),

  // promise
  'Query.promiseSettings': work(['settings:read'], 'none'),
  'Mutation.changePromiseSettings': work(['settings:write'], 'none'),
  'Mutation.resetPromiseSettings': work(['settings:write'], 'none'),
  'Query.promise': open,
  'Query.optionTerms': internal,
  'Query.ruleSets': work(['rules:read'], 'none'),
  'Query.ruleSet': work(['rules:read'], 'none'),
  'Query.simulateRuleSet': work(['rules:read'], 'none'),
  'Query.promiseNetwork': work(['insights:read'], 'none'),
  'Mutation.draftRuleSet': work(['rules:write'], 'none'),
  'Mutation.publishRuleSet': work(['rules:write'], 'none'),
  'Mutation.sourceOrder': internal,
  'Mutation.resourceOrder': internal,
  'Promise.trace': shown(ours, 'rules:read'),
  'DeliveryOption.costToServe': shown(ours, 'rules:read'),
  'PlannedShipment.location': shown(ours, 'rules:read', 'fulfillment:work'),

  // orders
  'Query.ordersSettings': work(['settings:read'], 'none'),
  'Mutation.changeOrdersSettings': work(['settings:write'], 'none'),
  'Mutation.resetOrdersSettings': work(['settings:write'], 'none'),
  'Query.cart': read('cart'),
  'Query.order': read('order'),
  'Query.orderOfNumber': internal,
  'Query.orders': read('order'),
  'Query.channels': read('channel'),
  'Mutation.createCart': { ...sell('channel'), reason: true },
  'Mutation.addCartLine': sell('cart'),
  'Mutation.setCartLineQuantity': sell('cart'),
  'Mutation.setCartAddress': sell('cart'),
  'Mutation.setCartContact': sell('cart'),
  'Mutation.setCartAdjustments': {
    ...{ kinds: ['agent', 'partner', 'admin', 'system'], scopes: [], rows: 'cart', reason: true },
    needs: { agent: 'orders:write' },
  },
  'Mutation.placeOrder': sell('cart'),
  'Mutation.cancelOrder': { ...buy('order'), reason: true },
  'Mutation.importOrder': {
    kinds: [...serving, 'partner'],
    scopes: ['orders:write', 'partner:trade'],
    rows: 'channel',
  },
  'Mutation.recordPayment': work(['orders:write', 'fulfillment:work'], 'order'),
  'Mutation.addExchangeUnits': internal,
  'Mutation.decideFoundUnits': { ...work(['orders:write'], 'order'), reason: true },
  'Mutation.refundGoodwill': {
    ...{ kinds: ['agent', 'admin', 'system'], scopes: ['orders:write'], rows: 'order', reason: true },
  },
  'Mutation.saveChannel': { kinds: ['admin', 'system'], scopes: ['channels:write'], rows: 'none' },
  'Subscription.orderStatus': read('order'),
  'Subscription.ordersChanged': read('order'),
  'Order.payments': shown(ours),
  'Order.contact': read('order'),
  'Query.orderByNumber': { kinds: ['anonymous', 'guest', 'shopper', 'system'], scopes: [], rows: 'none' },
  'Query.searchOrders': work(['orders:read', 'orders:write', 'fulfillment:work'], 'order'),
  'Query.customer': { kinds: serving, scopes: ['orders:read', 'orders:write'], rows: 'none' },
  'Query.exportCustomer': privacy,
  'Query.collectionCheck': internal,
  'Mutation.eraseCustomer': { ...privacy, reason: true },
  'Mutation.releaseHold': { kinds: serving, scopes: ['orders:write'], rows: 'order', reason: true },
  'Mutation.rejectHold': { kinds: serving, scopes: ['orders:write'], rows: 'order', reason: true },
  'Mutation.allowCollector': {
    ...{ kinds: ['guest', 'shopper', ...serving], scopes: [], rows: 'order', reason: true },
    needs: { agent: 'orders:write' },
  },
  'Order.collection': { kinds: oursKnown, scopes: [], rows: 'order' },
  'Order.soldBy': shown(ours),
  'Order.customer': { kinds: serving, scopes: ['orders:read', 'orders:write'], rows: 'none' },
  'OrderEvent.actor': shown(ours, 'orders:read'),
  'SoldBy.person': shown(ours, 'orders:read', 'fulfillment:work'),
  'Order.placedBy': shown(ours, 'orders:read'),
  'Order.customerRef': internal,
  'Payment.providerReference': shown(ours, 'orders:read'),

  // fulfillment
  'Query.fulfillmentSettings': work(['settings:read'], 'none'),
  'Mutation.changeFulfillmentSettings': work(['settings:write'], 'none'),
  'Mutation.resetFulfillmentSettings': work(['settings:write'], 'none'),
  'Query.unitsAtLocations': internal,
  'Query.location': open,
  'Query.locations': open,
  'Query.fulfillmentOrder': { kinds: oursKnown, scopes: [], rows: 'work' },
  'Query.fulfillmentOrders': work(['fulfillment:work', 'orders:read'], 'work'),
  'Mutation.importLocations': work(['locations:write'], 'none'),
  'Mutation.acceptFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.rejectFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.startPicking': work(['fulfillment:work'], 'work'),
  'Mutation.pickFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.packFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.labelFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.handOverFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.readyForCollection': work(['fulfillment:work'], 'work'),
  'Mutation.voidLabel': work(['fulfillment:work'], 'work'),
  'Mutation.unpickFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Mutation.reportFailedUnits': work(['fulfillment:work'], 'work'),
  'Mutation.collectUnits': work(['fulfillment:work'], 'work'),
  'Mutation.collectFulfillmentOrder': work(['fulfillment:work'], 'work'),
  'Order.fulfillmentOrders': { kinds: oursKnown, scopes: [], rows: 'work' },

  // shipping
  'Query.shippingSettings': work(['settings:read'], 'none'),
  'Mutation.changeShippingSettings': work(['settings:write'], 'none'),
  'Mutation.resetShippingSettings': work(['settings:write'], 'none'),
  'Query.carrierServices': open,
  'Query.shipment': read('shipment'),
  'Query.shipments': read('shipment'),
  'Mutation.importCarrierServices': work(['carriers:write'], 'none'),
  'Mutation.createShipment': internal,
  'Mutation.createReturnShipment': internal,
  'Mutation.pollShipment': work(['shipping:work'], 'shipment'),
  'Mutation.voidShipment': work(['shipping:work'], 'shipment'),
  'Mutation.simulateCarrier': work(['carriers:write'], 'shipment'),
  'CarrierLane.cost': shown(ours, 'rules:read'),
  'CarrierLane.costPerKg': shown(ours, 'rules:read'),
  'Order.shipments': read('shipment'),
  'Shipment.location': shown(ours),
  'Shipment.label': shown(ours, 'shipping:read', 'fulfillment:work', 'returns:work'),

  // returns
  'Query.returnsSettings': work(['settings:read'], 'none'),
  'Mutation.changeReturnsSettings': work(['settings:write'], 'none'),
  'Mutation.resetReturnsSettings': work(['settings:write'], 'none'),
  'Query.returnStatistics': work(['insights:read'], 'none'),
  'Return.retailerCost': shown(ours, 'insights:read'),
  'Query.return': read('expectedReturn'),
  'Query.returns': read('expectedReturn'),
  'Mutation.requestReturn': buy('order'),
  'Mutation.cancelReturn': {
    ...{ kinds: known, scopes: [], rows: 'return', reason: true },
    needs: { agent: 'orders:write', associate: 'returns:work' },
  },
  'Mutation.receiveReturn': work(['returns:work'], 'expectedReturn'),
  'Mutation.acceptWalkIn': work(['returns:work'], 'location'),
  'Mutation.inspectReturn': work(['returns:work'], 'return'),
  'Mutation.rejectReturn': { ...work(['returns:work'], 'return'), reason: true },
  'Order.returns': read('expectedReturn'),
  'Order.returnOptions': read('order'),
  'Order.returnWindowEndsAt': read('order'),

  // care
  'Query.careSettings': work(['settings:read'], 'none'),
  'Mutation.changeCareSettings': work(['settings:write'], 'none'),
  'Mutation.resetCareSettings': work(['settings:write'], 'none'),
  'Query.previewMessage': { kinds: desk, scopes: ['orders:read'], rows: 'order' },
  'Mutation.resendMessage': { kinds: desk, scopes: ['orders:write'], rows: 'order', reason: true },
  'Query.messagePreferences': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Mutation.setMessagePreference': { ...spoken, reason: true },
  'Query.surveyScores': work(['insights:read'], 'none'),
  'Query.tickets': { kinds: desk, scopes: ['orders:read'], rows: 'none' },
  'Mutation.openTicket': spoken,
  'Mutation.replyToTicket': spoken,
  'Mutation.reportNotReceived': { ...spoken, reason: true },
  'Mutation.changeTicket': { kinds: desk, scopes: ['orders:write'], rows: 'order', reason: true },
  'Order.incidents': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Order.tickets': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Order.messages': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },

  // insights
  'Query.promiseScorecard': work(['insights:read'], 'none'),
  'Order.promiseOutcome': read('order'),
};
