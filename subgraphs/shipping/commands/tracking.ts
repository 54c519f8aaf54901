import { notFound } from '../../../platform/errors/codedError.ts';
import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { ParsedWebhook } from '../carriers/carrierAdapter.ts';
import type { Carriers } from '../carriers/carriers.ts';
import { decideReport, existing, type CarrierReport } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Shipment, ShipmentEvent } from '../domain/shipment.ts';
import type { Cause } from '../ports.ts';
import type { ShippingModels } from '../store/models.ts';
import type { ShipmentAggregate } from './shipmentAggregate.ts';

/** Takes in what carriers report. */
export interface Tracking {
  /** Apply a verified webhook once. NOT_FOUND when no shipment has its tracking code: the carrier may try again. */
  apply(carrier: string, webhook: ParsedWebhook): Promise<{ applied: number; duplicate: boolean }>;
  /** Ask the carrier for everything it knows. */
  poll(shipment: Shipment, by: Cause): Promise<Shipment>;
}

/** A carrier's clock may be behind ours by this much when it first reports a parcel. */
const slackMs = 24 * 3_600_000;

export function createTracking(deps: {
  models: ShippingModels;
  journal: Journal;
  shipments: ShipmentAggregate;
  carriers: Carriers;
}): Tracking {
  const { models, journal, shipments, carriers } = deps;
  const { clock } = journal;

  /** Codes are used again, so the newest shipment that had it when the report happened is meant. */
  const shipmentOf = async (carrier: string, report: CarrierReport): Promise<string> => {
    const found = await models.Shipment.find(
      { carrier, 'parcels.trackingCode': report.trackingCode },
      { _id: 1, createdAtMs: 1 },
    )
      .sort({ createdAtMs: -1 })
      .limit(20)
      .lean();
    const meant = found.find((row) => row.createdAtMs <= report.occurredAtMs + slackMs) ?? found.at(-1);
    if (meant === undefined) throw notFound('parcel');
    return String(meant._id);
  };

  const record = async (tx: Tx, id: string, reports: readonly CarrierReport[], by: Cause) => {
    const { state, events } = await runDecision(journal, shipments, {
      ...{ id, tx, ...by },
      decide: (found) => {
        const events: ShipmentEvent[] = [];
        let now = existing(found);
        for (const report of reports) {
          const decided = decideReport(now, report);
          for (const event of decided) now = evolve(now, event, clock.nowMs());
          events.push(...decided);
        }
        return events;
      },
    });
    const applied = events.filter((event) => event.type === 'shipping.TrackingRecorded').length;
    return { shipment: existing(state), applied };
  };

  const alone = <T>(ids: readonly string[], task: () => Promise<T>): Promise<T> =>
    exclusiveAll(
      journal,
      ids.map((id) => `shipment:${id}`),
      task,
    );

  return {
    apply: async (carrier, webhook) => {
      const row = { _id: `${carrier}:${webhook.id}`, at: clock.nowMs() };
      if ((await models.Webhook.findOne({ _id: row._id }).lean()) !== null)
        return { applied: 0, duplicate: true };
      const byShipment = new Map<string, CarrierReport[]>();
      for (const report of webhook.reports) {
        const id = await shipmentOf(carrier, report);
        byShipment.set(id, [...(byShipment.get(id) ?? []), report]);
      }
      const by = { actor: `carrier:${carrier}`, cause: `webhook:${webhook.id}` };
      try {
        return await alone([...byShipment.keys()], () =>
          withTransaction(journal.connection, async (tx) => {
            await models.Webhook.create([row], { session: tx.session });
            let applied = 0;
            for (const [id, reports] of byShipment) applied += (await record(tx, id, reports, by)).applied;
            return { applied, duplicate: false };
          }),
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return { applied: 0, duplicate: true };
      }
    },
    poll: async ({ _id: id, carrier, carrierRef, parcels }, by) => {
      const codes = new Set(parcels.map((parcel) => parcel.trackingCode));
      const reports = carrierRef === undefined ? [] : await carriers.of(carrier).track(carrierRef);
      const own = reports.filter((report) => codes.has(report.trackingCode));
      return alone([id], () =>
        withTransaction(journal.connection, async (tx) => (await record(tx, id, own, by)).shipment),
      );
    },
  };
}
