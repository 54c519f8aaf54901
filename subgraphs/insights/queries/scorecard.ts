import { codedError } from '../../../platform/errors/codedError.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { InsightsApplication } from '../application.ts';
import {
  breakdownOf,
  isKept,
  isOver,
  isWithdrawn,
  meanOf,
  promisedDays,
  shareOf,
  type Outcome,
  type ShipmentOutcome,
} from '../domain/outcome.ts';

const dayMs = 86_400_000;

/** Start of a day in UTC; scorecards count days in UTC. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** How well promises of a period were kept, over the orders that have come to their end. */
export async function promiseScorecard(
  { models, clock }: InsightsApplication,
  args: {
    from?: string | null | undefined;
    to?: string | null | undefined;
    channel?: string | null | undefined;
  },
) {
  const nowMs = clock.nowMs();
  const from = args.from == null ? undefined : dayStart(args.from);
  const to = args.to == null ? undefined : dayStart(args.to) + dayMs;
  if (from !== undefined && to !== undefined && from >= to)
    throw codedError('BAD_USER_INPUT', 'from lies before to.');
  const placedAtMs = {
    ...(from === undefined ? {} : { $gte: from }),
    ...(to === undefined ? {} : { $lt: to }),
  };
  const filter = {
    ...(Object.keys(placedAtMs).length === 0 ? {} : { placedAtMs }),
    ...(args.channel == null ? {} : { channel: args.channel }),
  };
  const found = await models.Outcome.find(builtFilter<Outcome>(filter)).lean<Outcome[]>();
  const all = found.filter((row) => !isWithdrawn(row));
  const over = all.filter((row) => isOver(row, nowMs));
  const ids = new Set(over.map((row) => row._id));
  const shipments = (await models.Shipment.find().lean<ShipmentOutcome[]>()).filter((row) =>
    ids.has(row.orderId),
  );
  const arrived = over.filter((row) => row.deliveredAtMs !== undefined);
  return {
    orders: over.length,
    open: all.length - over.length,
    keptRate: shareOf(over, isKept),
    meanPromisedDays: meanOf(over, promisedDays),
    meanActualDays: meanOf(arrived, (row) => ((row.deliveredAtMs ?? 0) - row.placedAtMs) / dayMs),
    breakdown: breakdownOf(shipments),
  };
}
