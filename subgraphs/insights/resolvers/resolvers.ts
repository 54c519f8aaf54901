import { codedError } from '../../../platform/errors/codedError.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import type { Context } from '../context.ts';
import {
  breakdownOf,
  daysLate,
  isKept,
  isOver,
  isWithdrawn,
  meanOf,
  promisedDays,
  shareOf,
  type Outcome,
  type ShipmentOutcome,
} from '../domain/outcome.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

const dayMs = 86_400_000;

/** Start of a day in UTC; scorecards count days in UTC. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);

async function scorecard(
  { models, nowMs }: Context,
  args: {
    from?: string | null | undefined;
    to?: string | null | undefined;
    channel?: string | null | undefined;
  },
) {
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
  const found = (await models.Outcome.find(trusted(filter) as never).lean()) as unknown as Outcome[];
  const all = found.filter((row) => !isWithdrawn(row));
  const over = all.filter((row) => isOver(row, nowMs));
  const ids = new Set(over.map((row) => row._id));
  const shipments = ((await models.Shipment.find().lean()) as unknown as ShipmentOutcome[]).filter((row) =>
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

export const resolvers: Resolvers = {
  Query: {
    promiseScorecard: (_parent, args, context) => {
      requireScope(context.identity, 'insights:read');
      return scorecard(context, args);
    },
  },
  Order: {
    promiseOutcome: async ({ id }, _args, { outcome, identity, nowMs }) => {
      const found = await outcome.load(id);
      if (found === null || !mayReadRow(identity, found) || isWithdrawn(found)) return null;
      return isOver(found, nowMs) ? found : null;
    },
  },
  PromiseOutcome: {
    promisedLatestAt: (row) => row.promisedLatestAtMs,
    deliveredAt: (row) => row.deliveredAtMs ?? null,
    kept: (row) => isKept(row),
    daysLate: (row, _args, { nowMs }) => daysLate(row, nowMs),
    promisedDays: (row) => promisedDays(row),
  },
};
