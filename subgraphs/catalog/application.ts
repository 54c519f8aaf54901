import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createAdjustments, type Adjustments } from './commands/adjustments.ts';
import type { Reservations } from './commands/reservationCommands.ts';
import { createReservations } from './commands/reservations.ts';
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
  readonly bufferUnits: (channel: string) => number;
}

export function createCatalogApplication(
  { newId, config }: CatalogDeps,
  parts: { models: CatalogModels; journal: Journal; idempotency: Idempotency },
): CatalogApplication {
  const { models, journal, idempotency } = parts;
  const stock = createStockStore(models, journal);
  return {
    models,
    stock,
    journal,
    newId,
    reservations: createReservations({ models, stock, journal, newId }),
    adjustments: createAdjustments({ models, stock, journal, idempotency }),
    bufferUnits: (channel) => config.channelBufferUnits[channel] ?? 0,
  };
}
