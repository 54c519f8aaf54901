import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/waitFor.ts';
import { jsonOf, openCommandLines, patienceMs } from './commandLines.ts';
import { storyLines } from './storyLines.ts';

/** Whether a database is open in a data folder: one that is cut off leaves its lock behind. */
const isHeld = (data: string): boolean => existsSync(join(data, 'mongo/promesse.lock'));

const { start, finish, refuse, folder } = openCommandLines();

describe('npm start', () => {
  it(
    'shows a newcomer the way, keeps the data, and says clearly what is in its way',
    async () => {
      const data = folder('shop');
      const application = start(`npm start -- --port 0 --data ${data} --fresh`);
      const [, url = ''] = await application.said(
        /The graph\s+(http:\S+)\/graphql[\s\S]*A whole story.*\n.*\n/,
      );
      for (const caller of ['shopper', 'guest', 'agent', 'associate', 'partner', 'admin'])
        expect(application.output()).toMatch(new RegExp(`^ {2}${caller} +ey`, 'm'));
      expect(statSync(join(data, 'dev-tokens.json')).mode & 0o777).toBe(0o600);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);

      const things = [...application.output().matchAll(/^ {2}\d\. .*\n((?: {4}.*\n?)+)/gm)].map((found) =>
        (found[1] ?? '').trim(),
      );
      expect(things).toHaveLength(3);
      for (const query of things.filter((thing) => thing.startsWith('curl'))) {
        const answer = JSON.parse(await finish(query)) as { data?: unknown; errors?: unknown };
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toBeTruthy();
      }
      const demo = things.find((thing) => thing.startsWith('npm run demo')) ?? '';
      const story = await finish(demo);
      for (const line of storyLines) expect(story).toMatch(line);

      const second = await refuse(`npm start -- --port 0 --data ${data}`);
      expect(second).toMatch(/shop\/mongo is in use by process \d+: stop it/);
      const taken = await refuse(`npm start -- --port ${new URL(url).port} --data ${folder('other')}`);
      expect(taken).toMatch(/Port \d+ of 127\.0\.0\.1 is in use/);
      const emptied = await refuse(`npm start -- --port 0 --data ${data} --fresh`);
      expect(emptied).toMatch(/is in use by process/);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      for (const said of [second, taken, emptied]) expect(said).not.toMatch(/^\s+at /m);

      // As Ctrl-C does at a terminal: npm, its shell and the launcher hear it at once, and npm tells the others again.
      await application.stop('SIGINT');
      expect(isHeld(data)).toBe(false);
      expect(application.output()).not.toMatch(/error/i);
      expect(await finish(`npm run insights:verify -- --data ${data}`)).toMatch(/All figures are equal/);
      const again = start(`npm start`, { PORT: '0', DATA_DIR: data });
      const [, later = ''] = await again.said(/The graph\s+(http:\S+)\/graphql/);
      const token = (jsonOf(join(data, 'dev-tokens.json')) as Record<string, string>)['admin'] ?? '';
      const answer = await fetch(`${later}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ orders(first: 5) { edges { node { status } } } }' }),
      });
      expect(JSON.stringify(await answer.json())).toContain('DELIVERED');
    },
    patienceMs,
  );

  it.each<[string, NodeJS.Signals]>([
    ['is asked to stop', 'SIGTERM'],
    ['is killed', 'SIGKILL'],
  ])(
    'stops in good order when npm alone %s',
    async (_what, signal) => {
      const data = folder(`npm-${signal}`);
      const application = start(`exec npm start -- --port 0 --data ${data} --empty`);
      const [, url = ''] = await application.said(/The graph\s+(http:\S+)\/graphql/);
      expect(isHeld(data)).toBe(true);
      application.tell(signal);
      await waitFor('the database to be given back', () => !isHeld(data), { timeoutMs: 60_000 });
      await waitFor('its end', () =>
        fetch(url).then(
          () => false,
          () => true,
        ),
      );
    },
    patienceMs,
  );

  it('lists all faults of its settings at once, and refuses what production must not have', async () => {
    const faults = await refuse('npm start', { PORT: 'none', LOG_LEVEL: 'loud', HANDLE_SECRET: 'short' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HANDLE_SECRET']) expect(faults).toContain(name);
    const data = folder('production');
    expect(await refuse(`npm start -- --data ${data}`, { NODE_ENV: 'production' })).toMatch(/production/i);
    expect(await refuse('npm start -- --only kitchen')).toContain('--only takes gateway or one of catalog');
  });
});
