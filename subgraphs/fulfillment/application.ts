import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createActOnWork } from './commands/actOnWork.ts';
import { createActions, type Actions } from './commands/actions.ts';
import { createArrivals, type Arrivals } from './commands/arrivals.ts';
import { createCancelAsks, type CancelAsks } from './commands/cancelAsks.ts';
import { createCancelLines, type CancelLines } from './commands/cancelLines.ts';
import { createCapacity } from './commands/capacity.ts';
import { createWorkMaker, type WorkMaker } from './commands/createWork.ts';
import { createCorrections, type Corrections } from './commands/corrections.ts';
import { createEndSearch } from './commands/endSearch.ts';
import { createLabelWork } from './commands/labelWork.ts';
import { createOffers, type Offers } from './commands/offers.ts';
import { createRefusals } from './commands/refusals.ts';
import { createResourcingRunner, type ResourcingRunner } from './commands/resourcing.ts';
import { createShortStock, type ShortStock } from './commands/shortStock.ts';
import { createScans, type Scans } from './commands/scans.ts';
import { createUncollected, type Uncollected } from './commands/uncollected.ts';
import { cancelAskAggregate, resourcingAggregate, workAggregate } from './commands/workAggregate.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { FulfillmentSettings } from './domain/settings.ts';
import type { FulfillmentDeps } from './ports.ts';
import { createCatalogClient } from './clients/catalogClient.ts';
import { createOrdersClient } from './clients/ordersClient.ts';
import { createPromiseClient } from './clients/promiseClient.ts';
import { createShippingClient } from './clients/shippingClient.ts';
import type { FulfillmentModels } from './store/models.ts';

/** The commands of fulfillment, put together once. */
export interface FulfillmentApplication {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly actions: Actions;
  readonly maker: WorkMaker;
  readonly cancelLines: CancelLines;
  readonly cancelAsks: CancelAsks;
  readonly resourcing: ResourcingRunner;
  readonly offers: Offers;
  readonly scans: Scans;
  readonly shortStock: ShortStock;
  readonly arrivals: Arrivals;
  readonly corrections: Corrections;
  readonly uncollected: Uncollected;
  readonly settings: Settings<FulfillmentSettings>;
  /** Work to begin after this (epoch ms) is SCHEDULED. */
  readonly openFromMs: () => number;
}

const hourMs = 3_600_000;

export function createFulfillmentApplication(
  { client, newId, log, clock }: FulfillmentDeps,
  parts: {
    models: FulfillmentModels;
    journal: Journal;
    idempotency: Idempotency;
    settings: Settings<FulfillmentSettings>;
  },
): FulfillmentApplication {
  const { models, journal, idempotency, settings } = parts;
  const work = workAggregate(models);
  const searches = resourcingAggregate(models);
  const asks = cancelAskAggregate(models);
  const arrivals = createArrivals({ models, journal, work });
  const capacity = createCapacity({ models, journal });
  const maker = createWorkMaker({ models, journal, work, capacity, newId, arrivals });
  const onStarted = (id: string): void => resourcing.kick(id);
  const refusals = createRefusals({ models, journal, searches, capacity, newId, onStarted });
  const resourcing: ResourcingRunner = createResourcingRunner({
    ...{ models, journal, searches, log },
    promise: createPromiseClient(client),
    catalog: createCatalogClient(client),
    endSearch: createEndSearch({ journal, work, searches, capacity, maker }),
  });
  const shipping = createShippingClient(client);
  const on = createActOnWork({ models, journal, idempotency, work, refusals });
  const uncollected = createUncollected({ models, journal, work, settings });
  return {
    ...{ models, journal, maker, resourcing, uncollected, settings, arrivals },
    actions: createActions({
      ...{ models, journal, on, uncollected, settings },
      orders: createOrdersClient(client),
      label: createLabelWork({ models, journal, on, shipping }),
    }),
    cancelLines: createCancelLines({ models, journal, work, searches, refusals }),
    cancelAsks: createCancelAsks({ models, journal, work, searches, asks, refusals, shipping }),
    corrections: createCorrections({ models, journal, work, on, shipping }),
    scans: createScans({ journal, work, models }),
    shortStock: createShortStock({ models, journal, work, refusals }),
    offers: createOffers({ models, journal, work, refusals, settings }),
    openFromMs: () => clock.nowMs() + settings.current().scheduledBeyondHours * hourMs,
  };
}
