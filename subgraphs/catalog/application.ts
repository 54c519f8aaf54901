import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createConditions, type Conditions } from './commands/stock/conditions.ts';
import { createAdjustments, type Adjustments } from './commands/stock/adjustments.ts';
import type { Reservations } from './commands/reservations/reservationCommands.ts';
import { createReservations } from './commands/reservations/reservations.ts';
import { createPromiseClient, type PromiseClient } from './clients/promiseClient.ts';
import { createFulfillmentClient } from './clients/fulfillmentClient.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { CatalogSettings } from './domain/settings.ts';
import type { CatalogDeps } from './ports.ts';
import type { CatalogModels } from './store/models.ts';
import { createPlaces, type Places } from './store/places.ts';
import { createStockStore, type StockStore } from './store/stockStore.ts';

/** The catalogue's commands and stores, put together once. */
export interface CatalogApplication {
  readonly models: CatalogModels;
  readonly stock: StockStore;
  readonly journal: Journal;
  readonly reservations: Reservations;
  readonly adjustments: Adjustments;
  readonly conditions: Conditions;
  readonly idempotency: Idempotency;
  readonly places: Places;
  readonly promise: PromiseClient;
  readonly newId: () => string;
  readonly settings: Settings<CatalogSettings>;
}

export function createCatalogApplication(
  { newId, client, clock, log }: CatalogDeps,
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
  const places = createPlaces(models, createFulfillmentClient(client));
  const stockParts = { models, stock, journal, idempotency, reservations, places, newId };
  const adjustments = createAdjustments(stockParts);
  const conditions = createConditions(stockParts, adjustments.addIn, settings);
  const promise = createPromiseClient(client, clock, log);
  return { ...stockParts, settings, adjustments, conditions, promise };
}
