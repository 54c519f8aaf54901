import { signWebhook } from '../../subgraphs/shipping/webhooks/signature.ts';
import { unitDifferences, type AtLocations } from '../../subgraphs/orders/domain/unitCheck.ts';
import type { Ledger } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import { invariantsAtRest, ledgerFaults } from '../../subgraphs/orders/domain/ledger/invariants.ts';
import type { OrderState } from '../../subgraphs/orders/domain/order.ts';
import type { Identity } from '../../schema/identity.ts';
import { act, type Work } from './staff.ts';
import { handleSecret, type TradingApplication } from './tradingApplication.ts';

/** What cancelOrder said. */
export interface Said {
  readonly __typename: 'CancelOrderSuccess' | 'CancelTooLate';
  readonly outcome?: 'CANCELLED' | 'PARTIALLY_CANCELLED' | 'ASKED';
  readonly cancelledUnits?: number;
  readonly askedUnits?: number;
  readonly refusedUnits?: number;
}

const cancelText = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename
  ... on CancelOrderSuccess { outcome cancelledUnits askedUnits refusedUnits } } }`;

let keys = 0;

/** The customer cancels units, or everything. */
export async function cancelUnits(
  application: TradingApplication,
  who: Identity,
  input: { orderId: string; lines?: { lineId: string; quantity: number }[]; idempotencyKey?: string },
): Promise<Said> {
  const variables = { input: { idempotencyKey: `cancel-${++keys}`, ...input } };
  return (await application.ok<{ cancelOrder: Said }>('orders', cancelText, variables, who)).cancelOrder;
}

export type WorkStep = 'OFFERED' | 'ACCEPTED' | 'PICKED' | 'PACKED' | 'LABELLED' | 'HANDED_OVER';
const steps: readonly WorkStep[] = ['OFFERED', 'ACCEPTED', 'PICKED', 'PACKED', 'LABELLED', 'HANDED_OVER'];

/** Brings fresh work to a step. */
export async function workUntil(
  application: TradingApplication,
  { id, lines }: Work,
  step: WorkStep,
): Promise<void> {
  const parcels = [{ weightGrams: 500, lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })) }];
  const actions: [string, object][] = [
    ['acceptFulfillmentOrder', { id }],
    ['pickFulfillmentOrder', { id }],
    ['packFulfillmentOrder', { id, parcels }],
    ['labelFulfillmentOrder', { id }],
    ['handOverFulfillmentOrder', { id }],
  ];
  for (const [name, input] of actions.slice(0, steps.indexOf(step))) await act(application, name, input);
}

let scans = 0;

/** The carrier scans every parcel of the order's shipments. Answers whether shipping took the message. */
export async function scan(application: TradingApplication, orderId: string): Promise<boolean> {
  const shipments = await application
    .database('shipping')
    .collection<{ _id: string; orderId: string; carrier: string; parcels: { trackingCode: string }[] }>(
      'shipments',
    )
    .find({ orderId })
    .toArray();
  const statuses: number[] = [];
  for (const { carrier, parcels } of shipments)
    for (const { trackingCode } of parcels) {
      const occurredAt = new Date(application.clock.nowMs()).toISOString();
      const event = { eventId: `scan-${++scans}`, milestone: 'IN_TRANSIT', rawCode: 'T1', text: 'Scanned', occurredAt }; // prettier-ignore
      const body = JSON.stringify({ trackingCode, carrier, events: [event] });
      const message = { id: `msg_${scans}`, nowMs: application.clock.nowMs(), body };
      const [route] = application.subgraph('shipping').routes ?? [];
      const response = await route?.handle({
        ...{ method: 'POST', path: `/webhooks/carriers/${carrier}`, params: { carrier } },
        ...{ headers: { ...signWebhook(handleSecret, message) }, query: new URLSearchParams() },
        ...{ body: Buffer.from(body), signal: new AbortController().signal },
      });
      statuses.push(response?.status ?? 0);
    }
  return statuses.length > 0 && statuses.every((status) => status === 200);
}

/** The order as orders has it, with its ledger. */
export async function orderOf(application: TradingApplication, orderId: string): Promise<OrderState> {
  const found = await application
    .database('orders')
    .collection<{ _id: string }>('orders')
    .findOne({ _id: orderId });
  // The database's document type says nothing of what orders writes there.
  return found as unknown as OrderState;
}

/** Everything wrong with an order that has come to rest; empty when all is well. */
export async function faultsAtRest(application: TradingApplication, orderId: string): Promise<string[]> {
  const order = await orderOf(application, orderId);
  const query = `query($ids: [ID!]!) { unitsAtLocations(orderIds: $ids) { orderId atRest lines { lineId wanted left } } }`;
  const { unitsAtLocations } = await application.ok<{ unitsAtLocations: AtLocations[] }>(
    'fulfillment',
    query,
    { ids: [orderId] },
  );
  const there = unitsAtLocations[0] as AtLocations;
  const differences = unitDifferences(order, there);
  return [
    ...(differences === undefined ? ['it is not at rest'] : []),
    ...(differences ?? []).map((each) => JSON.stringify(each)),
    ...ledgerFaults(order.ledger),
    ...ledgerFaults(order.ledger, invariantsAtRest),
    ...unpaid(order.ledger),
  ];
}

/** Units that left without being paid, and money kept for units that did not. */
const unpaid = (ledger: Ledger): string[] =>
  ledger.runs.flatMap(({ lotId, place, money, from, to }) => {
    const lot = ledger.lots.find((each) => each.lotId === lotId);
    const price = Math.round((((lot?.listMinor ?? 0) - (lot?.discountMinor ?? 0)) * (to - from)) / (lot?.quantity ?? 1)); // prettier-ignore
    if (place === 'SHIPPED' && money.netMinor !== price) return [`${lotId}: shipped, and ${money.netMinor} of ${price} paid`]; // prettier-ignore
    if (place === 'CANCELLED' && money.netMinor !== 0) return [`${lotId}: cancelled, and ${money.netMinor} kept`]; // prettier-ignore
    return [];
  });
