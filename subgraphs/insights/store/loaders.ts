import DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { InsightsModels } from './models.ts';

/** Reads of one call, gathered. */
export interface InsightsLoaders {
  /** By order id; null for an order that insights has not heard of. */
  readonly outcome: DataLoader<string, Outcome | null>;
}

export const insightsLoaders = (models: InsightsModels): InsightsLoaders => ({
  outcome: new DataLoader<string, Outcome | null>(async (ids) => {
    const rows = await models.Outcome.find(trusted({ _id: { $in: [...ids] } })).lean<Outcome[]>();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
});
