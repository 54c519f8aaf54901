import type { Clock } from '../../platform/clock/clock.ts';
import type { InsightsDeps } from './ports.ts';
import { insightsModels, type InsightsModels } from './store/models.ts';

/** The insights subgraph, put together once. */
export interface InsightsApplication {
  readonly models: InsightsModels;
  readonly clock: Clock;
}

export const createInsightsApplication = ({ connection, clock }: InsightsDeps): InsightsApplication => ({
  models: insightsModels(connection),
  clock,
});
