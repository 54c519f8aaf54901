import type { Document } from 'mongodb';
import { withoutExtraTimeout, withPlainEquality } from './driverQuirks.ts';
import type { EntityMap } from './entityMap.ts';
import { Mismatch } from './format.ts';
import type { ExpectedEvents } from './format.ts';
import { match } from './match.ts';
import { ObservedClient } from './observedClient.ts';
import type { SeenEvent } from './observedClient.ts';
import { isDocument } from './values.ts';

/** Checks the events a client showed against those expected of it, in order; throws a Mismatch. */
export function expectEvents(expected: ExpectedEvents, entities: EntityMap): void {
  const { seen } = entities.typed(expected.client, ObservedClient);
  const events = seen.filter(({ eventType }) => eventType === (expected.eventType ?? 'command'));
  const enough = expected.ignoreExtraEvents
    ? events.length >= expected.events.length
    : events.length === expected.events.length;
  if (!enough) {
    throw new Mismatch(`expected events ${names(expected.events)}, got ${events.map(nameOf).join(' ')}`);
  }
  for (const [index, wanted] of expected.events.entries()) {
    expectEvent(wanted, events[index] as SeenEvent, `events[${index}]`, entities);
  }
}

function expectEvent(wanted: Document, event: SeenEvent, path: string, entities: EntityMap): void {
  const [type, fields] = Object.entries(wanted)[0] as [string, Document];
  if (event.type !== type) throw new Mismatch(`${path}: expected ${type}, got ${nameOf(event)}`);
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('has')) throw new Error(`this runner does not check ${name}`);
    match(value, comparable(name, value, event.fields[name]), {
      entities,
      path: `${path}.${name}`,
      root: true,
    });
  }
}

function comparable(name: string, expected: unknown, actual: unknown): unknown {
  if (name !== 'command' || !isDocument(expected) || !isDocument(actual)) return actual;
  return withPlainEquality(withoutExtraTimeout(expected, actual));
}

function nameOf({ type, fields }: SeenEvent): string {
  return `${type}:${fields.commandName ?? ''}`;
}

function names(events: Document[]): string {
  return events
    .map((event) => {
      const [type, fields] = Object.entries(event)[0] as [string, Document];
      return `${type}:${fields.commandName ?? Object.keys(fields.command ?? {})[0] ?? ''}`;
    })
    .join(' ');
}
