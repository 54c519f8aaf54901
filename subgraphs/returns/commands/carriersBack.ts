import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { ReturnsApplication } from '../application.ts';
import { entryIdOf } from '../domain/entries.ts';
import { returnEvent, type ReturnEvent, type ReturnReason } from '../domain/return.ts';

interface Cause {
  readonly actor: string;
  readonly cause: string;
}
type Units = readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];

/** Opens a return that nobody asked for; one that exists is left alone. */
async function open(
  application: ReturnsApplication,
  returnId: string,
  by: Cause,
  events: readonly ReturnEvent[],
): Promise<void> {
  await runDecision(application.journal, application.returns, {
    ...{ id: returnId, ...by },
    decide: (state) => (state === undefined ? [...events] : []),
  });
}

const entriesOf = (returnId: string, lines: Units, reason: ReturnReason) =>
  lines.map(({ lineId, sku, quantity }, at) => ({
    ...{ entryId: entryIdOf(returnId, at), lineId, sku, quantity, reason },
  }));

/** A parcel did not reach the customer and is on its way back to the location that sent it, which will look at it. */
export async function expectTurnedBack(
  application: ReturnsApplication,
  data: EventPayload<'shipping.ParcelTurnedBack'>,
  by: Cause,
): Promise<void> {
  const { shipmentId, fulfillmentOrderId, orderId, number, locationId, owner, channel, lines, reason } = data;
  const order = await application.orders.facts(orderId, by.cause);
  if (order === null) return;
  const returnId = `back:${shipmentId}:${number}`;
  const turnedBack = { shipmentId, ...(fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId }) };
  const ref = { returnId, orderId };
  await open(application, returnId, by, [
    returnEvent('returns.ReturnRequested', {
      ...{ ...ref, number: application.newNumber(), method: 'CARRIER', owner, channel, turnedBack },
      locale: order.locale,
      lines: entriesOf(returnId, lines, reason),
      cost: { amountMinor: 0, currency: order.currency },
    }),
    returnEvent('returns.ReturnAuthorized', ref),
    returnEvent('returns.LabelIssued', { ...ref, shipmentId, locationId }),
    returnEvent('returns.ReturnInTransit', ref),
  ]);
}

/** The retailer calls units back that were found again: the customer gets a label, and it costs nothing. */
export async function callBack(
  application: ReturnsApplication,
  { orderId, returnId, lines, decision }: EventPayload<'orders.FoundDecided'>,
  by: Cause,
): Promise<void> {
  if (decision !== 'CALL_BACK' || returnId === undefined) return;
  const order = await application.orders.facts(orderId, by.cause);
  if (order === null) return;
  await open(application, returnId, by, [
    returnEvent('returns.ReturnRequested', {
      ...{ returnId, orderId, number: application.newNumber(), method: 'DROP_OFF', calledBack: true },
      ...{ owner: order.owner, channel: order.channel, locale: order.locale },
      lines: entriesOf(returnId, lines, 'TOO_LATE'),
      cost: { amountMinor: 0, currency: order.currency },
    }),
    returnEvent('returns.ReturnAuthorized', { returnId, orderId }),
  ]);
}
