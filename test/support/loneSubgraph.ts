import type { ExecutionResult } from 'graphql';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { eventTypes, type EventName, type EventPayload } from '../../schema/events/registry.ts';
import type { Identity } from '../../schema/identity.ts';
import { callAs, createWorld, type TestWorld } from './world.ts';

/** One subgraph alone in its world: the test speaks for its neighbours and hears all it tells them. */
export interface LoneSubgraph extends TestWorld {
  /** Everything the subgraph has told other subgraphs, each event once. */
  readonly told: JournalEvent[];
  run(query: string, variables: Record<string, unknown>, who?: Identity): Promise<ExecutionResult>;
  /** `data` of an operation that must succeed. */
  ok<T = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
    who?: Identity,
  ): Promise<T>;
  /** The code of an operation that must fail. */
  code(query: string, variables: Record<string, unknown>, who?: Identity): Promise<unknown>;
  /** Somebody else's event arrives and, unless told otherwise, everything it sets off has happened. */
  hear<N extends EventName>(
    type: N,
    data: EventPayload<N>,
    stream: string,
    id?: string,
    settled?: boolean,
  ): Promise<void>;
  toldOf<N extends EventName>(type: N): EventPayload<N>[];
}

/**
 * A world for one subgraph. `subgraph` gives the subgraph itself, which the test creates in this world and may open again;
 * `caller` is who asks where a test names nobody.
 */
export async function createLoneSubgraph(options: {
  readonly name: string;
  readonly consumes: readonly string[];
  readonly subgraph: () => SubgraphService;
  readonly caller: Identity;
}): Promise<LoneSubgraph> {
  const { name, consumes, caller } = options;
  const world = await createWorld({ consumes: { [name]: consumes, listener: Object.keys(eventTypes) } });
  const told: JournalEvent[] = [];
  world.bus.subscribe('event.listener', async (message) => {
    const event = message['event'] as JournalEvent;
    if (!told.some((known) => known.id === event.id)) told.push(event);
    const { id: eventId, stream } = event;
    await world.bus.publish(`ack.${String(message['owner'])}`, { eventId, stream, consumer: 'listener' });
  });
  const run: LoneSubgraph['run'] = (query, variables, who = caller) =>
    options.subgraph().execute({ query, variables }, callAs(who));
  let heard = 0;
  return {
    ...world,
    ...{ told, run },
    ok: async <T>(query: string, variables: Record<string, unknown> = {}, who?: Identity) => {
      const { data, errors } = await run(query, variables, who);
      if (errors !== undefined) throw new Error(`Unexpected: ${JSON.stringify(errors)}`);
      return JSON.parse(JSON.stringify(data)) as T;
    },
    code: async (query, variables, who) => {
      const { errors } = await run(query, variables, who);
      return errors?.[0]?.extensions['code'];
    },
    hear: async (type, data, stream, id, settled = true) => {
      heard += 1;
      const parsed = eventTypes[type].payload.parse(data) as Record<string, unknown>;
      const event: JournalEvent = {
        ...{ id: id ?? `heard-${heard}`, stream, seq: heard, type, v: 1, at: world.clock.nowMs() },
        ...{ actor: 'test', cause: 'test', data: parsed },
      };
      await world.bus.publish(`event.${name}`, { event, consumer: name, owner: 'others' });
      if (settled) await world.settle();
    },
    toldOf: <N extends EventName>(type: N) =>
      told.filter((event) => event.type === type).map((event) => event.data as EventPayload<N>),
  };
}
