import type { SubgraphDeps } from '../platform/graph/subgraphDeps.ts';
import type { SubgraphService } from '../platform/graph/subgraph.ts';
import { careConsumes } from '../subgraphs/care/reactions.ts';
import { createCareSubgraph } from '../subgraphs/care/subgraph.ts';
import { restSms, type RestSmsOptions } from '../subgraphs/care/transport/restSms.ts';
import { sandboxSms } from '../subgraphs/care/transport/sandboxSms.ts';
import { devMailbox } from '../subgraphs/care/transport/devMailbox.ts';
import { smtpTransport } from '../subgraphs/care/transport/smtp.ts';
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
  care: careConsumes,
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
  /** Where mails go: a server, or the folder of the development mailbox. Without either none are sent. */
  readonly mail?: { readonly smtpUrl: string } | { readonly folder: string };
  /** Where short messages go; to the folder of the development mailbox if there is one, nowhere without either. */
  readonly sms?: RestSmsOptions;
  /** Address under which this application is reached from outside. */
  readonly publicUrl?: string;
}

/** Makes one subgraph. */
export function createSubgraph(
  name: SubgraphName,
  deps: SubgraphDeps,
  settings: SubgraphSettings,
): SubgraphService {
  switch (name) {
    case 'care':
      return createCareSubgraph({ ...deps, ...careParts(settings) });
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

function careParts({ mail, sms, secrets, publicUrl }: SubgraphSettings) {
  const folder = mail !== undefined && 'folder' in mail ? mail.folder : undefined;
  return {
    config: {
      linkSecret: secrets.handle,
      ...(folder === undefined ? {} : { mailbox: folder }),
      ...(publicUrl === undefined ? {} : { publicUrl }),
    },
    ...(mail === undefined
      ? {}
      : { mail: 'folder' in mail ? devMailbox(mail.folder) : smtpTransport(mail.smtpUrl) }),
    ...(sms === undefined
      ? folder === undefined
        ? {}
        : { sms: sandboxSms(folder) }
      : { sms: restSms(sms) }),
  };
}
