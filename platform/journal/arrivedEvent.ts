import { z } from 'zod';
import { checkedPayload, type EventTypes } from './eventTypes.ts';
import type { JournalEvent } from './journalRow.ts';

const name = z.string().min(1).max(1_000);

/** An event as another subgraph's relay sends it; its payload is looked at by its type. */
const envelope = z.strictObject({
  id: name,
  stream: name,
  seq: z.number().int().min(1),
  type: z.string().min(1).max(100),
  v: z.number().int().min(1).max(1_000),
  at: z.number().int(),
  actor: z.string().max(2_000),
  cause: z.string().max(2_000),
  data: z.record(z.string(), z.unknown()),
});

/** Longest payload, characters of its JSON. */
const longestPayload = 262_144;

/**
 * An event that came by a bus, once it is what schema/events says: declared, of the version this process knows, with a
 * payload that fits, and of the subgraph that sends it. Throws with the reason otherwise; never with a value of the event.
 */
export function arrivedEvent(value: unknown, owner: unknown, types: EventTypes): JournalEvent {
  const parsed = envelope.safeParse(value);
  if (!parsed.success)
    throw new Error(
      `It is not an event: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}.`,
    );
  const event = parsed.data;
  if (typeof owner !== 'string' || !event.type.startsWith(`${owner}.`))
    throw new Error('A subgraph sends events of its own alone.');
  if (!Object.hasOwn(types, event.type)) throw new Error('The event type is not declared in schema/events.');
  if (JSON.stringify(event.data).length > longestPayload)
    throw new Error(`A payload has at most ${longestPayload} characters.`);
  const { data, v } = checkedPayload(types, event.type, event.data);
  if (v !== event.v) throw new Error(`Version ${v} is known here, not ${event.v}.`);
  return { ...event, data };
}
