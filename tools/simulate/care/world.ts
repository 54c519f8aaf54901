import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { inProcessBus } from '../../../platform/bus/inProcessBus.ts';
import { simulatedClock, type SimulatedClock } from '../../../platform/clock/simulatedClock.ts';
import { noCrashpoint } from '../../../platform/crashpoint/crashpoint.ts';
import { createSubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { seededIds } from '../../../platform/ids/ids.ts';
import { subscriptionTable } from '../../../platform/journal/subscriptions.ts';
import { silentLog } from '../../../platform/log/log.ts';
import { connectMongo } from '../../../platform/mongo/connect.ts';
import { seededRandom } from '../../../platform/random/random.ts';
import { eventTypes } from '../../../schema/events/registry.ts';
import type { MailTransport } from '../../../subgraphs/care/ports.ts';
import { careConsumes } from '../../../subgraphs/care/reactions.ts';
import { careModels, type CareModels } from '../../../subgraphs/care/store/models.ts';
import { createCareSubgraph } from '../../../subgraphs/care/subgraph.ts';
import type { Told } from './timeline.ts';

/** Care alone in its world: its own database and clock, and a provider that takes every mail. */
export interface SimulatedCare {
  readonly clock: SimulatedClock;
  readonly models: CareModels;
  /** Mails that the provider took. */
  readonly mails: () => number;
  /** Tells care what others saw, and waits until it has taken it in. */
  hear(events: readonly Told[]): Promise<void>;
  /** Moves the clock and waits until everything that this sets off has happened. */
  moveTo(atMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the care subgraph as the application does, over an embedded database in a temporary folder. */
export async function openSimulatedCare(startMs: number, transport?: MailTransport): Promise<SimulatedCare> {
  const dataDir = await mkdtemp(join(tmpdir(), 'promesse-simulated-'));
  const database = await startEmbeddedMongo({ dataDir, worker: true });
  const connection = await connectMongo({ uri: database.uri, database: 'care' });
  const log = silentLog();
  const clock = simulatedClock(startMs);
  const bus = inProcessBus({ log });
  const newId = seededIds('simulate', clock);
  let mails = 0;
  const mail: MailTransport = transport ?? {
    send: () => Promise.resolve(void (mails += 1)),
    stop: () => Promise.resolve(),
  };
  const care = createCareSubgraph({
    ...{ connection, bus, clock, newId, log, eventTypes, crashpoint: noCrashpoint, soleWriter: true, mail },
    random: seededRandom('simulate'),
    subscriptions: subscriptionTable({ care: careConsumes }),
    client: createSubgraphClient({ caller: 'care', newId, target: neighbour }),
    config: { linkSecret: 'a secret of this simulation, used for nothing else' },
  });
  await care.start();
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet = care.isIdle() ? quiet + 1 : 0) await nextTurn();
  };
  let heard = 0;
  return {
    ...{ clock, models: careModels(connection), mails: () => mails },
    hear: async (events) => {
      for (const { type, stream, atMs, data } of events) {
        heard += 1;
        const event = {
          ...{ id: `told-${heard}`, stream, seq: heard, type, v: eventTypes[type].v, at: atMs },
          ...{ actor: 'simulation', cause: 'simulation', data },
        };
        await bus.publish('event.care', { event, consumer: 'care', owner: 'others' });
      }
      await settle();
    },
    moveTo: async (atMs) => {
      await clock.advanceTo(atMs);
      await settle();
    },
    stop: async () => {
      await care.stop();
      await bus.close();
      await connection.close();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What care asks its neighbours: how a customer is reached, and what an article is called. */
const neighbour = (name: string) => ({
  execute: ({ variables }: { readonly variables?: Readonly<Record<string, unknown>> | undefined }) =>
    Promise.resolve({
      data:
        name === 'catalog'
          ? { variant: { title: 'Thing' } }
          : {
              order: {
                address: null,
                contact: { email: `${String(variables?.['id'])}@example.com`, phone: null, consents: [] },
              },
            },
    }),
});
