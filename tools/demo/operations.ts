/** The operations of the story, as a shop front, a store app and a partner would write them. */
const options = `options { handle code title methodType latestDeliveryAt orderBy timeZone confidence marks splitCount
    price { amountMinor currency } carbon { kgCO2e customerTripKgCO2e } collectAt { name } }
  unavailable { methodType reason detail }`;

export const productPage = `query($search: String!, $to: DestinationInput!) {
  products(first: 2, search: $search) { edges { node { title(locale: "fr") variants { sku price { amountMinor currency }
    availability { status availableToPromise } deliveryPromise(destination: $to, methodTypes: [SHIPPING, PICKUP_IN_STORE]) { ${options} } } } } } }`;
export const refusals = `query($search: String!, $to: DestinationInput!) {
  products(first: 2, search: $search) { edges { node { title(locale: "en") variants { sku deliveryPromise(destination: $to) { ${options} } } } } } }`;
export const createCart =
  'mutation($input: CreateCartInput!) { createCart(input: $input) { id subtotal { amountMinor currency } } }';
export const setAddress = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
export const setContact = 'mutation($input: SetCartContactInput!) { setCartContact(input: $input) { id } }';
export const incidents = `query($id: ID!) { order(id: $id) { incidents { type status } } }`;
export const messages = `query($id: ID!) { order(id: $id) { messages { code channel status reason language at } } }`;
export const cartOptions = `query($id: ID!) { cart(id: $id) { subtotal { amountMinor currency } deliveryOptions { id degraded ${options} } } }`;
export const placeOrder = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id number status lines { id sku quantities { ordered } } totals { total { amountMinor currency } }
    promise { title originalLatestAt timeZone } } }
  ... on OutOfStock { message skus } ... on PromiseExpired { message } ... on PaymentDeclined { message declineCode } } }`;
export const orderStatus = `subscription($id: ID!, $after: SafeInt) { orderStatus(orderId: $id, afterSeq: $after) { seq type status summary at } }`;
export const work = `query($orderId: ID!) { fulfillmentOrders(filter: { orderId: $orderId }) { edges { node {
  id location { name } status assignment step allowedActions collection dueAt { handover } lines { lineId sku quantity } } } } }`;
export const orderPage = `query($id: ID!) { order(id: $id) { number status delayed chargeStatus
  totals { total { amountMinor currency } captured { amountMinor currency } refunded { amountMinor currency } }
  lines { sku quantities { ordered shipped delivered returned } }
  fulfillmentOrders { id step location { name } }
  shipments { id isReturn milestone carrierService { name } parcels { trackingCode } trackingEvents { text occurredAt } }
  returns { number status refund { amountMinor currency } } returnOptions { method cost { amountMinor currency } kgCO2e }
  promiseOutcome { kept daysLate promisedDays promisedLatestAt deliveredAt } } }`;
export const partnerOrderPage = `query($id: ID!) { order(id: $id) { number status externalReference
  lines { sku quantities { ordered shipped delivered returned } } returns { status }
  promiseOutcome { kept } shipments { isReturn milestone parcels { trackingCode } } } }`;
export const stockAt = `query($sku: ID!, $at: ID!) {
  stockPositions(sku: $sku, locationId: $at) { edges { node { onHand } } } }`;
export const requestReturn = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename
  ... on RequestReturnSuccess { return { id number status cost { amountMinor currency } } } ... on NotReturnable { code message } } }`;
export const returnById = `query($id: ID!) { return(id: $id) { number status refund { amountMinor currency }
  label { fileName contentType contentBase64 } shipment { id parcels { trackingCode } } } }`;
export const receiveReturn =
  'mutation($input: ReceiveReturnInput!) { receiveReturn(input: $input) { status } }';
export const inspectReturn =
  'mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { status } }';
export const simulate = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent shipment { milestone } } }`;

export const served = `query($id: ID!) { order(id: $id) { placedBy { kind reason } } }`;
export const firstWords = `query($id: ID!, $locale: String) { order(id: $id) {
  timeline(first: 1) { edges { node { summary(locale: $locale) } } } } }`;
export const sold = `query($id: ID!) { order(id: $id) { status statusText soldBy { location { name } }
  totals { total { amountMinor currency } outstanding { amountMinor currency } } } }`;
export const stores = '{ locations(first: 1, kind: STORE, country: "FR") { edges { node { id } } } }';
export const recordPayment =
  'mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { status } }';
export const customisable = `query($search: String!) {
  products(first: 5, search: $search) { edges { node { title(locale: "en") variants { sku customisable } } } } }`;
export const returnable = `query($id: ID!) { order(id: $id) {
  wish: returnWindowEndsAt(reason: CHANGED_MIND) fault: returnWindowEndsAt(reason: DEFECTIVE) } }`;
export const otherSizes = `query($sku: ID!) { variant(sku: $sku) { product { variants { sku
  availability { availableToPromise } } } } }`;
export const mended = `query($id: ID!) { order(id: $id) { status lines { id sku quantities { shipped delivered writtenOff } }
  totals { captured { amountMinor currency } refunded { amountMinor currency } } shipments { id milestone isReturn } } }`;
export const reship =
  'mutation($input: ReshipUnitsInput!) { reshipUnits(input: $input) { outcome lineIds } }';
export const returnPlaces = `query($id: ID!) { order(id: $id) { returnPlaces(first: 3) { method name location { id }
  distanceMetres cost { amountMinor currency } open { from until } slots { from } } } }`;
export const exchanged = `query($id: ID!) { return(id: $id) { number exchange { status code lineIds }
  reason: lines { reasonText(locale: "en") } } }`;

const steps: Readonly<Record<string, string>> = {
  ACCEPT: 'acceptFulfillmentOrder',
  START_PICKING: 'startPicking',
  LABEL: 'labelFulfillmentOrder',
  HAND_OVER: 'handOverFulfillmentOrder',
  READY_FOR_COLLECTION: 'readyForCollection',
  COLLECT: 'collectFulfillmentOrder',
};
const detailed: Readonly<Record<string, readonly [field: string, input: string]>> = {
  START_MAKING: ['startMaking', 'MakingInput'],
  FINISH_MAKING: ['finishMaking', 'MakingInput'],
  PICK: ['pickFulfillmentOrder', 'PickInput'],
  PACK: ['packFulfillmentOrder', 'PackInput'],
};

/** The mutation behind an allowed action of a fulfillment order. */
export function actionOf(action: string): string {
  const [field, input] = detailed[action] ?? [steps[action] ?? '', 'FulfillmentOrderActionInput'];
  return `mutation($input: ${input}!) { ${field}(input: $input) { id step status allowedActions } }`;
}

/** The usual next step of a store's work. */
export const usualOrder = [
  'ACCEPT',
  'START_PICKING',
  'PICK',
  'START_MAKING',
  'FINISH_MAKING',
  'PACK',
  'LABEL',
  'HAND_OVER',
  'READY_FOR_COLLECTION',
  'COLLECT',
] as const;
