import { eventTypes } from '../../schema/events/registry.ts';
import { anonymous, systemIdentity, type Identity } from '../../schema/identity.ts';
import { inProcessBus } from '../../platform/bus/inProcessBus.ts';
import type { Bus } from '../../platform/bus/bus.ts';
import { simulatedClock, type SimulatedClock } from '../../platform/clock/simulatedClock.ts';
import { noCrashpoint } from '../../platform/crashpoint/crashpoint.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createSubgraphClient, type SubgraphTarget } from '../../platform/graph/subgraphClient.ts';
import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import { seededIds } from '../../platform/ids/ids.ts';
import { subscriptionTable, type Subscriptions } from '../../platform/journal/subscriptions.ts';
import { silentLog, type Log } from '../../platform/log/log.ts';
import { seededRandom } from '../../platform/random/random.ts';
import { startTestMongo, type TestMongo } from './mongo.ts';
import { waitFor } from './waitFor.ts';

/** Noon UTC on a Tuesday without surprises. */
export const testStartMs = Date.UTC(2026, 2, 10, 12);

/** A small world for one test file: database server, bus, simulated clock, seeded ids, subgraphs that find each other. */
export interface TestWorld {
  readonly mongo: TestMongo;
  readonly bus: Bus;
  readonly clock: SimulatedClock;
  /** Dependencies of one subgraph, with a database of its own. */
  deps(subgraph: string): Promise<SubgraphDeps>;
  /** Make a service known to the others' clients and start it. */
  add<S extends SubgraphService>(service: S): Promise<S>;
  /** Stand in for a subgraph that is not part of the test. */
  addTarget(name: string, target: SubgraphTarget): void;
  /** Wait until no subgraph has anything under way. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Build a world. `consumes` says which event types each subgraph consumes. */
export async function createWorld(
  options: {
    consumes?: Readonly<Record<string, readonly string[]>>;
    startMs?: number;
    bus?: (log: Log) => Bus;
    log?: Log;
    sweepEveryMs?: number;
  } = {},
): Promise<TestWorld> {
  const log = options.log ?? silentLog();
  const mongo = await startTestMongo();
  const bus = options.bus?.(log) ?? inProcessBus({ log });
  const clock = simulatedClock(options.startMs ?? testStartMs);
  const subscriptions: Subscriptions = subscriptionTable(options.consumes ?? {});
  const services = new Map<string, SubgraphService>();
  const targets = new Map<string, SubgraphTarget>();
  let opened = 0;
  const idle = (): boolean => [...services.values()].every((service) => service.isIdle());
  return {
    mongo,
    bus,
    clock,
    deps: async (subgraph) => {
      // A subgraph opened again goes on with other ids, as a restarted process would.
      opened += 1;
      const newId = seededIds(`${subgraph}#${opened}`, clock);
      return {
        connection: await mongo.connect(subgraph), bus, clock, newId, random: seededRandom(subgraph), log,
        client: createSubgraphClient({ caller: subgraph, newId, target: (name) => required(targets.get(name), name) }),
        eventTypes, subscriptions, crashpoint: noCrashpoint,
        ...(options.sweepEveryMs === undefined ? {} : { sweepEveryMs: options.sweepEveryMs }),
      }; // prettier-ignore
    },
    add: async (service) => {
      services.set(service.name, service);
      targets.set(service.name, service);
      await service.start();
      return service;
    },
    addTarget: (name, target) => void targets.set(name, target),
    settle: async () => {
      // Idle twice in a row: between two looks a message may be on its way.
      let quiet = 0;
      await waitFor('all subgraphs to be idle', () => (idle() ? ++quiet : (quiet = 0)) >= 3, {
        timeoutMs: 30_000,
        everyMs: 2,
      });
    },
    stop: async () => {
      for (const service of services.values()) await service.stop();
      await bus.close();
      await mongo.stop();
    },
  };
}

/** A call as the gateway would make it. @default as the system, with 30 s to go */
export function callAs(identity: Identity = systemIdentity('test'), requestId = 'test-request'): CallContext {
  return { identity, requestId, deadlineMs: Date.now() + 30_000 };
}

/** Callers of every kind for tests. */
export const callers = {
  anonymous,
  system: systemIdentity('test'),
  shopper: (subject = 'shopper-1'): Identity => ({ subject, kind: 'shopper', scopes: [] }),
  guest: (subject = 'guest-1'): Identity => ({ subject, kind: 'guest', scopes: [] }),
  agent: (scopes: readonly string[]): Identity => ({
    subject: 'agent-1',
    kind: 'agent',
    scopes: [...scopes],
  }),
  associate: (...locationIds: string[]): Identity => ({
    subject: 'associate-1', kind: 'associate', scopes: ['fulfillment:work', 'stock:read', 'stock:write'], locationIds,
  }), // prettier-ignore
  partner: (channel: string): Identity => ({
    subject: `partner-${channel}`,
    kind: 'partner',
    scopes: ['partner:trade'],
    channel,
  }),
  admin: { ...systemIdentity('test'), subject: 'admin-1', kind: 'admin' } as Identity,
};

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Error(`The test world has no subgraph ${name}; add it, or a target in its place.`);
  return value;
}
