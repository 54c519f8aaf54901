import type { Bus } from '../platform/bus/bus.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { simulatedClock } from '../platform/clock/simulatedClock.ts';
import { systemClock } from '../platform/clock/systemClock.ts';
import { createCrashpoints, killThisProcess } from '../platform/crashpoint/crashpoint.ts';
import { createSubgraphClient, type SubgraphTarget } from '../platform/graph/subgraphClient.ts';
import type { SubgraphService } from '../platform/graph/subgraph.ts';
import { uuidIds } from '../platform/ids/ids.ts';
import { subscriptionTable } from '../platform/journal/subscriptions.ts';
import { createLifecycle, type Lifecycle } from '../platform/lifecycle/lifecycle.ts';
import { createLog, type Log } from '../platform/log/log.ts';
import { connectMongo } from '../platform/mongo/connect.ts';
import type { Connection } from '../platform/mongo/mongoTypes.ts';
import { systemRandom } from '../platform/random/random.ts';
import { eventTypes } from '../schema/events/registry.ts';
import type { AppConfig } from './config.ts';
import { consumes, createSubgraph, type SubgraphSettings } from './subgraphs.ts';
import type { SubgraphName } from './subgraphNames.ts';

/** What every process of Promesse has, whatever subgraphs it runs. */
export interface Application {
  readonly config: AppConfig;
  readonly log: Log;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
  /** Databases of the subgraphs of this process, by subgraph. */
  readonly databases: Map<string, Connection>;
}

export function openApplication(config: AppConfig): Application {
  const log = createLog({ level: config.LOG_LEVEL });
  for (const warning of config.warnings) log.warn({ kind: 'settings' }, warning);
  const start = config.SIMULATED_CLOCK;
  const clock = start === undefined ? systemClock() : simulatedClock(Date.parse(start));
  return { config, log, clock, lifecycle: createLifecycle({ log }), databases: new Map() };
}

/** Opens a subgraph's database, makes the subgraph; it is started by whoever knows that its neighbours exist. */
export async function openSubgraph(
  application: Application,
  name: SubgraphName,
  parts: {
    uri: string;
    bus: Bus;
    target: (subgraph: string) => SubgraphTarget;
    settings: SubgraphSettings;
    /** No other process writes this subgraph's journal: what it has seen need not be read again. */
    soleWriter: boolean;
    sweepEveryMs?: number;
  },
): Promise<SubgraphService> {
  const { config, clock, lifecycle } = application;
  const log = application.log.child({ subgraph: name });
  const newId = uuidIds();
  const connection = await connectMongo({ uri: parts.uri, database: `promesse_${name}` });
  application.databases.set(name, connection);
  lifecycle.started(`database of ${name}`, () => connection.close());
  const crashpoints = createCrashpoints({ crashAt: config.CRASH_AT, kill: killThisProcess });
  const deps = {
    ...{ connection, bus: parts.bus, clock, newId, log, eventTypes, random: systemRandom() },
    client: createSubgraphClient({ caller: name, newId, target: parts.target }),
    subscriptions: subscriptionTable(consumes),
    crashpoint: crashpoints.hit,
    soleWriter: parts.soleWriter,
    sweepEveryMs: config.SWEEP_EVERY_MS ?? parts.sweepEveryMs ?? 60_000,
  };
  return createSubgraph(name, deps, parts.settings);
}
