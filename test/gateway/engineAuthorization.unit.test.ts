import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { EngineOptions, FieldAuthority } from '../../gateway/engine/types.ts';
import { composeExample, createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

const nobody: FieldAuthority = { authenticated: false, scopes: new Set(), policies: new Set() };
const reader: FieldAuthority = { ...nobody, authenticated: true, scopes: new Set(['email:read']) };
const payroll: FieldAuthority = { ...nobody, authenticated: true, policies: new Set(['payroll']) };

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

async function setUp(options: Partial<EngineOptions> = {}) {
  const graph = createExampleGraph();
  const engine = await createEngine({ ...graph, ...options });
  const ask = async (query: string, authority: FieldAuthority, variables: Record<string, unknown> = {}) => {
    const prepared = await engine.prepare(query);
    if (!prepared.ok) throw prepared.errors[0] as Error;
    graph.calls.length = 0;
    const { body } = await engine.run(prepared.operation, variables, testScope({ authority }));
    const asked = graph.calls.map((call) => call.query).join('\n');
    return { ...(JSON.parse(body) as Answer), asked };
  };
  return { engine, ask };
}

describe('a field the caller may not see', () => {
  it('is null with a code, and the rest is answered', async () => {
    const { ask } = await setUp();
    const query = '{ user(id: "u1") { name email } }';
    expect(await ask(query, nobody)).toMatchObject({
      data: { user: { name: 'Ada', email: null } },
      errors: [{ path: ['user', 'email'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect((await ask(query, payroll)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const allowed = await ask(query, reader);
    expect(allowed.errors).toBeUndefined();
    expect(allowed.data).toEqual({ user: { name: 'Ada', email: 'u1@example.org' } });
  });

  it('needs every directive that is on it, and spreads its null where it is required', async () => {
    const { ask } = await setUp();
    const query = '{ user(id: "u1") { name salary } }';
    expect((await ask(query, reader)).data).toEqual({ user: null });
    expect((await ask(query, payroll)).data).toEqual({ user: { name: 'Ada', salary: 1_000 } });
  });

  it.each([
    ['plainly', '{ user(id: "u1") { email } }'],
    ['by an alias', '{ user(id: "u1") { id: email } }'],
    ['by an inline fragment', '{ user(id: "u1") { ... on User { email } } }'],
    ['by a named fragment', '{ user(id: "u1") { ...F } } fragment F on User { email }'],
    ['by an interface', '{ people { id ... on User { email } } }'],
    ['by a fragment on an interface', '{ user(id: "u1") { ... on Person { ... on User { email } } } }'],
    ['by a union', '{ actors { ... on User { email } } }'],
    ['by another subgraph', '{ latest { author { email } } }'],
    ['with a condition', 'query Q($yes: Boolean = true) { user(id: "u1") { email @include(if: $yes) } }'],
    [
      'in a conditional fragment',
      'query Q($no: Boolean = false) { user(id: "u1") { ... @skip(if: $no) { email } } }',
    ],
  ])('is neither shown nor fetched when asked for %s', async (_, query) => {
    const { ask } = await setUp();
    const denied = await ask(query, nobody);
    expect(JSON.stringify(denied.data)).not.toContain('@example.org');
    expect(denied.asked).not.toContain('email');
    expect(denied.errors?.every((error) => error.extensions.code === 'UNAUTHENTICATED')).toBe(true);
    expect(denied.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify((await ask(query, reader)).data)).toContain('@example.org');
  });

  it('is judged for each caller of a plan that is cached', async () => {
    const { ask } = await setUp();
    const query = 'query Q($yes: Boolean!) { user(id: "u1") { name email @include(if: $yes) } }';
    expect(JSON.stringify(await ask(query, reader, { yes: true }))).toContain('u1@example.org');
    expect(JSON.stringify(await ask(query, nobody, { yes: true }))).not.toContain('u1@example.org');
    expect((await ask(query, nobody, { yes: false })).errors).toBeUndefined();
    expect(JSON.stringify(await ask(query, reader, { yes: true }))).toContain('u1@example.org');
  });

  it('can cost the whole request, by configuration', async () => {
    const { ask } = await setUp({ authorization: 'refuse-request' });
    const refused = await ask('{ user(id: "u1") { name email } }', nobody);
    expect(refused.data).toBeUndefined();
    expect(refused.asked).toBe('');
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask('{ user(id: "u1") { name email } }', reader)).errors).toBeUndefined();
  });

  it('names its policies to the front', async () => {
    const { engine } = await setUp();
    expect(engine.policies).toEqual(['payroll']);
  });
});

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes", "@key"])`;
const composed = composeExample({
  one: `${link}
    type Query { node: Node any: Any doc: Doc plain: Plain code: Code hello: String }
    type Mutation { wipe: Boolean @authenticated }
    interface Node { id: ID! secret: String }
    type Doc implements Node @authenticated { id: ID! secret: String text: String }
    type Plain implements Node { id: ID! secret: String mine: String }
    union Any = Doc | Plain
    scalar Code @authenticated
  `,
});
/** Composition as used here takes no protection on interfaces; other composers do. */
const guarded = composed.replace(/(interface Node [^}]*secret: String)/, '$1 @authenticated');

describe('protection written on types', () => {
  async function ask(query: string, authority: FieldAuthority, answer: Record<string, unknown>) {
    const asked: string[] = [];
    const engine = await createEngine({
      supergraphSdl: guarded,
      transports: () => ({
        fetch: ({ operation }) => {
          asked.push(operation.query);
          return Promise.resolve({ data: structuredClone(answer) });
        },
        subscribe: () => Promise.reject(new Error('none')),
        close: () => Promise.resolve(),
      }),
    });
    const prepared = await engine.prepare(query);
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const { body } = await engine.run(prepared.operation, {}, testScope({ authority }));
    return { ...(JSON.parse(body) as Answer), asked: asked.join('\n') };
  }
  const doc = { __typename: 'Doc', id: 'd', secret: 's', text: 't' };
  const plain = { __typename: 'Plain', id: 'p', secret: 's' };

  it('covers fields that return the type', async () => {
    const { data, asked } = await ask('{ doc { id } hello }', nobody, { doc, hello: 'hi' });
    expect(data).toEqual({ doc: null, hello: 'hi' });
    expect(asked).not.toContain('doc');
    expect((await ask('{ code }', nobody, { code: 'x' })).data).toEqual({ code: null });
  });

  it('covers objects met behind an interface or union', async () => {
    expect((await ask('{ node { id } }', nobody, { node: doc })).data).toEqual({ node: null });
    expect(
      (await ask('{ any { ... on Doc { text } ... on Plain { id } } }', nobody, { any: doc })).data,
    ).toEqual({ any: null });
    expect((await ask('{ node { id } }', nobody, { node: plain })).data).toEqual({ node: { id: 'p' } });
    expect((await ask('{ node { id } }', reader, { node: doc })).data).toEqual({ node: { id: 'd' } });
  });

  it('of an interface field holds on every type that implements it', async () => {
    const direct = await ask('{ plain { id secret } }', nobody, { plain });
    expect(direct.data).toEqual({ plain: { id: 'p', secret: null } });
    const behind = await ask('{ node { id secret } }', nobody, { node: plain });
    expect(behind.data).toEqual({ node: { id: 'p', secret: null } });
    expect(behind.asked).not.toContain('secret');
  });

  it('keeps a mutation from running', async () => {
    const { data, asked, errors } = await ask('mutation { wipe }', nobody, { wipe: true });
    expect(data).toEqual({ wipe: null });
    expect(asked).toBe('');
    expect(errors?.[0]?.path).toEqual(['wipe']);
  });
});

describe('a supergraph', () => {
  const start = (supergraphSdl: string) =>
    createEngine({
      supergraphSdl,
      transports: () => ({
        fetch: () => Promise.reject(new Error('none')),
        subscribe: () => Promise.reject(new Error('none')),
        close: () => Promise.resolve(),
      }),
    });

  it('is refused when it needs a security feature nobody would enforce', async () => {
    const strange = guarded.replace(
      '@link(url: "https://specs.apollo.dev/link/v1.0")',
      '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://example.org/lock/v1.0", for: SECURITY)',
    );
    expect(strange).not.toBe(guarded);
    await expect(start(strange)).rejects.toThrow(/example\.org\/lock/);
  });

  it.each(['', ', for: SECURITY'])('is refused by name when it uses contexts (%s)', async (purpose) => {
    const contextual = guarded.replace(
      '@link(url: "https://specs.apollo.dev/link/v1.0")',
      `@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/context/v0.1"${purpose})`,
    );
    await expect(start(contextual)).rejects.toThrow(/@context and @fromContext/);
  });

  it('is refused when it uses a security directive without linking it', async () => {
    const unlinked = guarded.replace(/@link\(url: "https:\/\/specs\.apollo\.dev\/authenticated[^)]*\)/, '');
    expect(unlinked).not.toBe(guarded);
    await expect(start(unlinked)).rejects.toThrow(/does not link/);
  });
});
