import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../schema/events/registry.ts';
import { consumes } from '../../main/subgraphs.ts';
import { webhookBody } from '../../subgraphs/shipping/webhooks/body.ts';
import { eventsAsyncApi } from './eventsAsyncApi.ts';
import { eventTexts } from './eventTexts.ts';
import { webhooksOpenApi } from './webhooksOpenApi.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The value a JSON pointer of this document leads to. */
function resolve(document: unknown, pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (isNode(node) ? node[key.replaceAll('~1', '/')] : undefined), document);
}
const references = (value: unknown): string[] =>
  isNode(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
      )
    : [];
const record = (value: unknown): Readonly<Record<string, Node>> => value as Readonly<Record<string, Node>>;

describe('the AsyncAPI document', () => {
  const document = eventsAsyncApi('1.2.3');

  it('has what AsyncAPI 3 asks for, and no reference that leads nowhere', () => {
    expect(document).toMatchObject({ asyncapi: '3.0.0', info: { version: '1.2.3' } });
    const found = references(document);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((each) => !isNode(resolve(document, each)))).toEqual([]);
    for (const channel of Object.values(record(document['channels'])))
      expect(channel['address']).toMatch(/^event\.\w+$/);
    for (const operation of Object.values(record(document['operations']))) {
      expect(['send', 'receive']).toContain(operation['action']);
      // The messages of an operation must be messages of its channel.
      const channel = (operation['channel'] as { $ref: string }).$ref;
      for (const each of operation['messages'] as { $ref: string }[])
        expect(each.$ref.startsWith(`${channel}/messages/`)).toBe(true);
    }
  });
  it('names every event type, and each with everybody who hears it', () => {
    const { messages } = record(document['components']);
    expect(Object.keys(messages ?? {})).toEqual(Object.keys(eventTypes));
    for (const [consumer, names] of Object.entries(consumes)) {
      const channel = record(document['channels'])[consumer];
      expect(Object.keys(record(channel?.['messages'] ?? {}))).toEqual([...names].sort());
    }
  });
  it('takes the meaning of events from their comments', () => {
    expect(eventTexts().get('catalog.StockImported')).toBe(
      'Counted stock was taken over; the whole positions that changed.',
    );
    expect([...eventTexts().keys()].filter((name) => !(name in eventTypes))).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const document = webhooksOpenApi('1.2.3');

  it('has what OpenAPI 3.1 asks for, and no reference that leads nowhere', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
    expect(references(document).filter((each) => !isNode(resolve(document, each)))).toEqual([]);
    const ids: unknown[] = [];
    for (const [path, methods] of Object.entries(record(document['paths'])))
      for (const operation of Object.values(record(methods))) {
        ids.push(operation['operationId']);
        const named = ((operation['parameters'] ?? []) as { in: string; name: string }[])
          .filter((each) => each.in === 'path')
          .map((each) => each.name);
        expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(named);
        for (const answer of Object.values(record(operation['responses'])))
          expect(answer['description']).toEqual(expect.any(String));
      }
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('describes the body of a webhook as the code reads it', () => {
    const schema = resolve(
      document,
      '#/paths/~1webhooks~1carriers~1{carrier}/post/requestBody/content/application~1json/schema',
    ) as { properties: object; required: string[] };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(webhookBody.shape));
    expect(schema.required).toEqual(Object.keys(webhookBody.shape));
  });
});
