import { eventTypes } from '../../schema/events/registry.ts';
import type { LedgerEvent } from '../../subgraphs/orders/domain/ledger/events.ts';

/** By which event of a life an event of a journal is lived, or why no life has it. */
export type Sign = ((event: LedgerEvent) => boolean) | { readonly no: string };

const is =
  (...types: readonly LedgerEvent['type'][]): Sign =>
  (event) =>
    types.includes(event.type);
const no = (reason: string): Sign => ({ no: reason });

const words = no('tells somebody something; neither a unit nor money moves');
const step = no('a step inside a location or a carrier; the order hears of its outcome');
const derived = no('follows from other events of the same life, which are checked');
const person = no('a record about people; no unit and no money');

/** Every event of these journals. A new one needs a row here: it is lived, or a reason says why not. */
export const signs: Readonly<Record<string, Sign>> = {
  'orders.OrderPlaced': is('Placed'),
  'orders.OrderConfirmed': is('Confirmed'),
  'orders.UnitsAdded': is('UnitsAdded'),
  'orders.CollectorAllowed': person,
  'orders.HoldReleased': derived,
  'orders.HoldRejected': derived,
  'orders.OrderHeld': (event) => event.type === 'MeansAdded' && event.data.means.state === 'PENDING',
  'orders.CancelAsked': is('CancelAsked'),
  'orders.CancelRefused': is('CancelRefused'),
  'orders.LinesCancelled': is('Cancelled'),
  'orders.LinesReleased': is('Released'),
  'orders.LinesArrived': is('ReceiptArrived'),
  'orders.LinesRerouted': is('Rerouted'),
  'orders.LinesPicked': is('Picked'),
  'orders.LinesPacked': is('Packed'),
  'orders.LinesShipped': is('Shipped'),
  'orders.LinesReadyToCollect': is('ReadyToCollect'),
  'orders.CollectionReminded': words,
  'orders.LinesDelivered': is('Delivered'),
  'orders.LinesWrittenOff': is('Lost'),
  'orders.LinesCameBack': is('CameBack'),
  'orders.ReshipAsked': is('ReshipAsked'),
  'orders.UnitsReshipped': is('Reshipped'),
  'orders.ReshipRefused': is('ReshipRefused'),
  'orders.DeliveryAtRisk': words,
  'orders.FoundDecided': is('FoundDecided'),
  'orders.ReturnRequested': is('ReturnRequested'),
  'orders.ReturnWithdrawn': is('ReturnClosed'),
  'orders.ReturnArrived': step,
  'orders.LinesReturned': is('Returned'),
  'orders.ReturnRefused': is('ReturnClosed'),
  'orders.ParcelMoved': words,
  'orders.OrderRepromised': words,
  'orders.PaymentChanged': is('MovementAnswered'),
  'orders.PaymentRecorded': is('PaymentReceived'),
  'orders.PaymentDue': words,
  'orders.GoodwillGranted': (event) => event.type === 'MovementAsked' && event.data.goodwill === true,
  'orders.RefundGranted': is('RefundGranted'),
  'orders.DeliveryGivenBack': is('DeliveryGivenBack'),
  'orders.CreditMoved': is('CreditMoved'),
  'orders.MoneyEscalated': is('Escalated'),
  'orders.OrderDelivered': derived,
  'orders.MoneyGivenBack': derived,
  'orders.RefundDone': derived,
  'orders.ChangeAsked': is('CancelAsked'),
  'orders.LinesRecalled': (event) => event.type === 'Rerouted' && event.data.askId !== undefined,
  'orders.OrderReplanned': is('Resourced'),
  'orders.ChangeUndone': is('CancelRefused'),
  'orders.AddressChanged': person,
  'orders.AuthorizationLapsed': is('MeansLapsed'),
  'orders.ChannelSaved': no('what a channel is; no part of one order'),
  'orders.CustomerErased': person,
  'orders.CustomerExported': person,
  'orders.SettingsChanged': no('what the retailer decides about orders is no part of one order'),

  'fulfillment.LocationChanged': no('what a location is; no part of one order'),
  'fulfillment.CapacityUsed': no('counts of a location over all orders'),
  'fulfillment.FulfillmentOrderCreated': is('Released'),
  'fulfillment.Accepted': step,
  'fulfillment.UnitsArrived': is('ReceiptArrived'),
  'fulfillment.WorkRescheduled': step,
  'fulfillment.UnitsSetAside': no(
    'lives have no goods made to order; test/subgraphs/madeUnits counts what is begun',
  ),
  'fulfillment.Rejected': is('Rerouted'),
  'fulfillment.Expired': is('Rerouted'),
  'fulfillment.Held': step,
  'fulfillment.Resumed': step,
  'fulfillment.PickingStarted': step,
  'fulfillment.Picked': is('Picked'),
  'fulfillment.Packed': is('Packed'),
  'fulfillment.Labelled': step,
  'fulfillment.LabelVoided': step,
  'fulfillment.Unpicked': step,
  'fulfillment.UnitsFailed': is('Rerouted'),
  'fulfillment.HandedOver': (event) => event.type === 'Shipped' && event.data.waiting !== true,
  'fulfillment.ReadyForCollection': (event) => event.type === 'Shipped' && event.data.waiting === true,
  'fulfillment.CollectionReminded': words,
  'fulfillment.CollectionExpired': is('Recalled'),
  'fulfillment.Collected': (event) => event.type === 'Delivered' && event.data.more === true,
  'fulfillment.LinesCancelled': (event) => event.type === 'Cancelled' && event.data.workId !== undefined,
  'fulfillment.HandOverStopped': step,
  'fulfillment.HandOverResumed': step,
  'fulfillment.CancelReceived': is('CancelAsked'),
  'fulfillment.CancelProgressed': (event) => event.type === 'Cancelled' && event.data.askId !== undefined,
  'fulfillment.CancelAnswered': is('CancelRefused'),
  'fulfillment.Rerouted': is('Rerouted'),
  'fulfillment.Unfulfillable': (event) => event.type === 'Cancelled' && event.data.fault === true,
  'fulfillment.StockDiscrepancy': no('a count of the catalogue; lives adjust their stock without an event'),
  'fulfillment.ResourcingStarted': step,
  'fulfillment.ResourcingDecided': step,
  'fulfillment.ResourcingNarrowed': step,
  'fulfillment.ResourcingCancelled': step,
  'fulfillment.ResourcingEnded': step,
  'fulfillment.PurchaseOrderRaised': words,
  'fulfillment.UnitsDeclined': is('Rerouted'),
  'fulfillment.OwnCarrierNamed': step,
  'fulfillment.OfferedToMore': step,
  'fulfillment.ClaimedElsewhere': is('Rerouted'),
  'fulfillment.MakingStarted': step,
  'fulfillment.MakingFinished': step,
  'fulfillment.SupplyCostsSet': no('what a supplier asks for; no part of one order'),
  'fulfillment.PickBatchStarted': step,
  'fulfillment.PickScanned': step,
  'fulfillment.PickBatchEnded': step,
  'fulfillment.BinsSet': no('where goods lie in a location; no part of one order'),
  'fulfillment.ManifestClosed': step,
  'fulfillment.LocationThrottled': no('how much a location takes on; no part of one order'),
  'fulfillment.LocationIntakeChanged': no('how much a location takes on; no part of one order'),
  'fulfillment.SettingsChanged': no('what the retailer decides about work is no part of one order'),

  'returns.ExchangePaymentAsked': no('asks for money; what is paid is an event of its own'),
  'returns.ReturnRequested': is('ReturnRequested'),
  'returns.ReturnAuthorized': step,
  'returns.LabelIssued': step,
  'returns.ReturnInTransit': step,
  'returns.ReturnReceived': step,
  'returns.ReturnInspected': is('Returned'),
  'returns.RefundRequested': is('RefundGranted'),
  'returns.ReturnPartlyRefunded': derived,
  'returns.ReturnRefunded': derived,
  'returns.ExchangeMade': (event) => event.type === 'UnitsAdded' && event.data.causeId.startsWith('exchange'),
  'returns.ExchangeRefused': words,
  'returns.ReturnLost': (event) => event.type === 'RefundGranted' && event.data.early === true,
  'returns.ReturnRejected': is('ReturnClosed'),
  'returns.ReturnCancelled': is('ReturnClosed'),
  'returns.SettingsChanged': no('what the retailer decides about returns is no part of one order'),
};

/** Events of the journals that tell what happened to an order. */
export const livedEvents = Object.keys(eventTypes).filter((name) =>
  /^(orders|fulfillment|returns)\./.test(name),
);

/** Events of the journals that none of these lives had, although they could. */
export function unlived(logs: Iterable<readonly LedgerEvent[]>): string[] {
  const open = new Map<string, (event: LedgerEvent) => boolean>();
  for (const name of livedEvents) {
    const sign = signs[name];
    if (typeof sign === 'function') open.set(name, sign);
  }
  for (const log of logs)
    for (const event of log) for (const [name, sign] of open) if (sign(event)) open.delete(name);
  return [...open.keys()];
}
