import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { scratchDir, startApplication } from '../support/applicationProcess.ts';

const schemaRoot = join(import.meta.dirname, '../../schema');
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The application over files of its own, which a test may replace. */
async function openWatched() {
  const scratch = scratchDir();
  stops.push(() => scratch.remove());
  for (const name of ['supergraph.graphql', 'partner.graphql'])
    await cp(join(schemaRoot, name), join(scratch.dir, name));
  const { process, url } = await startApplication(join(scratch.dir, 'data'), ['--empty'], {
    SCHEMA_DIR: scratch.dir,
    LOG_LEVEL: 'info',
  });
  stops.push(() => process.stop());
  const write = async (name: string, text: string): Promise<void> => {
    const file = join(scratch.dir, name);
    await writeFile(`${file}.next`, text);
    await rename(`${file}.next`, file);
  };
  return {
    process,
    async told(endpoint: string, query: string): Promise<string> {
      const answer = await fetch(`${url}${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return answer.text();
    },
    async replace(name: string, change: (text: string) => string): Promise<void> {
      const before = await readFile(join(scratch.dir, name), 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      await write(name, after);
    },
    /** The file as it is committed, or with a change of it. */
    async restore(name: string, change = (text: string): string => text): Promise<void> {
      await write(name, change(await readFile(join(schemaRoot, name), 'utf8')));
    },
  };
}

describe('npm start', () => {
  it('follows the files of its supergraphs, and says why it keeps to what it has', async () => {
    const { process, told: ask, replace: change } = await openWatched();
    const told = (endpoint: string): Promise<string> => ask(endpoint, '{ cart(id: "none") { channel } }');
    const replace = (of: (text: string) => string): Promise<void> => change('supergraph.graphql', of);

    expect(await told('/graphql')).not.toContain('Cannot query field');
    await replace((text) => text.replace(/(type Cart [^}]*?channel: ID! [^\n]*)/, '$1 @inaccessible'));
    await process.said(/a new supergraph is in force/);
    expect(await told('/graphql')).toContain('Cannot query field \\"channel\\"');
    expect(await told('/partner/graphql')).not.toContain('Cannot query field');

    // Refused as a whole: what it would have brought back stays away.
    await replace((text) =>
      text
        .replace(/(promiseScorecard\([^\n]*) @requiresScopes\([^\n]*?\]\]\)/, '$1')
        .replace(/(channel: ID! [^\n]*) @inaccessible/, '$1'),
    );
    await process.said(/Query\.promiseScorecard would lose @requiresScopes/);
    expect(await told('/graphql')).toContain('Cannot query field \\"channel\\"');
  });

  it('keeps to what it has, when a file lowers what the committed record protects', async () => {
    const { process, told, replace, restore } = await openWatched();
    const lowerings: [file: string, change: (text: string) => string, said: RegExp][] = [
      [
        'supergraph.graphql',
        (text) => text.replace('@requiresScopes(scopes: [["settings:read"]])', '@authenticated'),
        /would lose @requiresScopes/,
      ],
      [
        'supergraph.graphql',
        (text) => text.replace('[["stock:read"]]', '[["stock:read"], ["orders:read"]]'),
        /Query\.\w+ would have @requiresScopes/,
      ],
      [
        'supergraph.graphql',
        (text) => text.replace(/(reserveStock\([^\n]*?)@inaccessible /, '$1'),
        /Mutation\.reserveStock would lose @inaccessible/,
      ],
      [
        'supergraph.graphql',
        (text) => text.replace(/(placeOrder\([^\n]*?) @authenticated/, '$1'),
        /Mutation\.placeOrder would lose @authenticated/,
      ],
      [
        'partner.graphql',
        (text) => text.replace(/(payments: \[Payment[^\n]*?) @inaccessible/, '$1'),
        /Order\.payments would lose @inaccessible/,
      ],
      [
        'partner.graphql',
        (text) => text.replace(/^(type Payment [^\n{]*?) @inaccessible/m, '$1'),
        /Payment would lose @inaccessible/,
      ],
      [
        'partner.graphql',
        (text) => text.replace(/(adjustStock\([^\n]*?CATALOG\)) @inaccessible/, '$1'),
        /Mutation\.adjustStock would lose @inaccessible/,
      ],
    ];
    for (const [file, change, said] of lowerings) {
      await replace(file, change);
      await process.said(said);
      await restore(file);
    }
    expect(await told('/graphql', '{ cart(id: "none") { channel } }')).not.toContain('Cannot query field');
    expect(await told('/partner/graphql', 'mutation { adjustStock { __typename } }')).toContain(
      'Cannot query field',
    );
    // Gone for a while and back without its protection: the record remembers.
    await replace('supergraph.graphql', (text) =>
      text.replace(/\n {2}"""\n[^"]*"""\n {2}promiseScorecard\([^\n]*/, ''),
    );
    await process.said(/a new supergraph is in force/);
    await restore('supergraph.graphql', (text) =>
      text.replace(/(promiseScorecard\([^\n]*) @requiresScopes\([^\n]*?\]\]\)/, '$1'),
    );
    await process.said(/Query\.promiseScorecard would lose @requiresScopes/);
  });
});
