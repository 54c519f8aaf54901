import DataLoader from 'dataloader';
import type { OrderFact } from '../domain/orderFact.ts';
import { factsOf, type InsightsModels } from './models.ts';

/** Reads of one call, gathered. */
export interface InsightsLoaders {
  /** By order id; null for an order that insights has not heard of. */
  readonly outcome: DataLoader<string, OrderFact | null>;
}

export const insightsLoaders = (models: InsightsModels): InsightsLoaders => ({
  outcome: new DataLoader<string, OrderFact | null>(async (ids) => {
    const found = await factsOf(models, 'order', { by: '_id', ids });
    const byId = new Map(found.map((fact) => [fact.id, fact]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
});
