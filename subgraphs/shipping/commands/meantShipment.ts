import { notFound } from '../../../platform/errors/codedError.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { partnersEventId, type CarrierReport } from '../domain/decide.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { ShippingModels } from '../store/models.ts';

/** A carrier's clock may be behind ours by this much when it first reports a parcel. */
const slackMs = 24 * 3_600_000;

/** What is needed of a report to say which shipment it is about; what has no milestone says of no movement. */
type Asked = Pick<CarrierReport, 'trackingCode' | 'occurredAtMs' | 'eventId'> &
  Partial<Pick<CarrierReport, 'milestone'>>;

/** Which shipment a report is about, and the code its parcel has there with the carrier of the shipment. */
export interface Meant {
  readonly id: string;
  readonly createdAtMs: number;
  readonly trackingCode: string;
}

/**
 * Carriers use codes again, so the newest shipment that had it when the report happened is meant. A parcel that had
 * arrived by then is on its way back: the report is the return's, whether that has the same code or one of its own.
 * NOT_FOUND when no shipment has the code: the carrier may try again.
 */
export async function meantShipment(models: ShippingModels, carrier: string, report: Asked): Promise<Meant> {
  const { trackingCode, occurredAtMs, eventId } = report;
  const found = await models.Shipment.find(
    trusted({
      $or: [
        { carrier, 'parcels.trackingCode': trackingCode },
        { legs: { $elemMatch: { carrier, trackingCode } } },
      ],
    }),
  )
    .sort({ createdAtMs: -1 })
    .limit(20)
    .lean<Shipment[]>();
  const isOver = (each: Shipment): boolean => hadArrived(each, carrier, report);
  const ids: readonly string[] = [eventId, partnersEventId(carrier, eventId)];
  const known = found.find((each) => each.trackingEvents.some((event) => ids.includes(event.eventId)));
  const hadIt = found.find((each) => each.createdAtMs <= occurredAtMs && !isOver(each));
  const soon = found.find((each) => each.createdAtMs <= occurredAtMs + slackMs && !isOver(each));
  const meant =
    known ??
    hadIt ??
    soon ??
    found.find((each) => each.createdAtMs <= occurredAtMs + slackMs) ??
    found.at(-1);
  if (meant === undefined) throw notFound('parcel');
  const code = codeOf(meant, carrier, trackingCode);
  const ours = { ...report, trackingCode: code };
  const back = known === undefined && isOver(meant) ? await wayBackOf(models, meant, ours) : null;
  return back ?? { id: meant._id, createdAtMs: meant.createdAtMs, trackingCode: code };
}

/** Code of our parcel that has this code with this carrier: its own, or of the parcel that a partner has under it. */
function codeOf({ carrier: own, parcels, legs = [] }: Shipment, carrier: string, code: string): string {
  if (own === carrier && parcels.some(({ trackingCode }) => trackingCode === code)) return code;
  const leg = legs.find((each) => each.carrier === carrier && each.trackingCode === code);
  return leg?.parcelCode ?? parcels[0]?.trackingCode ?? code;
}

/** Had this parcel arrived before what is reported, or is the shipment void? */
function hadArrived(shipment: Shipment, carrier: string, report: Asked): boolean {
  const code = codeOf(shipment, carrier, report.trackingCode);
  const parcel = shipment.parcels.find((each) => each.trackingCode === code);
  return shipment.milestone === 'CANCELLED' || (parcel?.deliveredAtMs ?? Infinity) < report.occurredAtMs;
}

/** Reports that a parcel moves again after it has arrived. */
const moving: ReadonlySet<CarrierReport['milestone']> = new Set([
  'HANDED_OVER',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
]);

/** The return, with a label of its own, for which the customer used the parcel's old one. */
async function wayBackOf(
  { Shipment: model }: ShippingModels,
  { carrier, orderId, isReturn, parcels }: Shipment,
  report: Asked,
): Promise<Meant | null> {
  if (isReturn || report.milestone === undefined || !moving.has(report.milestone)) return null;
  const sent = parcels.find(({ trackingCode }) => trackingCode === report.trackingCode);
  const lineIds = new Set(sent?.lines.map(({ lineId }) => lineId));
  const open = await model
    .find({ orderId, carrier, isReturn: true, milestone: 'LABEL_PURCHASED' })
    .sort({ createdAtMs: 1 })
    .lean<Shipment[]>();
  for (const { _id: id, createdAtMs, parcels: back } of open) {
    const parcel = back.find(({ lines }) => lines.some(({ lineId }) => lineIds.has(lineId)));
    if (parcel !== undefined) return { id, createdAtMs, trackingCode: parcel.trackingCode };
  }
  return null;
}
