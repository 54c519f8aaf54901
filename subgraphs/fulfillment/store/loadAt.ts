import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Load } from '../domain/throttle.ts';
import type { FulfillmentModels } from './models.ts';

const hourMs = 3_600_000;

/** How much work a location has, and what came within the last hour. */
export async function loadAt(
  { FulfillmentOrder }: Pick<FulfillmentModels, 'FulfillmentOrder'>,
  locationId: string,
  { nowMs, session }: { readonly nowMs: number; readonly session: Tx['session'] },
): Promise<Load> {
  const came = await FulfillmentOrder.find(
    { locationId, createdAtMs: trusted({ $gt: nowMs - hourMs }) },
    { createdAtMs: 1, arrivedFrom: 1 },
  )
    .session(session)
    .lean();
  const todo = await FulfillmentOrder.find(
    { locationId, status: trusted({ $in: ['OPEN', 'ON_HOLD', 'IN_PROGRESS'] as const }) },
    { step: 1 },
  )
    .session(session)
    .lean();
  const atStep: Record<string, number> = {};
  for (const { step } of todo) atStep[step] = (atStep[step] ?? 0) + 1;
  // Goods that arrive to be collected are no new orders.
  return {
    cameAtMs: came.filter((row) => row.arrivedFrom === undefined).map((row) => row.createdAtMs),
    atStep,
  };
}
