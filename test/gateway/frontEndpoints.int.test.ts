import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../gateway/settings.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';

describe('an endpoint in production', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(defaultSettings(true));
  });
  afterAll(() => world.stop());

  it('answers no introspection', async () => {
    const answer = await world.ask('{ __schema { types { name } } }');
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await world.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  it('hints at no names', async () => {
    const answer = await world.ask('{ product(id: 1) { nam } }');
    expect(answer.errors?.[0]?.message).toBe('Cannot query field "nam" on type "Product".');
  });

  it('shows browsers no page', async () => {
    const answer = await fetch(world.url, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-type')).toContain('application/json');
  });
});

describe('the partner endpoint', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.stop());

  it('answers what is in the contract', async () => {
    const { data } = await world.ask('{ products(first: 1) { id name } }', {}, world.partnerUrl);
    expect(data).toEqual({ products: [{ id: '0', name: 'Chair' }] });
  });

  it('knows nothing else: no field, no type, no hint', async () => {
    const { errors } = await world.ask('{ products { price } }', {}, world.partnerUrl);
    expect(errors?.[0]?.message).toBe('Cannot query field "price" on type "Product".');
    const schema = JSON.stringify(
      await world.ask('{ __schema { types { name fields { name } } } }', {}, world.partnerUrl),
    );
    for (const hidden of ['Review', 'price', 'margin', 'secretPrice', 'Mutation'])
      expect(schema).not.toContain(`"${hidden}"`);
    const hint = await world.ask('{ products { pric } }', {}, world.partnerUrl);
    expect(JSON.stringify(hint)).not.toContain('price');
  });
});

describe('CORS', () => {
  const settings = defaultSettings();
  let world: World;
  beforeAll(async () => {
    const cors = { origins: ['https://shop.example'], credentials: true, maxAgeSeconds: 60 };
    world = await createWorld({ endpoint: { ...settings.endpoint, cors } });
  });
  afterAll(() => world.stop());

  const preflight = (origin: string) =>
    fetch(world.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, authorization',
      },
    });

  it('lets a listed origin in, with credentials', async () => {
    const answer = await preflight('https://shop.example');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, authorization');
    expect(answer.headers.get('vary')).toContain('origin');
  });

  it('tells an unlisted origin nothing', async () => {
    const answer = await preflight('https://evil.example');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('access-control-allow-methods')).toBeNull();
  });

  it('answers a listed origin readably, also when it refuses', async () => {
    const answer = await world.post('nonsense', { origin: 'https://shop.example' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });
});
