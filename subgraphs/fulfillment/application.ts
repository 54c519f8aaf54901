import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createActOnWork } from './commands/actOnWork.ts';
import { createActions, type Actions } from './commands/actions.ts';
import { createArrivals, type Arrivals } from './commands/arrivals.ts';
import { createCancelAsks, type CancelAsks } from './commands/cancelAsks.ts';
import { createCancelLines, type CancelLines } from './commands/cancelLines.ts';
import { createBins, type Bins } from './commands/bins.ts';
import { createCapacity } from './commands/capacity.ts';
import { createWorkMaker, type WorkMaker } from './commands/createWork.ts';
import { createCompetition, type Competition } from './commands/competition.ts';
import { createCorrections, type Corrections } from './commands/corrections.ts';
import { createEndSearch } from './commands/endSearch.ts';
import { createLabelWork } from './commands/labelWork.ts';
import { createManifests, type Manifests } from './commands/manifests.ts';
import { packingFacts } from './store/packingFacts.ts';
import { createOffers, type Offers } from './commands/offers.ts';
import { createPickBatches, type PickBatches } from './commands/pickBatches.ts';
import { createPurchases, type Purchases } from './commands/purchases.ts';
import { createRefusals } from './commands/refusals.ts';
import { createReschedule, type Reschedule } from './commands/reschedule.ts';
import { createResourcingRunner, type ResourcingRunner } from './commands/resourcing.ts';
import { createShortStock, type ShortStock } from './commands/shortStock.ts';
import { createScans, type Scans } from './commands/scans.ts';
import { createSupply, type Supply } from './commands/supply.ts';
import { createThrottles, type Throttles } from './commands/throttles.ts';
import { createUncollected, type Uncollected } from './commands/uncollected.ts';
import {
  cancelAskAggregate,
  manifestAggregate,
  pickBatchAggregate,
  resourcingAggregate,
  throttleAggregate,
  workAggregate,
} from './commands/workAggregate.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { FulfillmentSettings } from './domain/settings.ts';
import type { FulfillmentDeps } from './ports.ts';
import { createCatalogClient } from './clients/catalogClient.ts';
import { createOrdersClient, type OrdersClient } from './clients/ordersClient.ts';
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
  readonly reschedule: Reschedule;
  readonly corrections: Corrections;
  readonly uncollected: Uncollected;
  readonly pickBatches: PickBatches;
  readonly competition: Competition;
  readonly purchases: Purchases;
  readonly supply: Supply;
  readonly orders: OrdersClient;
  readonly bins: Bins;
  readonly manifests: Manifests;
  readonly throttles: Throttles;
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
  const promise = createPromiseClient(client);
  const work = workAggregate(models);
  const searches = resourcingAggregate(models);
  const asks = cancelAskAggregate(models);
  const arrivals = createArrivals({ models, journal, work });
  const capacity = createCapacity({ models, journal });
  const purchases = createPurchases(parts);
  const maker = createWorkMaker({ models, journal, work, capacity, newId, arrivals, purchases });
  const onStarted = (id: string): void => resourcing.kick(id);
  const refusals = createRefusals({ models, journal, searches, capacity, newId, onStarted });
  const resourcing: ResourcingRunner = createResourcingRunner({
    ...{ models, journal, searches, log },
    promise,
    catalog: createCatalogClient(client),
    endSearch: createEndSearch({ journal, work, searches, capacity, maker }),
  });
  const shipping = createShippingClient(client);
  const orders = createOrdersClient(client);
  const on = createActOnWork({ models, journal, idempotency, work, refusals });
  const uncollected = createUncollected({ models, journal, work, settings });
  return {
    ...{ models, journal, maker, resourcing, uncollected, settings, arrivals },
    ...{ purchases, orders },
    supply: createSupply({ journal, on, shipping, factsFor: packingFacts(models) }),
    actions: createActions({
      ...{ models, journal, on, uncollected, settings, orders },
      label: createLabelWork({ models, journal, on, shipping }),
    }),
    cancelLines: createCancelLines({ models, journal, work, searches, refusals }),
    cancelAsks: createCancelAsks({ models, journal, work, searches, asks, refusals, shipping }),
    ...siteCommands({ ...parts, work, refusals, newId, log }),
    competition: createCompetition({ ...parts, work, on, refusals, promise, log }),
    corrections: createCorrections({ models, journal, work, on, shipping }),
    reschedule: createReschedule({ models, journal, work, capacity }),
    scans: createScans({ journal, work, models }),
    shortStock: createShortStock({ models, journal, work, refusals }),
    offers: createOffers({ models, journal, work, refusals, settings }),
    openFromMs: () => clock.nowMs() + settings.current().scheduledBeyondHours * hourMs,
  };
}

/** How work is done at a location: picked together, picked up, held back. */
const siteCommands = (
  deps: Omit<Parameters<typeof createPickBatches>[0], 'batches'> & Pick<FulfillmentDeps, 'log'>,
): Pick<FulfillmentApplication, 'pickBatches' | 'bins' | 'manifests' | 'throttles'> => ({
  pickBatches: createPickBatches({ ...deps, batches: pickBatchAggregate(deps.models) }),
  bins: createBins(deps),
  manifests: createManifests({ ...deps, manifests: manifestAggregate(deps.models) }),
  throttles: createThrottles({ ...deps, throttles: throttleAggregate(deps.models) }),
});
