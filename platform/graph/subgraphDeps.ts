import type { Connection } from '../mongo/mongoTypes.ts';
import type { Bus } from '../bus/bus.ts';
import type { Clock } from '../clock/clock.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { NewId } from '../ids/ids.ts';
import type { EventTypes } from '../journal/eventTypes.ts';
import type { Subscriptions } from '../journal/subscriptions.ts';
import type { Log } from '../log/log.ts';
import type { Random } from '../random/random.ts';
import type { SubgraphClient } from './subgraphClient.ts';

/** What the composition root hands to every subgraph; a subgraph adds its own ports beside it. */
export interface SubgraphDeps {
  /** Open connection to the subgraph's own database. */
  readonly connection: Connection;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: Random;
  readonly log: Log;
  /** Other subgraphs. */
  readonly client: SubgraphClient;
  readonly eventTypes: EventTypes;
  readonly subscriptions: Subscriptions;
  readonly crashpoint: Crashpoint;
  /** @default 60_000 */
  readonly sweepEveryMs?: number;
  /** This process alone runs the subgraph: its journal then needs fewer reads. @default false */
  readonly soleWriter?: boolean;
}
