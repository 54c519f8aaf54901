import { consumes } from '../../main/subgraphs.ts';
import { eventTypes } from '../../schema/events/registry.ts';
import { eventTexts } from './eventTexts.ts';
import { jsonSchemaOf, type Json } from './jsonSchema.ts';

/** What each subgraph hears, by name: the order in the code says nothing. */
const heard: readonly (readonly [consumer: string, names: readonly string[]])[] = Object.entries(
  consumes,
).map(([consumer, names]) => [consumer, [...names].sort()]);
const ref = (path: string): Json => ({ $ref: `#/${path}` });
const ownerOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** What stands around every payload in a journal and on the bus. */
const envelope: Json = {
  type: 'object',
  required: ['id', 'stream', 'seq', 'type', 'v', 'at', 'actor', 'cause', 'data'],
  properties: {
    id: { type: 'string', description: 'The key under which a consumer applies the event once.' },
    stream: { type: 'string', description: 'The aggregate: `order:<id>`.' },
    seq: { type: 'integer', minimum: 1, description: 'Place in the stream, without gaps.' },
    type: { type: 'string', description: 'Full name of the event type.' },
    v: { type: 'integer', minimum: 1, description: 'Version of the payload.' },
    at: { type: 'integer', description: 'When it was decided, epoch milliseconds.' },
    actor: { type: 'string', description: 'Who caused it.' },
    cause: { type: 'string', description: 'The request or event it follows from.' },
    data: { type: 'object', description: 'The payload.' },
  },
};

function messages(): Record<string, Json> {
  const texts = eventTexts();
  return Object.fromEntries(
    Object.entries(eventTypes).map(([name, { v, payload }]) => {
      const own = { type: { const: name }, v: { const: v }, data: jsonSchemaOf(payload) };
      return [
        name,
        {
          name,
          title: name,
          ...(texts.has(name) ? { summary: texts.get(name) } : {}),
          contentType: 'application/json',
          payload: {
            type: 'object',
            required: ['event', 'consumer', 'owner'],
            properties: {
              event: { allOf: [ref('components/schemas/envelope'), { type: 'object', properties: own }] },
              consumer: { type: 'string', description: 'The subgraph that hears it.' },
              owner: { const: ownerOf(name), description: 'The subgraph whose journal has it.' },
            },
          },
        },
      ];
    }),
  );
}

/** One topic for each subgraph that hears something. */
const channels = (): Record<string, Json> =>
  Object.fromEntries(
    heard
      .filter(([, names]) => names.length > 0)
      .map(([consumer, names]) => [
        consumer,
        {
          address: `event.${consumer}`,
          description: `What ${consumer} hears.`,
          messages: Object.fromEntries(names.map((name) => [name, ref(`components/messages/${name}`)])),
        },
      ]),
  );

function operations(): Record<string, Json> {
  const all: Record<string, Json> = {};
  for (const [consumer, names] of heard) {
    const messagesOf = (chosen: readonly string[]): Json[] =>
      chosen.map((name) => ref(`channels/${consumer}/messages/${name}`));
    if (names.length === 0) continue;
    all[`${consumer}.hears`] = {
      action: 'receive',
      channel: ref(`channels/${consumer}`),
      messages: messagesOf(names),
    };
    for (const owner of new Set(names.map(ownerOf)))
      all[`${owner}.tells.${consumer}`] = {
        action: 'send',
        channel: ref(`channels/${consumer}`),
        messages: messagesOf(names.filter((name) => ownerOf(name) === owner)),
      };
  }
  return all;
}

/** The events between subgraphs as an AsyncAPI 3 document. */
export const eventsAsyncApi = (version: string): Json => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Promesse: events between subgraphs',
    version,
    description:
      'The bus only wakes the consumer; it may lose, repeat and reorder. The journals hold the truth, and a sweeper sends again what has not been acknowledged.',
  },
  defaultContentType: 'application/json',
  channels: channels(),
  operations: operations(),
  components: { messages: messages(), schemas: { envelope } },
});

/** Who hears an event type. */
export const consumersOf = (name: string): string[] =>
  heard.filter(([, names]) => names.includes(name)).map(([consumer]) => consumer);
