import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { Planner } from './planner.ts';
import { PlanningTimeout } from './planningTimeout.ts';
import { noRollout } from './rollout.ts';
import { createWorkerPlanner } from './workerPlanner.ts';

const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Anything
  type Query { item: Item any(value: Anything): Int }
  type Item @key(fields: "id") { id: ID! }`);
const sdl = composeServices([{ name: 'items', url: 'http://items.test/', typeDefs }]).supergraphSdl ?? '';
const request = (text: string) => ({ text, operationName: undefined, defer: true, rollout: noRollout });
const good = request('{ item { id } }');
let planner: Planner;
afterEach(() => planner.close());

describe('the planner in a thread', () => {
  it('plans, says what is wrong with an operation, and goes on', async () => {
    planner = await createWorkerPlanner(sdl, 30_000);
    expect(await planner.plan(good)).toMatchObject({ kind: 'fetch' });
    await expect(planner.plan(request('{ nothing }'))).rejects.toThrow(/nothing/);
    const plans = await Promise.all([planner.plan(good), planner.plan(good)]);
    expect(plans[0]).toEqual(plans[1]);
  }, 60_000);

  it('ends a plan that takes too long with its thread, and this thread serves meanwhile', async () => {
    planner = await createWorkerPlanner(sdl, 200);
    // Nested literals, each level of which doubles the work of comparing them.
    const bomb = request(`{ any(value: ${'['.repeat(60)}${']'.repeat(60)}) }`);
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    await expect(planner.plan(bomb)).rejects.toThrow(PlanningTimeout);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  }, 60_000);

  it('refuses a supergraph that it cannot read', async () => {
    await expect(createWorkerPlanner('type Query { a: Int }', 1_000)).rejects.toThrow();
  }, 60_000);
});
