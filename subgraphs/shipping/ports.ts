import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import type { CarrierAdapter } from './carriers/carrierAdapter.ts';

/** A webhook call as a carrier makes it. */
export interface OutgoingWebhook {
  /** `/webhooks/carriers/<carrier>` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a retailer may set about shipping. */
export interface ShippingConfig {
  /** Secret of the carriers' webhooks, as text or `whsec_` and base64. */
  readonly webhookSecret: string;
  /** Secrets of single carriers, by carrier code, where they differ. */
  readonly webhookSecrets?: Readonly<Record<string, string>>;
  /** Whether carriers without an adapter are simulated, and journeys may be played. @default true */
  readonly simulator?: boolean;
}

export interface ShippingDeps extends SubgraphDeps {
  readonly config: ShippingConfig;
  /** Adapters of real carriers; every other carrier code is simulated. @default none */
  readonly carriers?: readonly CarrierAdapter[];
  /** How the simulator's webhooks reach the host; gives the status. @default straight into this subgraph's route */
  readonly deliverWebhook?: (webhook: OutgoingWebhook) => Promise<number>;
}

/** Who commands, and in which request. */
export interface Cause {
  readonly actor: string;
  readonly cause: string;
}
