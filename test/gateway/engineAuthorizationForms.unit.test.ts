import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine, FieldAuthority, RequestScope } from '../../gateway/engine/types.ts';
import { createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

const nobody: FieldAuthority = { authenticated: false, scopes: new Set(), policies: new Set() };

/** One field for each directive: what it answers with for user u1, who may see it, and what others are told. */
const protectedFields = [
  {
    directive: '@authenticated',
    field: 'since',
    secret: 'u1-since',
    may: { ...nobody, authenticated: true },
  },
  {
    directive: '@requiresScopes',
    field: 'email',
    secret: 'u1@example.org',
    may: { ...nobody, authenticated: true, scopes: new Set(['email:read']) },
  },
  {
    directive: '@policy',
    field: 'grade',
    secret: 'u1-grade',
    may: { ...nobody, authenticated: true, policies: new Set(['payroll']) },
  },
];

/** A selection on `Person` that reaches the field in another syntactic form each. */
const forms: Readonly<
  Record<string, (field: string) => { readonly selection: string; readonly more?: string }>
> = {
  plainly: (field) => ({ selection: `... on User { ${field} }` }),
  'by an alias': (field) => ({ selection: `... on User { id: ${field} }` }),
  'by the alias of another field': (field) => ({ selection: `... on User { name: ${field} nick }` }),
  'by nested fragments': (field) => ({ selection: `... on Person { ... on User { ... { ${field} } } }` }),
  'by a named fragment': (field) => ({ selection: '...F', more: `fragment F on User { ${field} }` }),
  'by a fragment in a fragment': (field) => ({
    selection: '...F',
    more: `fragment F on Person { ...G } fragment G on User { ${field} }`,
  }),
  'twice, once skipped': (field) => ({
    selection: `... on User { ${field} @skip(if: true) } ... on User { ${field} }`,
  }),
  'with a condition': (field) => ({ selection: `... on User { ${field} @include(if: $yes) }` }),
  'in a conditional fragment': (field) => ({ selection: `... on User @skip(if: $no) { ${field} }` }),
  'through another subgraph': (field) => ({
    selection: `... on User { reviews(first: 1) { author { ${field} } } }`,
  }),
};

/** Ways a selection on a person reaches a client. `places` name the type the selection is put on. */
const ways: Readonly<
  Record<string, { readonly query: (selection: string) => string; readonly run: typeof runOnce }>
> = {
  'a query by interface': {
    query: (selection) => `query Q($yes: Boolean!, $no: Boolean!) { people { ${selection} } }`,
    run: runOnce,
  },
  'a query by union': {
    query: (selection) => `query Q($yes: Boolean!, $no: Boolean!) { actors { ${selection} } }`,
    run: runOnce,
  },
  'a mutation': {
    query: (selection) =>
      `mutation Q($yes: Boolean!, $no: Boolean!) { rename(id: "u1", name: "A") { ${selection} } }`,
    run: runOnce,
  },
  'deferred parts': {
    query: (selection) =>
      `query Q($yes: Boolean!, $no: Boolean!) { user(id: "u1") { __typename ... @defer { ${selection} } } }`,
    run: runParts,
  },
  'events of a subscription': {
    query: (selection) => `subscription Q($yes: Boolean!, $no: Boolean!) { renamed { ${selection} } }`,
    run: runEvent,
  },
};

const variables = { yes: true, no: false };
type Prepared = Extract<Awaited<ReturnType<Engine['prepare']>>, { ok: true }>['operation'];

async function runOnce(engine: Engine, operation: Prepared, scope: RequestScope): Promise<string> {
  return (await engine.run(operation, variables, scope)).body;
}

async function runParts(engine: Engine, operation: Prepared, scope: RequestScope): Promise<string> {
  let text = '';
  for await (const part of engine.runIncremental(operation, variables, scope)) text += part.body;
  return text;
}

async function runEvent(engine: Engine, operation: Prepared, scope: RequestScope): Promise<string> {
  const outcome = await engine.subscribe(operation, variables, scope);
  if (!outcome.ok) return outcome.response.body;
  let text = '';
  for await (const event of outcome.events) text += event.body;
  return text;
}

async function* renamed() {
  await Promise.resolve();
  yield { renamed: { __typename: 'User', id: 'u1', name: 'Ada' } };
}

const graph = createExampleGraph({ accounts: { Subscription: { renamed: { subscribe: renamed } } } });
const { calls } = graph;
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(graph);
});

describe.each(protectedFields)('a field behind $directive', ({ field, secret, may }) => {
  describe.each(Object.keys(ways))('in %s', (way) => {
    it.each(Object.keys(forms))(
      'asked for %s, is for those who may see it, on one cached plan',
      async (form) => {
        const { selection, more = '' } = forms[form]!(field);
        const unused = !`${selection}${more}`.includes('$');
        const { query: queryOf, run } = ways[way]!;
        const text = `${queryOf(selection)} ${more}`;
        // Variables that are not used do not validate.
        const used = text.includes('$yes)') ? '($yes: Boolean!)' : '($no: Boolean!)';
        const query = text.replace('($yes: Boolean!, $no: Boolean!)', unused ? '' : used);
        const prepared = await engine.prepare(query);
        if (!prepared.ok) throw prepared.errors[0] as Error;
        for (const _round of [1, 2]) {
          expect(await run(engine, prepared.operation, testScope({ authority: may }))).toContain(secret);
          calls.length = 0;
          const refused = await run(engine, prepared.operation, testScope({ authority: nobody }));
          expect(refused).not.toContain(secret);
          expect(refused).toContain('"UNAUTHENTICATED"');
          expect(calls.some((call) => call.query.includes(field))).toBe(false);
        }
        const other: FieldAuthority = { ...nobody, authenticated: true, scopes: new Set(['other']) };
        if (!may.scopes.size && !may.policies.size) return;
        const forbidden = await run(engine, prepared.operation, testScope({ authority: other }));
        expect(forbidden).not.toContain(secret);
        expect(forbidden).toContain('"FORBIDDEN"');
      },
    );
  });
});

describe('introspection', () => {
  it('tells everybody the same schema, and no verdict is passed on it', async () => {
    const open = await createEngine({ ...createExampleGraph(), introspection: true });
    const query = '{ __type(name: "User") { fields { name } } __typename }';
    const prepared = await open.prepare(query);
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const answers = await Promise.all(
      [nobody, ...protectedFields.map(({ may }) => may)].map((authority) =>
        runOnce(open, prepared.operation, testScope({ authority })),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    for (const { field } of protectedFields) expect(answers[0]).toContain(`"${field}"`);
    expect(answers[0]).not.toContain('errors');
    expect(prepared.operation.protected).toBe(false);
  });
});
