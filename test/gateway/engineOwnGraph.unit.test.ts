import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, execute, parse, printSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { createJavascriptPlanner } from '../../gateway/engine/plan/javascriptPlanner.ts';
import { noRollout } from '../../gateway/engine/plan/rollout.ts';
import type { PlannerChoice } from '../../gateway/engine/types.ts';
import type { ComparableAnswer } from './fixtures/errorPlaces.ts';
import { errorPlaces } from './fixtures/errorPlaces.ts';
import { testScope } from './fixtures/exampleGraph.ts';
import { mockResolver, mockTransports } from './fixtures/mockGraph.ts';
import { randomQuery } from './fixtures/randomQuery.ts';

const schemaRoot = join(import.meta.dirname, '../../schema');
const read = (path: string) => readFileSync(join(schemaRoot, path), 'utf8');
const shared = readdirSync(join(schemaRoot, 'shared')).map((file) => parse(read(`shared/${file}`)));
const subgraphs = Object.fromEntries(
  readdirSync(join(schemaRoot, 'subgraphs')).map((file) => [
    file.replace('.graphql', ''),
    [...shared, parse(read(`subgraphs/${file}`))],
  ]),
);

/** A caller who may see everything. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}
const everything = { authenticated: true, scopes: new Everything(), policies: new Everything() };

describe.each<[PlannerChoice, number]>([
  ['native', 150],
  ['javascript', 40],
])('our own supergraph with the %s planner', (planner, numRuns) => {
  it('is answered over its subgraphs as graphql-js answers it over one schema', async () => {
    const supergraphSdl = read('supergraph.graphql');
    const plain = await createEngine({
      supergraphSdl,
      planner,
      limits: { planningMs: 0 },
      transports: () => ({
        fetch: () => Promise.reject(new Error('none')),
        subscribe: () => Promise.reject(new Error('none')),
        close: () => Promise.resolve(),
      }),
    });
    const schema = buildSchema(printSchema(plain.apiSchema));
    const engine = await createEngine({
      supergraphSdl,
      planner,
      limits: { planningMs: 0 },
      transports: mockTransports(subgraphs, schema),
    });
    const fieldResolver = mockResolver(schema);
    await fc.assert(
      fc.asyncProperty(
        randomQuery(schema, { ids: ['ProductVariant3', 'Order2', 'Cart5'], mutations: true }),
        async ({ query, variables }) => {
          const document = parse(query);
          fc.pre(validate(schema, document).length === 0);
          const reference = await execute({ schema, document, variableValues: variables, fieldResolver });
          const expected = JSON.parse(JSON.stringify(reference)) as ComparableAnswer;
          const prepared = await engine.prepare(query);
          if (!prepared.ok) throw prepared.errors[0]?.originalError ?? (prepared.errors[0] as Error);
          const { body } = await engine.run(
            prepared.operation,
            variables,
            testScope({ authority: everything }),
          );
          const answer = JSON.parse(body) as ComparableAnswer;
          expect(answer.data).toEqual(expected.data);
          expect(errorPlaces(answer)).toEqual(errorPlaces(expected));
        },
      ),
      { numRuns },
    );
  });
});

describe.each(['supergraph.graphql', 'partner.graphql'])('@defer over %s', (file) => {
  it('is planned in parts', async () => {
    const planner = createJavascriptPlanner(read(file));
    const text = '{ products(first: 1) { edges { node { id ... @defer { title } } } } }';
    const plan = await planner.plan({ text, operationName: undefined, defer: true, rollout: noRollout });
    expect(plan?.kind).toBe('defer');
  });
});
