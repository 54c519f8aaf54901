import type { Model } from 'mongoose';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Lane } from '@promesse/promise-engine/model/transitModel';
import {
  LearnedTransitModel,
  type LearnedTransitState,
} from '@promesse/promise-engine/learning/learnedTransitModel';
import { dayOf } from '@promesse/promise-engine/learning/facts';
import type { LearnedDoc, ObservationDoc } from './learnedModels.ts';

/** What the promise subgraph has seen of handling and transit, kept over restarts. */
export interface LearnedTimes {
  readonly model: LearnedTransitModel;
  /** Writes an observation in the transaction of the event that told it; it teaches once that has committed. */
  observe(tx: Tx, observation: ObservationDoc): Promise<void>;
  /** Where the shipment was handed over, if it was observed. */
  handover(shipmentId: string): Promise<ObservationDoc | null>;
  /** Lets time pass and keeps what has been learned; observations it holds are forgotten. */
  save(): Promise<void>;
}

const stateId = 'state';

/** Opens the learned times: the last saved state, and what has been observed since. */
export async function openLearnedTimes(
  models: { Learned: Model<LearnedDoc>; Observation: Model<ObservationDoc> },
  clock: Clock,
  isHoliday: (day: number) => boolean,
): Promise<LearnedTimes> {
  const saved = await models.Learned.findOne({ _id: stateId }).lean();
  const parsed = saved === null ? undefined : (JSON.parse(saved.stateJson) as LearnedTransitState);
  // What an earlier build learned is not read as something else: it is learned anew.
  const state = parsed?.version === 4 ? parsed : undefined;
  const model = new LearnedTransitModel({ isHoliday }, dayOf(clock.nowMs()), state);
  const since = state === undefined ? 0 : (saved?.savedAtMs ?? 0);
  const teach = (row: ObservationDoc): void => {
    if (row.kind === 'HANDOVER')
      model.observeHandover(row.shipmentId, row.lane as Lane, row.locationId, row.wallMs);
    else if (row.kind === 'DELIVERY') model.observeDelivery(row.serviceCode, row.shipmentId, row.wallMs);
    else model.observeAbandoned(row.serviceCode, row.shipmentId);
  };
  const recent = await models.Observation.find(trusted({ recordedAtMs: { $gt: since } }))
    .sort({ recordedAtMs: 1 })
    .lean();
  for (const row of recent) teach(row as ObservationDoc);

  return {
    model,
    observe: async (tx, row) => {
      await models.Observation.replaceOne({ _id: row._id }, row, { upsert: true, session: tx.session });
      tx.afterCommit(() => teach(row));
    },
    handover: async (shipmentId) =>
      await models.Observation.findOne({ _id: `${shipmentId}:HANDOVER` }).lean<ObservationDoc>(),
    save: async () => {
      const savedAtMs = clock.nowMs();
      model.advanceTo(savedAtMs);
      const doc: LearnedDoc = { _id: stateId, savedAtMs, stateJson: JSON.stringify(model.toJSON()) };
      await models.Learned.replaceOne({ _id: stateId }, doc, { upsert: true });
      // Hand-overs stay until their delivery is known; the rest is within the state now.
      const held = { kind: { $ne: 'HANDOVER' as const }, recordedAtMs: { $lte: savedAtMs } };
      await models.Observation.deleteMany(trusted(held));
    },
  };
}
