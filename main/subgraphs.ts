import type { SubgraphDeps } from '../platform/graph/subgraphDeps.ts';
import type { SubgraphService } from '../platform/graph/subgraph.ts';
import { catalogConsumes } from '../subgraphs/catalog/reactions.ts';
import { createCatalogSubgraph } from '../subgraphs/catalog/subgraph.ts';
import { fulfillmentConsumes } from '../subgraphs/fulfillment/reactions.ts';
import { createFulfillmentSubgraph } from '../subgraphs/fulfillment/subgraph.ts';
import { insightsConsumes } from '../subgraphs/insights/reactions.ts';
import { createInsightsSubgraph } from '../subgraphs/insights/subgraph.ts';
import { createSandboxProvider } from '../subgraphs/orders/payments/sandboxProvider.ts';
import { ordersConsumes } from '../subgraphs/orders/reactions.ts';
import { createOrdersSubgraph } from '../subgraphs/orders/subgraph.ts';
import { promiseConsumes } from '../subgraphs/promise/reactions.ts';
import { createPromiseSubgraph } from '../subgraphs/promise/subgraph.ts';
import { returnsConsumes } from '../subgraphs/returns/reactions.ts';
import { createReturnsSubgraph } from '../subgraphs/returns/subgraph.ts';
import { shippingConsumes } from '../subgraphs/shipping/reactions.ts';
import { createShippingSubgraph } from '../subgraphs/shipping/subgraph.ts';
import type { SubgraphName } from './subgraphNames.ts';
import type { Secrets } from './secrets.ts';

/** Which event types each subgraph consumes; every process knows the whole table. */
export const consumes: Readonly<Record<SubgraphName, readonly string[]>> = {
  catalog: catalogConsumes,
  fulfillment: fulfillmentConsumes,
  insights: insightsConsumes,
  orders: ordersConsumes,
  promise: promiseConsumes,
  returns: returnsConsumes,
  shipping: shippingConsumes,
};

/** What subgraphs need beside their common dependencies. */
export interface SubgraphSettings {
  readonly secrets: Secrets;
  readonly production: boolean;
  /** Folder of imported postal tables. */
  readonly postalFolder?: string;
}

/** Makes one subgraph. */
export function createSubgraph(
  name: SubgraphName,
  deps: SubgraphDeps,
  settings: SubgraphSettings,
): SubgraphService {
  switch (name) {
    case 'catalog':
      return createCatalogSubgraph(deps);
    case 'fulfillment':
      return createFulfillmentSubgraph(deps);
    case 'insights':
      return createInsightsSubgraph(deps);
    case 'orders':
      return createOrdersSubgraph({ ...deps, payments: createSandboxProvider(deps.connection, deps.clock) });
    case 'promise':
      return createPromiseSubgraph({
        ...deps,
        config: {
          handleSecret: settings.secrets.handle,
          ...(settings.postalFolder === undefined ? {} : { postalFolder: settings.postalFolder }),
        },
      });
    case 'returns':
      return createReturnsSubgraph(deps);
    case 'shipping':
      return createShippingSubgraph({
        ...deps,
        config: { webhookSecret: settings.secrets.webhook, simulator: !settings.production },
      });
    default:
      return name satisfies never;
  }
}
