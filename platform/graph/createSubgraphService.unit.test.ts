import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { systemIdentity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';
import { seededIds } from '../ids/ids.ts';
import { createLog } from '../log/log.ts';
import { createSubgraphService } from './createSubgraphService.ts';
import type { CallContext, SubgraphService } from './subgraph.ts';
import { createSubgraphClient, SubgraphError } from './subgraphClient.ts';

const lines: string[] = [];
const log = createLog({ destination: { write: (line) => void lines.push(line) } });
const call = (deadlineMs = Date.now() + 5_000): CallContext => ({
  identity: systemIdentity('t'),
  deadlineMs,
  requestId: 'r',
});
const typeDefs = [
  parse('type Query { ok: String! broken: String refused: String held: String database: String }'),
  parse('extend type Query { more: Int! }'),
];
let release: (value: string) => void = () => undefined;
const resolvers = {
  Query: {
    ok: () => 'yes',
    more: () => 3,
    broken: () => {
      throw new Error('secret of jane@example.org');
    },
    refused: () => {
      throw codedError('FORBIDDEN', 'Not for you.', { scope: 'x' });
    },
    held: () => new Promise<string>((resolve) => (release = resolve)),
    database: () => {
      throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7'), { name: 'MongoServerSelectionError' });
    },
  },
};
const create = (): SubgraphService =>
  createSubgraphService({
    name: 'toy',
    typeDefs,
    resolvers,
    context: (c) => c,
    log,
    newId: seededIds('errors'),
  });

describe('a subgraph service', () => {
  it('merges its SDL documents and answers federation', async () => {
    const service = create();
    expect(await service.execute({ query: '{ ok more }' }, call())).toEqual({ data: { ok: 'yes', more: 3 } });
    const { data } = await service.execute({ query: '{ _service { sdl } }' }, call());
    expect(JSON.stringify(data)).toContain('more');
  });
  it('lets a coded error through, and hides a bug behind an id that the log knows', async () => {
    const service = create();
    const { errors } = await service.execute({ query: '{ refused broken database }' }, call());
    expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', scope: 'x' });
    expect(errors?.[1]?.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(errors?.[2]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    expect(JSON.stringify(errors)).not.toMatch(/secret|jane|10\.0/);
    const errorId = String(errors?.[1]?.extensions['errorId']);
    expect(lines.some((line) => line.includes(errorId))).toBe(true);
    expect(lines.join('')).not.toContain('jane');
  });
  it('does not begin after the deadline', async () => {
    const { errors } = await create().execute({ query: '{ ok }' }, call(Date.now() - 1));
    expect(errors?.[0]?.extensions).toEqual({ code: 'DEADLINE_EXCEEDED' });
  });
  it('finishes what runs when it stops, takes nothing new, and can start again', async () => {
    const service = create();
    const held = service.execute({ query: '{ held }' }, call());
    expect(service.isIdle()).toBe(false);
    const stopped = service.stop();
    const { errors } = await service.execute({ query: '{ ok }' }, call());
    expect(errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    release('in time');
    expect(await held).toEqual({ data: { held: 'in time' } });
    await stopped;
    await service.start();
    expect(await service.execute({ query: '{ ok }' }, call())).toEqual({ data: { ok: 'yes' } });
  });
});

describe('the client of another subgraph', () => {
  it('stops waiting at its deadline, and the outcome is then unknown', async () => {
    const client = createSubgraphClient({ caller: 'x', newId: seededIds('c'), target: () => create() });
    const error: unknown = await client
      .callText('toy', '{ held }', { timeoutMs: 20 })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SubgraphError);
    expect(error).toMatchObject({ code: 'DEADLINE_EXCEEDED', outcomeUnknown: true });
  });
  it('tries again when the subgraph is away, and not when it said no', async () => {
    let asked = 0;
    const away = {
      execute: () =>
        Promise.resolve({ errors: [codedError(++asked < 3 ? 'SERVICE_UNAVAILABLE' : 'FORBIDDEN', 'no')] }),
    };
    const client = createSubgraphClient({ caller: 'x', newId: seededIds('c'), target: () => away });
    await expect(client.callText('toy', '{ ok }')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      outcomeUnknown: false,
    });
    expect(asked).toBe(3);
  });
});
