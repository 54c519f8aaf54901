import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createAdjustments, type Adjustments } from './commands/stock/adjustments.ts';
import type { Reservations } from './commands/reservations/reservationCommands.ts';
import { createReservations } from './commands/reservations/reservations.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { CatalogSettings } from './domain/settings.ts';
import type { CatalogDeps } from './ports.ts';
import type { CatalogModels } from './store/models.ts';
import { createStockStore, type StockStore } from './store/stockStore.ts';

/** The catalogue's commands and stores, put together once. */
export interface CatalogApplication {
  readonly models: CatalogModels;
  readonly stock: StockStore;
  readonly journal: Journal;
  readonly reservations: Reservations;
  readonly adjustments: Adjustments;
  readonly newId: () => string;
  readonly settings: Settings<CatalogSettings>;
}

export function createCatalogApplication(
  { newId }: CatalogDeps,
  parts: {
    models: CatalogModels;
    journal: Journal;
    idempotency: Idempotency;
    settings: Settings<CatalogSettings>;
  },
): CatalogApplication {
  const { models, journal, idempotency, settings } = parts;
  const stock = createStockStore(models, journal);
  const reservations = createReservations({ models, stock, journal, newId, settings });
  const adjustments = createAdjustments({ models, stock, journal, idempotency, reservations, newId });
  return { models, stock, journal, newId, settings, reservations, adjustments };
}
