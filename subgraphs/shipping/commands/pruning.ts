import { trusted } from '../../../platform/mongo/connect.ts';
import type { ShippingModels } from '../store/models.ts';

const dayMs = 86_400_000;

/**
 * How long a carrier's message is known by its id. The signature's five minutes keep strangers from sending it again
 * later; a carrier that does is still harmless, because a shipment takes each of its reports once, for ever.
 */
export const webhookKeptMs = 30 * dayMs;

/**
 * How long the key of a shipment and the end of cancelled work are known. Both settle races of seconds or, when a
 * subgraph was away, of its retries: after this long the work itself has ended and refuses another label.
 */
export const keyKeptMs = 180 * dayMs;

/** Removes rows that nothing can ask for any more. */
export async function prune(models: ShippingModels, nowMs: number): Promise<void> {
  const before = (keptMs: number) => ({ at: trusted({ $lt: nowMs - keptMs }) });
  await models.Webhook.deleteMany(before(webhookKeptMs));
  await models.ShipmentKey.deleteMany(before(keyKeptMs));
  await models.CancelledWork.deleteMany(before(keyKeptMs));
}
