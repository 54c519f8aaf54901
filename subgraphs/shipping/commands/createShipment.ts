import { codedError } from '../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Carriers } from '../carriers/carriers.ts';
import { existing } from '../domain/decide.ts';
import { refOf, unitsOf, type Shipment, type ShipmentEvent, type ShippedUnits } from '../domain/shipment.ts';
import type { Cause } from '../ports.ts';
import type { CarrierServiceDoc, ShippingModels } from '../store/models.ts';
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
}

export type CreateShipment = (input: NewShipment, by: Cause) => Promise<Shipment>;

export function createShipmentMaker(deps: {
  models: ShippingModels;
  journal: Journal;
  shipments: ShipmentAggregate;
  carriers: Carriers;
  newId: () => string;
}): CreateShipment {
  const { models, journal, shipments, carriers, newId } = deps;

  /** The shipment of a key, made now if there is none yet. */
  const claim = async (input: NewShipment, service: CarrierServiceDoc, by: Cause): Promise<string> => {
    const fingerprint = fingerprintOf({ ...input, key: undefined });
    const known = async (): Promise<string | undefined> => {
      const row = await models.ShipmentKey.findOne({ _id: input.key }).lean();
      if (row !== null && row.fingerprint !== fingerprint)
        throw codedError('IDEMPOTENCY_KEY_REUSED', 'This key has made another shipment; use a new key.');
      return row?.shipmentId;
    };
    const before = await known();
    if (before !== undefined) return before;
    requireFitting(input, service);
    const shipmentId = newId();
    try {
      await withTransaction(journal.connection, async (tx) => {
        const options = { session: tx.session };
        const { fulfillmentOrderId } = input;
        if (fulfillmentOrderId !== undefined) {
          const over = await models.CancelledWork.findOne({ _id: fulfillmentOrderId })
            .session(tx.session)
            .lean();
          if (over !== null)
            throw codedError(
              'CONFLICT',
              'This fulfillment order has been cancelled; nothing is to be shipped.',
            );
        }
        await models.ShipmentKey.create(
          [{ _id: input.key, shipmentId, fingerprint, at: journal.clock.nowMs() }],
          options,
        );
        const event = createdEvent(shipmentId, input, service);
        await runDecision(journal, shipments, { id: shipmentId, tx, ...by, decide: () => [event] });
      });
      return shipmentId;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await known()) ?? shipmentId;
    }
  };

  /** Buy the label. The carrier knows the shipment's id as key, so asking twice buys one. */
  const book = async (shipment: Shipment, by: Cause): Promise<Shipment> => {
    journal.crashpoint('shipment.beforeBooking');
    const { _id: id, serviceCode, isReturn, parcels } = shipment;
    const request = { shipmentId: id, serviceCode, isReturn, parcels };
    const booking = await carriers.of(shipment.carrier).createShipment(request, id);
    journal.crashpoint('shipment.afterBooking');
    const data = { carrierRef: booking.carrierRef, trackingCodes: [...booking.trackingCodes] };
    const { state } = await runDecision(journal, shipments, {
      ...{ id, ...by },
      decide: (found): ShipmentEvent[] => {
        const now = existing(found);
        if (now.carrierRef !== undefined) return [];
        return [{ type: 'shipping.LabelPurchased', data: { ...refOf(now), ...data } }];
      },
    });
    return existing(state);
  };

  return async (input, by) => {
    const service = (await models.CarrierService.findOne({
      _id: input.serviceCode,
    }).lean()) as CarrierServiceDoc | null;
    if (service === null)
      throw codedError('BAD_USER_INPUT', `There is no carrier service ${input.serviceCode}.`, {
        field: 'serviceCode',
      });
    const id = await journal.exclusive(`key:${input.key}`, () => claim(input, service, by));
    const shipment = existing(
      ((await models.Shipment.findOne({ _id: id }).lean()) as Shipment | null) ?? undefined,
    );
    return shipment.carrierRef === undefined ? book(shipment, by) : shipment;
  };
}

function createdEvent(shipmentId: string, input: NewShipment, service: CarrierServiceDoc): ShipmentEvent {
  const { key: _key, parcels, ...rest } = input;
  const copies = parcels.map((parcel) => ({ ...parcel, lines: parcel.lines.map((line) => ({ ...line })) }));
  const data = {
    ...{ shipmentId, ...rest, carrier: service.carrier, isReturn: input.returnId !== undefined },
    ...{ lines: unitsOf(parcels), parcels: copies },
  };
  return { type: 'shipping.ShipmentCreated', data };
}

/** Is this something the service carries? */
function requireFitting({ parcels }: NewShipment, service: CarrierServiceDoc): void {
  if (parcels.length === 0 || parcels.length > 100)
    throw codedError('BAD_USER_INPUT', 'A shipment has 1 to 100 parcels.', { field: 'parcels' });
  if (new Set(parcels.map((parcel) => parcel.number)).size !== parcels.length)
    throw codedError('BAD_USER_INPUT', 'Each parcel has a number of its own.', { field: 'number' });
  for (const { number, weightGrams, lines } of parcels) {
    if (!Number.isInteger(weightGrams) || weightGrams < 1 || weightGrams > service.maxWeightGrams)
      throw codedError(
        'BAD_USER_INPUT',
        `Parcel ${number} weighs ${weightGrams} g; ${service._id} carries 1 to ${service.maxWeightGrams} g.`,
        { field: 'weightGrams' },
      );
    if (lines.length === 0)
      throw codedError('BAD_USER_INPUT', `Parcel ${number} is empty.`, { field: 'lines' });
    for (const line of lines) requireQuantity(line.quantity);
  }
}
