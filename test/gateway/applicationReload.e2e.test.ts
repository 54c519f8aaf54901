import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { scratchDir, startApplication } from '../support/applicationProcess.ts';

const schemaRoot = join(import.meta.dirname, '../../schema');
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

describe('npm start', () => {
  it('follows the files of its supergraphs, and says why it keeps to what it has', async () => {
    const scratch = scratchDir();
    stops.push(() => scratch.remove());
    const file = join(scratch.dir, 'supergraph.graphql');
    for (const name of ['supergraph.graphql', 'partner.graphql'])
      await cp(join(schemaRoot, name), join(scratch.dir, name));
    const { process, url } = await startApplication(join(scratch.dir, 'data'), ['--empty'], {
      SCHEMA_DIR: scratch.dir,
      LOG_LEVEL: 'info',
    });
    stops.push(() => process.stop());
    const told = async (endpoint: string): Promise<string> => {
      const answer = await fetch(`${url}${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ cart(id: "none") { channel } }' }),
      });
      return answer.text();
    };
    const replace = async (change: (text: string) => string): Promise<void> => {
      const before = await readFile(file, 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      await writeFile(`${file}.next`, after);
      await rename(`${file}.next`, file);
    };

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
});
