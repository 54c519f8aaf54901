import { codedError } from '../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Carriers } from '../carriers/carriers.ts';
import { existing, legEvents } from '../domain/decide.ts';
import {
  ownRef,
  refOf,
  unitsOf,
  type Shipment,
  type ShipmentEvent,
  type ShippedUnits,
} from '../domain/shipment.ts';
import type { Cause } from '../ports.ts';
import type { CarrierServiceDoc, ShippingModels } from '../store/models.ts';
import { expectedLegs } from './expectedLegs.ts';
import type { ShipmentAggregate } from './shipmentAggregate.ts';

/** A shipment to create, to or from the customer. */
export interface NewShipment {
  /** Repeating it gives the first outcome; with other input it is refused. */
  readonly key: string;
  readonly orderId: string;
  readonly fulfillmentOrderId?: string;
  readonly returnId?: string;
  readonly locationId: string;
  /** Store it goes to, where the customer collects. */
  readonly collectAtId?: string;
  readonly serviceCode: string;
  readonly owner: string;
  readonly channel: string;
  readonly parcels: readonly { number: number; weightGrams: number; lines: readonly ShippedUnits[] }[];
  readonly promisedLatestAtMs?: number;
  /** The sender's own carrier, and the code of each parcel: no label is bought. */
  readonly own?: { readonly carrier: string; readonly trackingCodes: readonly string[] };
}

export type CreateShipment = (input: NewShipment, by: Cause) => Promise<Shipment>;

interface Parts {
  readonly models: ShippingModels;
  readonly journal: Journal;
  readonly shipments: ShipmentAggregate;
  readonly carriers: Carriers;
  readonly newId: () => string;
}

/** Creates shipments: claims the key, then books with the carrier. Whoever repeats it goes on where it stopped. */
export const createShipmentMaker =
  (parts: Parts): CreateShipment =>
  async (input, by) => {
    const { models, journal } = parts;
    const service = await models.CarrierService.findOne({ _id: input.serviceCode }).lean<CarrierServiceDoc>();
    if (service === null)
      throw codedError('BAD_USER_INPUT', `There is no carrier service ${input.serviceCode}.`, {
        field: 'serviceCode',
      });
    const id = await journal.exclusive(`key:${input.key}`, () => claim(parts, input, service, by));
    const shipment = existing((await models.Shipment.findOne({ _id: id }).lean<Shipment>()) ?? undefined);
    return shipment.carrierRef === undefined ? book(parts, shipment, by, input.own) : shipment;
  };

/** The shipment of a key, made now if there is none yet. */
async function claim(
  parts: Parts,
  input: NewShipment,
  service: CarrierServiceDoc,
  by: Cause,
): Promise<string> {
  const fingerprint = fingerprintOf({ ...input, key: undefined });
  const before = await knownShipment(parts, input.key, fingerprint);
  if (before !== undefined) return before;
  requireFitting(input, service);
  const shipmentId = parts.newId();
  try {
    await withTransaction(parts.journal.connection, (tx) =>
      write(parts, { shipmentId, fingerprint, input, service, by }, tx),
    );
    return shipmentId;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await knownShipment(parts, input.key, fingerprint)) ?? shipmentId;
  }
}

async function knownShipment(
  { models }: Parts,
  key: string,
  fingerprint: string,
): Promise<string | undefined> {
  const row = await models.ShipmentKey.findOne({ _id: key }).lean();
  if (row !== null && row.fingerprint !== fingerprint)
    throw codedError('IDEMPOTENCY_KEY_REUSED', 'This key has made another shipment; use a new key.');
  return row?.shipmentId;
}

interface Claim {
  readonly shipmentId: string;
  readonly fingerprint: string;
  readonly input: NewShipment;
  readonly service: CarrierServiceDoc;
  readonly by: Cause;
}

async function write(
  { models, journal, shipments }: Parts,
  { shipmentId, fingerprint, input, service, by }: Claim,
  tx: Tx,
): Promise<void> {
  const { fulfillmentOrderId, returnId, key } = input;
  const of = fulfillmentOrderId ?? returnId;
  const over =
    of === undefined ? null : await models.CancelledWork.findOne({ _id: of }).session(tx.session).lean();
  if (over !== null)
    throw codedError('CONFLICT', 'This work or return has been cancelled; nothing is to be shipped.');
  const row = { _id: key, shipmentId, fingerprint, at: journal.clock.nowMs() };
  await models.ShipmentKey.create([row], { session: tx.session });
  const event = createdEvent(shipmentId, input, service);
  await runDecision(journal, shipments, { id: shipmentId, tx, ...by, decide: () => [event] });
}

/** Buy the label. The carrier knows the shipment's id as key, so asking twice buys one. */
async function book(
  { models, journal, carriers, shipments }: Parts,
  shipment: Shipment,
  by: Cause,
  own: NewShipment['own'],
): Promise<Shipment> {
  journal.crashpoint('shipment.beforeBooking');
  const { _id: id, serviceCode, isReturn, parcels } = shipment;
  const request = { shipmentId: id, serviceCode, isReturn, parcels };
  const booking =
    own === undefined
      ? await carriers.of(shipment.carrier).createShipment(request, id)
      : { carrierRef: ownRef(id), trackingCodes: own.trackingCodes, legs: [] };
  journal.crashpoint('shipment.afterBooking');
  const legs = await expectedLegs(models, shipment, booking.legs ?? [], journal.clock.nowMs());
  const data = { carrierRef: booking.carrierRef, trackingCodes: [...booking.trackingCodes] };
  const { state } = await runDecision(journal, shipments, {
    ...{ id, ...by },
    decide: (found): ShipmentEvent[] => {
      const now = existing(found);
      if (now.carrierRef !== undefined) return [];
      return [
        { type: 'shipping.LabelPurchased', data: { ...refOf(now), ...data } },
        ...legs.flatMap((leg) => legEvents(now, leg)),
      ];
    },
  });
  return existing(state);
}

function createdEvent(shipmentId: string, input: NewShipment, service: CarrierServiceDoc): ShipmentEvent {
  const { key: _key, parcels, own, ...rest } = input;
  const copies = parcels.map((parcel) => ({ ...parcel, lines: parcel.lines.map((line) => ({ ...line })) }));
  const data = {
    ...{
      shipmentId,
      ...rest,
      carrier: own?.carrier ?? service.carrier,
      isReturn: input.returnId !== undefined,
    },
    ...{ lines: unitsOf(parcels), parcels: copies },
  };
  return { type: 'shipping.ShipmentCreated', data };
}

/** Most parcels of one shipment. */
const maxParcels = 1_000;

/** Is this something the service carries? */
function requireFitting({ parcels, own }: NewShipment, service: CarrierServiceDoc): void {
  if (own !== undefined && own.trackingCodes.length !== parcels.length)
    throw codedError('BAD_USER_INPUT', 'Each parcel has a tracking code.', { field: 'trackingCodes' });
  // What the sender's own carrier takes is the sender's matter.
  const most = own === undefined ? service.maxWeightGrams : 1_000_000;
  if (parcels.length === 0 || parcels.length > maxParcels)
    throw codedError('BAD_USER_INPUT', `A shipment has 1 to ${maxParcels} parcels.`, { field: 'parcels' });
  if (new Set(parcels.map((parcel) => parcel.number)).size !== parcels.length)
    throw codedError('BAD_USER_INPUT', 'Each parcel has a number of its own.', { field: 'number' });
  for (const { number, weightGrams, lines } of parcels) {
    if (!Number.isInteger(weightGrams) || weightGrams < 1 || weightGrams > most)
      throw codedError(
        'BAD_USER_INPUT',
        `Parcel ${number} weighs ${weightGrams} g; ${service._id} carries 1 to ${most} g.`,
        { field: 'weightGrams' },
      );
    if (lines.length === 0)
      throw codedError('BAD_USER_INPUT', `Parcel ${number} is empty.`, { field: 'lines' });
    for (const line of lines) requireQuantity(line.quantity);
  }
}
