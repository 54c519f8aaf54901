import type { Clock } from '../../platform/clock/clock.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import type { Figures } from './commands/figures.ts';
import type { InsightsDeps } from './ports.ts';
import { insightsModels, type InsightsModels } from './store/models.ts';

/** The insights subgraph, put together once. */
export interface InsightsApplication {
  readonly models: InsightsModels;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly figures: Figures;
}

/** What figures are read from. */
export type FiguresSource = Pick<InsightsApplication, 'models' | 'clock'> & {
  readonly figures: Pick<Figures, 'upToDate'>;
};

export const createInsightsApplication = (
  { connection, clock }: InsightsDeps,
  parts: Pick<InsightsApplication, 'journal' | 'figures'>,
): InsightsApplication => ({ models: insightsModels(connection), clock, ...parts });
