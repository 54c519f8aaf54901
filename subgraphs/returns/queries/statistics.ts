import { codedError } from '../../../platform/errors/codedError.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { ReturnsApplication } from '../application.ts';
import { statisticsOf, type Statistic, type StatisticsKey } from '../domain/costs.ts';
import type { ReturnDoc } from '../store/models.ts';

/** Longest time that is summed up, and most returns. */
const maxMs = 366 * 86_400_000;
const maxReturns = 50_000;

/** Returns asked for from `fromMs` (included) until `untilMs` (excluded), summed up. */
export async function returnStatistics(
  { model, settings }: ReturnsApplication,
  { fromMs, untilMs, by }: { readonly fromMs: number; readonly untilMs: number; readonly by: StatisticsKey },
): Promise<Statistic[]> {
  if (untilMs <= fromMs || untilMs - fromMs > maxMs)
    throw codedError('BAD_USER_INPUT', 'Statistics are of a time of at most 366 days, first to last.', {
      field: 'until',
    });
  const filter = { requestedAtMs: { $gte: fromMs, $lt: untilMs } };
  const rows = await model
    .find(builtFilter<ReturnDoc>(filter))
    .sort({ requestedAtMs: -1, _id: -1 })
    .limit(maxReturns + 1)
    .lean<ReturnDoc[]>();
  if (rows.length > maxReturns)
    throw codedError('BAD_USER_INPUT', `More than ${maxReturns} returns; ask for a shorter time.`, {
      field: 'from',
    });
  return statisticsOf(rows, by, settings.current().returnCosts);
}
