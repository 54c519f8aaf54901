import { codedError } from '../../../platform/errors/codedError.ts';
import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import type { ParsedWebhook } from '../carriers/carrierAdapter.ts';
import type { Carriers } from '../carriers/carriers.ts';
import { boundedReport } from '../domain/bounds.ts';
import { decideReport, existing, partnersEventId, type CarrierReport } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { isOwn, type Shipment, type ShipmentEvent } from '../domain/shipment.ts';
import { withKeptUntil } from '../domain/pickupPoint.ts';
import type { ShippingSettings } from '../domain/settings.ts';
import { decideUnknown, type UnknownNumber } from '../domain/unknownNumber.ts';
import type { Cause } from '../ports.ts';
import type { ShippingModels } from '../store/models.ts';
import { meantShipment } from './meantShipment.ts';
import type { ShipmentAggregate } from './shipmentAggregate.ts';

/** Takes in what carriers report. */
export interface Tracking {
  /** Apply a verified webhook once. NOT_FOUND when no shipment has its tracking code: the carrier may try again. */
  apply(carrier: string, webhook: ParsedWebhook): Promise<{ applied: number; duplicate: boolean }>;
  /** A report of somebody who knows what a supplier's own carrier does not tell us; once per event id. */
  report(shipment: Shipment, report: CarrierReport, by: Cause): Promise<Shipment>;
  /** Ask the carrier for everything it knows. CARRIER_NOT_CONNECTED for a supplier's own. */
  poll(shipment: Shipment, by: Cause): Promise<Shipment>;
}

interface Parts {
  readonly models: ShippingModels;
  readonly journal: Journal;
  readonly shipments: ShipmentAggregate;
  readonly carriers: Carriers;
  readonly settings: Settings<ShippingSettings>;
}

/** What was heard of one shipment: reports of its parcels, and numbers of it that the carrier does not know. */
interface Heard {
  readonly reports: readonly CarrierReport[];
  readonly unknown?: readonly UnknownNumber[];
}

export const createTracking = (parts: Parts): Tracking => ({
  apply: (carrier, webhook) => apply(parts, carrier, webhook),
  report: ({ _id: id, createdAtMs }, report, by) => {
    const reports = [boundedReport(report, { createdAtMs, nowMs: parts.journal.clock.nowMs() })];
    return alone(parts, [id], () =>
      withTransaction(
        parts.journal.connection,
        async (tx) => (await record(parts, tx, id, { reports, by })).shipment,
      ),
    );
  },
  poll: async (shipment, by) => {
    const { _id: id, carrier, carrierRef, parcels, createdAtMs } = shipment;
    if (isOwn({ carrierRef }))
      throw codedError('CARRIER_NOT_CONNECTED', `${carrier} is a supplier's own carrier; say how far it is.`);
    const codes = new Set(parcels.map((parcel) => parcel.trackingCode));
    const reports = carrierRef === undefined ? [] : await parts.carriers.of(carrier).track(carrierRef);
    const unknown = await unknownOf(parts, shipment);
    const own = [...reports, ...(await partnersReports(parts, shipment))]
      .filter((report) => codes.has(report.trackingCode))
      .map((report) => possible(parts, carrier, report, createdAtMs));
    return alone(parts, [id], () =>
      withTransaction(
        parts.journal.connection,
        async (tx) => (await record(parts, tx, id, { reports: own, unknown, by })).shipment,
      ),
    );
  },
});

/** Which of its numbers the carrier says it does not know, when it is asked. */
async function unknownOf(
  { carriers, journal }: Parts,
  { carrier, carrierRef, parcels }: Shipment,
): Promise<UnknownNumber[]> {
  if (carrierRef === undefined) return [];
  const codes = parcels.map(({ trackingCode }) => trackingCode);
  const unknown = (await carriers.of(carrier).unknownCodes?.(carrierRef, codes)) ?? [];
  const occurredAtMs = journal.clock.nowMs();
  return unknown.map((trackingCode) => ({ eventId: `asked:${trackingCode}`, trackingCode, occurredAtMs }));
}

/** A report of whoever has the parcel under a code of its own. */
const byPartner = (report: CarrierReport, carrier: string, codeThere: string): CarrierReport => ({
  ...report,
  ...{ eventId: partnersEventId(carrier, report.eventId), by: carrier, codeThere },
});

/** What partners know of the parcels they have, under the codes of the shipment. */
async function partnersReports({ carriers }: Parts, { legs = [] }: Shipment): Promise<CarrierReport[]> {
  const asked = legs.map(async ({ carrier, trackingCode, parcelCode }) => {
    if (trackingCode === undefined || parcelCode === undefined || !carriers.has(carrier)) return [];
    const reports = (await carriers.of(carrier).trackCode?.(trackingCode)) ?? [];
    return reports.map((report) => byPartner({ ...report, trackingCode: parcelCode }, carrier, trackingCode));
  });
  return (await Promise.all(asked)).flat();
}

/** The report with an instant that can be; a simulated carrier may tell of what lies ahead. */
const possible = (
  { carriers, journal }: Parts,
  carrier: string,
  report: CarrierReport,
  createdAtMs: number,
): CarrierReport =>
  carriers.of(carrier).foretells?.(report) === true
    ? report
    : boundedReport(report, { createdAtMs, nowMs: journal.clock.nowMs() });

const alone = <T>({ journal }: Parts, ids: readonly string[], task: () => Promise<T>): Promise<T> =>
  exclusiveAll(
    journal,
    ids.map((id) => `shipment:${id}`),
    task,
  );

async function record(
  { journal, shipments, settings }: Parts,
  tx: Tx,
  id: string,
  { reports, unknown = [], by }: Heard & { readonly by: Cause },
) {
  const { state, events } = await runDecision(journal, shipments, {
    ...{ id, tx, ...by },
    decide: (found) => {
      const decisions: ShipmentEvent[] = [];
      let now = existing(found);
      const nowMs = journal.clock.nowMs();
      const take = (decided: readonly ShipmentEvent[]): void => {
        for (const event of decided) now = evolve(now, event, nowMs);
        decisions.push(...decided);
      };
      for (const report of reports)
        take(decideReport(now, withKeptUntil(report, now.serviceCode, settings.current()), nowMs));
      for (const number of unknown) take(decideUnknown(now, number, nowMs));
      return decisions;
    },
  });
  const applied = events.filter((event) => event.type === 'shipping.TrackingRecorded').length;
  return { shipment: existing(state), applied };
}

/** What a webhook says, by the shipment that is meant. */
async function heardByShipment(
  parts: Parts,
  carrier: string,
  { reports, unknown = [] }: ParsedWebhook,
): Promise<Map<string, Heard>> {
  const found = new Map<string, Heard>();
  const of = (id: string): Heard => found.get(id) ?? { reports: [] };
  for (const report of reports) {
    const { id, createdAtMs, trackingCode } = await meantShipment(parts.models, carrier, report);
    const heard = { ...possible(parts, carrier, report, createdAtMs), trackingCode };
    const meant =
      trackingCode === report.trackingCode ? heard : byPartner(heard, carrier, report.trackingCode);
    found.set(id, { ...of(id), reports: [...of(id).reports, meant] });
  }
  for (const number of unknown) {
    const { id, trackingCode } = await meantShipment(parts.models, carrier, number);
    // A partner that does not know a code of its own says nothing of ours.
    if (trackingCode !== number.trackingCode) continue;
    found.set(id, { ...of(id), unknown: [...(of(id).unknown ?? []), number] });
  }
  return found;
}

async function apply(
  parts: Parts,
  carrier: string,
  webhook: ParsedWebhook,
): Promise<{ applied: number; duplicate: boolean }> {
  const { models, journal } = parts;
  const row = { _id: `${carrier}:${webhook.id}`, at: journal.clock.nowMs() };
  if ((await models.Webhook.findOne({ _id: row._id }).lean()) !== null)
    return { applied: 0, duplicate: true };
  const byShipment = await heardByShipment(parts, carrier, webhook);
  const by = { actor: `carrier:${carrier}`, cause: `webhook:${webhook.id}` };
  try {
    return await alone(parts, [...byShipment.keys()], () =>
      withTransaction(journal.connection, async (tx) => {
        await models.Webhook.create([row], { session: tx.session });
        let applied = 0;
        for (const [id, heard] of byShipment)
          applied += (await record(parts, tx, id, { ...heard, by })).applied;
        return { applied, duplicate: false };
      }),
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { applied: 0, duplicate: true };
  }
}
