import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../gateway/settings.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { endpoint } = defaultSettings();

describe('budgets', () => {
  it('stop a principal that asks too often, say when to come back, and leave others alone', async () => {
    const tokens = await createIssuer();
    const budget = { requests: 3, cost: 1_000_000, windowSeconds: 60 };
    await using world = await createWorld(
      { endpoint: { ...endpoint, budget } },
      { verifier: tokens.verifier },
    );
    const greedy = await tokens.bearer({ sub: 'greedy' });
    for (let round = 0; round < 3; round++) {
      const answer = await world.post({ query: '{ __typename }' }, greedy);
      expect(answer.status).toBe(200);
      if (round > 0) expect(Number(answer.headers.get('ratelimit-remaining'))).toBeLessThan(3);
      await answer.text();
    }
    const refused = await world.post({ query: '{ __typename }' }, greedy);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    const other = await world.post({ query: '{ __typename }' }, await tokens.bearer({ sub: 'modest' }));
    expect(other.status).toBe(200);
  });

  it('count what operations cost, not only how many there are', async () => {
    const budget = { requests: 1_000, cost: 400, windowSeconds: 60 };
    await using world = await createWorld({ endpoint: { ...endpoint, budget } });
    const dear = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: products(first: 3) { id name }`).join(' ')} }`;
    const statuses: number[] = [];
    for (let round = 0; round < 30 && statuses.at(-1) !== 429; round++) {
      const answer = await world.post({ query: dear });
      statuses.push(answer.status);
      await answer.text();
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.length).toBeLessThan(30);
  });

  it('charge for texts that turn out to be nonsense', async () => {
    const budget = { requests: 1_000, cost: 52, windowSeconds: 60 };
    await using world = await createWorld({ endpoint: { ...endpoint, budget } });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++) {
      const answer = await world.post({ query: `{ nonsense${round} }` });
      statuses.push(answer.status);
      await answer.text();
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe('the guard', () => {
  it('refuses a bomb of nested fragments before anything expensive, and says which limit', async () => {
    await using world = await createWorld();
    const levels = 18;
    const fragments = Array.from({ length: levels }, (_, level) =>
      level === levels - 1
        ? `fragment F${level} on Product { id }`
        : `fragment F${level} on Product { ...F${level + 1} ... on Product { ...F${level + 1} } }`,
    );
    const answer = await world.post({ query: `{ products { ...F0 } } ${fragments.join(' ')}` });
    const body = await answer.text();
    expect(body).toContain('errors');
    expect(body).not.toContain('"data"');
    expect(world.switches.calls.products).toBe(0);
  });

  it('refuses too many tokens, aliases and root fields by configuration', async () => {
    await using world = await createWorld({ limits: { tokens: 60, aliases: 3, rootFields: 4, depth: 2 } });
    const refused = [
      `{ ${'id '.repeat(100)} }`,
      '{ a: __typename b: __typename c: __typename d: __typename }',
      '{ __typename slow broken coded secretPrice }',
      '{ product(id: 1) { reviews { body } } }',
    ];
    for (const query of refused) {
      const { data, errors } = await world.ask(query);
      expect(data, query).toBeUndefined();
      expect(errors?.length, query).toBeGreaterThan(0);
    }
    expect(world.switches.calls.products).toBe(0);
    expect((await world.ask('{ products { id } }')).errors).toBeUndefined();
  });
});

describe('the safelist', () => {
  const query = '{ products(first: 1) { id } }';
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'list-one', name: 'One', type: 'query', body: query }],
  };

  it('runs listed operations by text, hash or id, and nothing else', async () => {
    const { createSafelist } = await import('../../gateway/admission/safelist.ts');
    await using world = await createWorld({ safelistOnly: true }, { safelist: createSafelist(manifest) });
    const expected = { data: { products: [{ id: '0' }] } };
    expect(await world.ask(query)).toEqual(expected);
    expect(await (await world.post({ documentId: 'list-one' })).json()).toEqual(expected);
    const { createHash } = await import('node:crypto');
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    expect(
      await (await world.post({ extensions: { persistedQuery: { version: 1, sha256Hash } } })).json(),
    ).toEqual(expected);
    const other = await world.post({ query: '{ __typename }' });
    expect(other.status).toBe(403);
    expect(await other.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_ALLOWED' } }] });
  });
});
