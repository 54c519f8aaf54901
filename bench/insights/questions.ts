import { summedBy } from '../../subgraphs/insights/domain/figures.ts';
import { costOf, latenessOf, otifOf, readInsights } from '../../subgraphs/insights/queries/insights.ts';
import { keptBy } from '../../subgraphs/insights/queries/kept.ts';
import { backlogOf, ordersAtRisk } from '../../subgraphs/insights/queries/now.ts';
import { promiseScorecard } from '../../subgraphs/insights/queries/scorecard.ts';
import type { FiguresSource } from '../../subgraphs/insights/application.ts';

const dimensions = ['DAY', 'CHANNEL', 'METHOD', 'LOCATION', 'CARRIER', 'SERVICE', 'LAST_MILE'] as const;

/** Everything the control tower asks of a span of days, at once. */
export async function askEverything(
  application: FiguresSource,
  span: { readonly from: string; readonly to: string },
): Promise<void> {
  const view = await readInsights(application, span);
  for (const by of dimensions) await keptBy(view, by);
  await otifOf(view);
  await latenessOf(view);
  await costOf(view);
  for (const dimension of ['MESSAGE', 'INCIDENT', 'SURVEY_SERVICE', 'RETURN_REASON'] as const)
    summedBy(await view.counters(dimension), ({ key }) => key);
  await promiseScorecard(application, span);
  await backlogOf(application, undefined);
  await ordersAtRisk(application, { first: 50 });
}
