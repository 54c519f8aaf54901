import { eventTypes } from '../../schema/events/registry.ts';
import { consumersOf } from './eventsAsyncApi.ts';
import { eventTexts } from './eventTexts.ts';
import { generatedNote, page, table } from './text.ts';

/** The page of all event types: version, who hears them, what they mean. */
export function eventsPage(): string {
  const texts = eventTexts();
  const rows = Object.entries(eventTypes).map(([name, { v }]) => [
    `\`${name}\``,
    String(v),
    consumersOf(name).join(', '),
    texts.get(name) ?? '',
  ]);
  return page(
    generatedNote,
    '# Events',
    'Every change of an aggregate is an event in the journal of its subgraph. Those that another subgraph hears travel to it; the others are history and timeline. Payloads: [events.asyncapi.json](events.asyncapi.json), from the types in `schema/events`. How they travel: [journal and events](../explanation/journal-and-events.md).',
    table(['Event', 'Version', 'Heard by', 'Meaning'], rows),
  );
}
