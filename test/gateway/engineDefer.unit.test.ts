import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { IncrementalPart, RequestScope } from '../../gateway/engine/types.ts';
import { createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

interface Entry {
  readonly data: Record<string, unknown> | null;
  readonly path: readonly (string | number)[];
  readonly label?: string;
  readonly errors?: readonly { readonly path: readonly (string | number)[] }[];
}

interface Part {
  readonly data?: Record<string, unknown> | null;
  readonly incremental?: readonly Entry[];
  readonly hasNext: boolean;
}

async function collect(
  query: string,
  variables: Record<string, unknown> = {},
  scope: RequestScope = testScope(),
) {
  const graph = createExampleGraph();
  const engine = await createEngine(graph);
  const prepared = await engine.prepare(query);
  if (!prepared.ok) throw new Error(prepared.errors.map(String).join('\n'));
  const parts: IncrementalPart[] = [];
  for await (const part of engine.runIncremental(prepared.operation, variables, scope)) parts.push(part);
  const whole = JSON.parse((await engine.run(prepared.operation, variables, scope)).body) as { data: object };
  await engine.close();
  const read = parts.map((part) => JSON.parse(part.body) as Part);
  expect(read.map((part) => part.hasNext)).toEqual(parts.map((part) => part.hasNext));
  return { parts: read, whole, incremental: prepared.operation.incremental };
}

/** Puts deferred entries into the first part, as clients do. */
function assemble(parts: readonly Part[]): unknown {
  const data: unknown = structuredClone(parts[0]?.data);
  for (const entry of parts.flatMap((part) => part.incremental ?? [])) {
    let target: unknown = data;
    for (const key of entry.path) target = (target as Record<string | number, unknown>)[key];
    merge(target as Record<string, unknown>, entry.data ?? {});
  }
  return data;
}

function merge(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    const both =
      present !== null && value !== null && typeof present === 'object' && typeof value === 'object';
    if (both) merge(present as Record<string, unknown>, value as Record<string, unknown>);
    else target[key] = value;
  }
}

/** A promise and what fulfils it. */
function gate() {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('@defer', () => {
  it('answers the rest first and the fragment, under its label and path, later', async () => {
    const { parts, incremental } = await collect(`{
      user(id: "u1") { name ... @defer(label: "later") { reviews { text } } }
    }`);
    expect(incremental).toBe(true);
    expect(parts[0]).toEqual({ data: { user: { name: 'Ada' } }, hasNext: true });
    expect(parts[1]).toEqual({
      incremental: [
        { data: { reviews: [{ text: 'good' }, { text: 'meh' }] }, path: ['user'], label: 'later' },
      ],
      hasNext: false,
    });
  });

  it('answers a fragment in a list once per item', async () => {
    const { parts, whole } = await collect(
      '{ users(first: 2) { id ...More @defer } } fragment More on User { reviews { id } }',
    );
    expect(parts.flatMap((part) => part.incremental ?? []).map((entry) => entry.path)).toEqual([
      ['users', 0],
      ['users', 1],
    ]);
    expect(assemble(parts)).toEqual(whole.data);
  });

  it('answers fragments inside fragments', async () => {
    const { parts, whole } = await collect(`{
      user(id: "u1") { id ... @defer { reviews { id ... @defer { about { ... on Book { title } } } } } }
    }`);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    expect(parts.at(-1)?.hasNext).toBe(false);
    expect(assemble(parts)).toEqual(whole.data);
  });

  it('is off when its condition says so, also from a variable', async () => {
    const query = 'query Q($d: Boolean!) { user(id: "u1") { name ... @defer(if: $d) { reviews { id } } } }';
    expect((await collect(query, { d: false })).parts).toHaveLength(1);
    expect((await collect(query, { d: true })).parts.length).toBeGreaterThan(1);
  });

  it('nulls a fragment by itself when a required field in it fails, with the error at its own path', async () => {
    const { parts } = await collect('{ book(id: "k3") { title ... @defer { home { city } } } }');
    expect(parts[0]?.data).toEqual({ book: { title: 'Gamma' } });
    const [entry] = parts.flatMap((part) => part.incremental ?? []);
    expect(entry?.data).toBeNull();
    expect(entry?.errors?.map((error) => error.path)).toEqual([['book', 'home']]);
  });

  it('does not show in a deferred part what the caller may not see', async () => {
    const { parts } = await collect('{ user(id: "u1") { name ... @defer { email reviews { id } } } }');
    const [entry] = parts.flatMap((part) => part.incremental ?? []);
    expect(entry?.data?.['email']).toBeNull();
    expect(entry?.errors?.map((error) => error.path)).toEqual([['user', 'email']]);
  });

  it('sends the first part while the subgraph of a deferred fragment still thinks', async () => {
    const graph = createExampleGraph();
    const firstRead = gate();
    const asked = gate();
    const engine = await createEngine({
      ...graph,
      transports: (subgraph) => {
        const transport = graph.transports(subgraph);
        if (subgraph.name !== 'reviews') return transport;
        return {
          ...transport,
          async fetch(call) {
            asked.open();
            await firstRead.opened;
            return transport.fetch(call);
          },
        };
      },
    });
    const prepared = await engine.prepare('{ user(id: "u1") { name ... @defer { reviews { text } } } }');
    if (!prepared.ok) throw new Error('refused');
    const parts = engine.runIncremental(prepared.operation, {}, testScope())[Symbol.asyncIterator]();
    const first = (await parts.next()).value as IncrementalPart;
    expect(JSON.parse(first.body)).toEqual({ data: { user: { name: 'Ada' } }, hasNext: true });
    // The deferred fetch does not wait for the first part to be read either.
    await asked.opened;
    firstRead.open();
    const second = (await parts.next()).value as IncrementalPart;
    expect(second.body).toContain('"text":"good"');
    expect((await parts.next()).done).toBe(true);
    await engine.close();
  });
});
