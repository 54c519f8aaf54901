import { digitsOf } from '@promesse/geography/currencies';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderEventName } from './order.ts';

const unitsIn = (lines: readonly { readonly quantity: number }[]): string => {
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return units === 1 ? '1 unit' : `${units} units`;
};

/** Who ordered for the customer: nothing when they did it themselves. */
function placedWords(
  placedBy: EventPayload<'orders.OrderPlaced'>['placedBy'],
  soldBy: EventPayload<'orders.OrderPlaced'>['soldBy'],
): string {
  if (soldBy !== undefined) return `, sold in the store ${soldBy.locationId}`;
  if (placedBy === undefined) return '';
  const reason = placedBy.reason === undefined ? '' : `: ${placedBy.reason}`;
  return ` by our service for the customer${reason}`;
}

type Summaries = { readonly [N in OrderEventName]: (data: EventPayload<N>) => string };

const paymentWords = {
  AUTHORIZATION: 'Authorisation',
  CHARGE: 'Charge',
  REFUND: 'Refund',
  VOID: 'Release of funds',
};
/** Orders of before may be in a currency that is none. */
const digitsIn = (currency: string): number => digitsOf(currency) ?? 2;
const money = ({ amountMinor, currency }: { amountMinor: number; currency: string }): string =>
  `${(amountMinor / 10 ** digitsIn(currency)).toFixed(digitsIn(currency))} ${currency}`;

const refusalWords = {
  LEFT: 'they had left or been collected',
  WITH_CARRIER: 'the carrier has them already',
  LOCATION: 'the location could not stop them',
};

const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);

const undoneWords = {
  LEFT: 'units had left',
  OUT_OF_STOCK: 'units for the new way had just been sold',
};

const addressWords = {
  RECIPIENT: 'Recipient',
  STREET: 'Street',
  PLACE: 'Place',
  INSTRUCTIONS: 'Instructions for the carrier',
};

const foundWords = {
  PAY: 'they are kept and paid',
  KEEP: 'they may be kept',
  CALL_BACK: 'they are called back',
};

/** One sentence for each event of an order, without personal data. */
const summaries: Summaries = {
  'orders.OrderPlaced': ({ number, lines, placedBy, soldBy }) =>
    `Order ${number} placed with ${unitsIn(lines)}${placedWords(placedBy, soldBy)}.`,
  'orders.OrderConfirmed': ({ shipments }) =>
    `Confirmed; ${shipments.length === 1 ? 'one location works' : `${shipments.length} locations work`} on it.`,
  'orders.UnitsAdded': ({ lines, returnId, reason }) =>
    `${unitsIn(lines)} added${returnId === undefined ? '' : ' in exchange'}${because(reason)}.`,
  'orders.ChangeAsked': ({ lines }) => `Another way of delivery for ${unitsIn(lines)} asked for.`,
  'orders.LinesRecalled': ({ lines }) => `${unitsIn(lines)} taken back from the location for the change.`,
  'orders.OrderReplanned': ({ promise: { title, latestAtMs }, reason }) =>
    `Changed to ${title}, until ${new Date(latestAtMs).toISOString()} at the latest${because(reason)}.`,
  'orders.ChangeUndone': ({ reason }) => `The change was not possible any more: ${undoneWords[reason]}.`,
  'orders.AddressChanged': ({ what, reason }) =>
    `${what.map((part) => addressWords[part]).join(', ')} changed${because(reason)}.`,
  'orders.CollectorAllowed': () => 'Somebody else may collect it, too.',
  'orders.HoldReleased': ({ reason }) => `The hold was lifted: ${reason}.`,
  'orders.HoldRejected': ({ reason }) => `The hold ended the order: ${reason}.`,
  'orders.OrderHeld': ({ reason }) => `On hold: ${reason}.`,
  'orders.CancelAsked': ({ lines }) => `Cancellation of ${unitsIn(lines)} asked for.`,
  'orders.CancelRefused': ({ lines, reason, change }) =>
    `${unitsIn(lines)} could not be ${change === true ? 'sent another way' : 'cancelled'}: ${refusalWords[reason]}.`,
  'orders.LinesCancelled': ({ lines, by, reason }) =>
    by === 'NOT_COLLECTED'
      ? `${unitsIn(lines)} cancelled: ${reason}.`
      : `${unitsIn(lines)} cancelled by ${by.toLowerCase()}: ${reason}.`,
  'orders.LinesReleased': ({ lines }) => `${unitsIn(lines)} given to a location.`,
  'orders.LinesArrived': ({ lines }) => `${unitsIn(lines)} have come in.`,
  'orders.LinesRerouted': ({ lines }) => `${unitsIn(lines)} moved to another location.`,
  'orders.LinesPicked': ({ lines }) => `${unitsIn(lines)} picked.`,
  'orders.LinesPacked': ({ lines }) => `${unitsIn(lines)} packed.`,
  'orders.LinesShipped': ({ lines, collection, forwarded }) =>
    `${unitsIn(lines)} ${collection ? 'ready to collect' : forwarded === true ? 'on the way to the store' : 'handed to the carrier'}.`,
  'orders.LinesReadyToCollect': ({ lines }) => `${unitsIn(lines)} ready to collect.`,
  'orders.CollectionReminded': ({ lines, collectByMs }) =>
    `Reminder: ${unitsIn(lines)} to collect until ${new Date(collectByMs).toISOString()}.`,
  'orders.LinesDelivered': ({ lines, collection }) =>
    `${unitsIn(lines)} ${collection ? 'collected' : 'delivered'}.`,
  'orders.LinesWrittenOff': ({ lines }) => `${unitsIn(lines)} lost on the way.`,
  'orders.LinesCameBack': ({ lines }) =>
    `${unitsIn(lines)} could not be delivered and ${lines.length === 1 && lines[0]?.quantity === 1 ? 'is' : 'are'} back with us.`,
  'orders.DeliveryAtRisk': ({ expectedAtMs }) =>
    `The carrier expects to deliver on ${new Date(expectedAtMs).toISOString()}, later than promised.`,
  'orders.FoundDecided': ({ lines, decision }) =>
    `${unitsIn(lines)} turned up again: ${foundWords[decision]}.`,
  'orders.ReturnRequested': ({ lines }) => `Return of ${unitsIn(lines)} requested.`,
  'orders.ReturnWithdrawn': ({ lines }) => `Return of ${unitsIn(lines)} withdrawn.`,
  'orders.ReturnArrived': ({ lines }) => `${unitsIn(lines)} came back.`,
  'orders.LinesReturned': ({ lines }) => `The return of ${unitsIn(lines)} was accepted.`,
  'orders.ReturnRefused': ({ lines }) => `The return of ${unitsIn(lines)} was not accepted.`,
  'orders.ParcelMoved': ({ text }) => text,
  'orders.OrderRepromised': ({ latestAtMs, reason }) =>
    `New latest delivery ${new Date(latestAtMs).toISOString()}: ${reason}.`,
  'orders.PaymentChanged': ({ kind, state, amount }) =>
    `${paymentWords[kind]} of ${money(amount)} ${state.toLowerCase()}.`,
  'orders.AuthorizationLapsed': ({ amount }) =>
    `${money(amount)} that had been set aside is not held any more.`,
  'orders.PaymentRecorded': ({ amount, method }) =>
    `${money(amount)} paid ${method === 'INVOICE' ? 'for the invoice' : 'in the store'}.`,
  'orders.PaymentDue': ({ amount, method }) =>
    `${money(amount)} to be paid ${method === 'INVOICE' ? 'on invoice' : 'in the store'}.`,
  'orders.GoodwillGranted': ({ amount, delivery, reason }) =>
    `${money(amount)} given back${delivery === true ? ' of the delivery' : ''}: ${reason}.`,
  'orders.RefundGranted': () => 'The money of a return goes back.',
  'orders.DeliveryGivenBack': () => 'The price of the delivery goes back.',
  'orders.CreditMoved': ({ amount }) => `${money(amount)} of a return paid for something else.`,
  'orders.MoneyEscalated': ({ kind, amount }) =>
    `${paymentWords[kind]} of ${money(amount)} needs somebody's attention.`,
  'orders.OrderDelivered': ({ deliveredAtMs, readyAtMs, promisedLatestAtMs }) =>
    `Everything has ${readyAtMs === undefined ? 'arrived' : 'been collected; it was ready'}, ${(readyAtMs ?? deliveredAtMs) <= promisedLatestAtMs ? 'as promised' : 'later than promised'}.`,
  'orders.RefundDone': ({ amount }) => `${money(amount)} refunded for a return.`,
};

/** The sentence for an event as it stands in the journal. */
export function summaryOf(type: string, data: unknown): string {
  const summary = summaries[type as OrderEventName] as ((data: unknown) => string) | undefined;
  return summary === undefined ? type : summary(data);
}
