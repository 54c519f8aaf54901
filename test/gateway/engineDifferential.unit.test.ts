import fc from 'fast-check';
import { buildSchema, execute, parse, printSchema, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine, PlannerChoice } from '../../gateway/engine/types.ts';
import type { ComparableAnswer } from './fixtures/errorPlaces.ts';
import { errorPlaces } from './fixtures/errorPlaces.ts';
import type { RandomQuery } from './fixtures/randomQuery.ts';
import { randomQuery } from './fixtures/randomQuery.ts';
import { attachReference, createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

const graph = createExampleGraph();
const allowed = testScope({
  authority: { authenticated: true, scopes: new Set(['email:read']), policies: new Set(['payroll']) },
});
const values = { ids: ['u1', 'u2', 'k1', 'k3', 'g2', 'none', 'broken'], mutations: true };

async function runEngine(engine: Engine, { query, variables }: RandomQuery): Promise<ComparableAnswer> {
  const prepared = await engine.prepare(query);
  if (!prepared.ok) throw prepared.errors[0]?.originalError ?? prepared.errors[0] ?? new Error('refused');
  return JSON.parse((await engine.run(prepared.operation, variables, allowed)).body) as ComparableAnswer;
}

describe.each<PlannerChoice>(['native', 'javascript'])(
  'the compiled engine with the %s planner',
  (planner) => {
    let engine: Engine;
    beforeAll(async () => {
      const { supergraphSdl, transports } = graph;
      engine = await createEngine({ supergraphSdl, transports, planner, limits: { planningMs: 0 } });
    });

    it('answers generated operations as graphql-js answers them over one schema', async () => {
      const schema = attachReference(buildSchema(printSchema(engine.apiSchema)));
      await fc.assert(
        fc.asyncProperty(randomQuery(schema, values), async (request) => {
          const document = parse(request.query);
          fc.pre(validate(schema, document).length === 0);
          const expected = JSON.parse(
            JSON.stringify(await execute({ schema, document, variableValues: request.variables })),
          ) as ComparableAnswer;
          const answer = await runEngine(engine, request);
          expect(answer.data).toEqual(expected.data);
          expect(errorPlaces(answer)).toEqual(errorPlaces(expected));
        }),
        { numRuns: 150 },
      );
    });
  },
);
