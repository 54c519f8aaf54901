import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine } from '../../gateway/engine/types.ts';
import { costLimit } from '../../main/openGateway.ts';
import * as demo from '../../tools/demo/operations.ts';
import { codeBlocks, guidePages, readPage, root } from './markdown.ts';

/** Files with operations as clients write them, in texts without anything put in. */
const files = ['examples/urql', 'examples/apollo-client', 'examples/graphql-ws', 'examples/partner']
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)))
  .concat('main/banner.ts')
  .filter((file) => file.endsWith('.ts'));

const texts = (code: string): string[] =>
  [...code.matchAll(/`([^`$]*(?:\$\w[^`$]*)*)`|'([^'\n]*)'/g)].map(([, long, short]) => long ?? short ?? '');
const isOperation = (text: string): boolean => /^\s*(query|mutation|subscription|\{)/.test(text);
const blocksOf = (page: string): string[] =>
  codeBlocks(readPage(page))
    .filter(({ language }) => language === 'graphql')
    .map(({ text }) => text);

/** Every operation of the demo, the pages and the examples, with where it stands. */
const operations: [at: string, text: string][] = [
  ...Object.entries(demo).map(([name, value]) => [`demo: ${name}`, value] as [string, unknown]),
  ...guidePages().flatMap((page) => blocksOf(page).map((text) => [page, text] as [string, unknown])),
  ...files.flatMap((file) => texts(readPage(file)).map((text) => [file, text] as [string, unknown])),
].filter((each): each is [string, string] => typeof each[1] === 'string' && isOperation(each[1]));

describe('the price of what our own clients ask', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({
      supergraphSdl: readPage('schema/supergraph.graphql'),
      limits: { cost: 1_000_000 },
      transports: () => ({
        fetch: () => Promise.reject(new Error('none')),
        subscribe: () => Promise.reject(new Error('none')),
        close: () => Promise.resolve(),
      }),
    });
  });
  afterAll(() => engine.close(AbortSignal.abort()));

  it('leaves half of what one request may cost', async () => {
    const prices: Record<string, number> = {};
    for (const [at, text] of operations) {
      for (const name of namesIn(text)) {
        const prepared = await engine.prepare(text, name);
        if (!prepared.ok) throw new Error(`${at}: ${prepared.errors[0]?.message} ${text}`);
        prices[`${at} ${name ?? ''} ${text.slice(0, 60)}`] = prepared.operation.cost;
      }
    }
    expect(Object.keys(prices).length).toBeGreaterThan(25);
    expect(Object.entries(prices).filter(([, price]) => price > costLimit / 2)).toEqual([]);
  });
});

/** Names of the operations of a text. */
const namesIn = (text: string): (string | undefined)[] =>
  parse(text).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
  );
