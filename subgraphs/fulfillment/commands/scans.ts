import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideScanned, existing } from '../domain/decide.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** What carriers' scans say about the work of locations. */
export interface Scans {
  /** A shipment whose every parcel was scanned has been handed over. */
  recorded(tx: Tx, report: EventPayload<'shipping.TrackingRecorded'>, by: Cause): Promise<void>;
}

/** What a whole shipment has reached when nothing of it has left, and when its label is void. */
const notScanned: ReadonlySet<string> = new Set(['CREATED', 'LABEL_PURCHASED', 'CANCELLED']);

export const createScans = ({
  models,
  journal,
  work,
}: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
}): Scans => ({
  recorded: async (tx, { fulfillmentOrderId: id, shipmentId, highest, occurredAtMs }, by) => {
    if (id === undefined || notScanned.has(highest)) return;
    if ((await models.FulfillmentOrder.exists({ _id: id }).session(tx.session)) === null) return;
    const atMs = Math.min(occurredAtMs, journal.clock.nowMs());
    await runDecision(journal, work, {
      ...{ id, tx, ...by },
      decide: (now) => decideScanned(existing(now), shipmentId, Math.max(atMs, existing(now).createdAtMs)),
    });
  },
});
