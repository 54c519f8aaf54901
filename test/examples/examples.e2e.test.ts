import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type GraphServer } from '../../tools/client/graphClient.ts';
import type { Callers } from '../../tools/demo/callers.ts';
import { carry, fulfil } from '../../tools/demo/fulfilling.ts';
import { placePartnerOrder } from '../../tools/demo/partner.ts';
import { scratchDir, startApplication, type ApplicationProcess } from '../support/applicationProcess.ts';
import { openLine, type Line } from '../support/line.ts';
import { runCommand, type Command } from '../support/npm.ts';

const isInstalled = existsSync(join(import.meta.dirname, '../../examples/node_modules/@urql/core'));
const patienceMs = 300_000;
const sku = 'SHO-001-BLK-38';

/** Steps of the live status that a program printed. */
const stepsOf = (text: string): number[] => [...text.matchAll(/^#(\d+) /gm)].map(([, seq]) => Number(seq));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe.skipIf(!isInstalled)('the examples (npm ci --prefix examples)', () => {
  const data = scratchDir();
  const running: Command[] = [];
  let application: ApplicationProcess;
  let server: GraphServer;
  let callers: Callers;
  let line: Line;

  const start = async (): Promise<string> => {
    const { process, url } = await startApplication(data.dir);
    const tokens = data.json('dev-tokens.json');
    application = process;
    server = openServer(url);
    callers = {
      shopper: server.as(tokens['shopper']),
      agent: server.as(tokens['agent']),
      associate: server.as(tokens['associate']),
      admin: server.as(tokens['admin']),
      partner: server.as(tokens['partner'], '/partner/graphql'),
    };
    return url;
  };
  const stop = async (): Promise<void> => {
    await server.close();
    await application.stop();
  };
  /** Runs an example as its page says, at the far end of the line. */
  const run = (example: string, args = ''): Command => {
    const command = runCommand(`npm --silent --prefix examples run ${example} -- ${args}`, {
      PROMESSE_URL: line.url,
      DATA_DIR: data.dir,
    });
    running.push(command);
    return command;
  };
  const printed = async (command: Command): Promise<string> => {
    expect(await command.ended, command.output()).toBe(0);
    return command.output();
  };

  beforeAll(async () => {
    line = await openLine(await start());
  }, patienceMs);
  afterAll(async () => {
    for (const command of running) await command.stop();
    await line.close();
    await stop();
    data.remove();
  }, patienceMs);

  it(
    'show delivery options, order, and follow the order over a cut and a restart of the server',
    async () => {
      const shops = [run('apollo'), run('urql')];
      const orders: string[] = [];
      for (const shop of shops) orders.push((await shop.said(/^Order \S+ \((\S+)\)$/m))[1] ?? '');
      const [first = ''] = orders;
      const follower = run('follow', first);
      await follower.said(/^#1 PLACED: .* placed with 2 units/m);
      // Picked up where somebody else left off.
      const later = run('follow', `${first} 2`);
      await later.said(/^#3 /m);

      line.cut();
      await follower.said(/^connected again$/m);
      await stop();
      line.leadTo(await start());
      for (const order of orders) {
        await fulfil(callers, order);
        await carry(callers, order);
      }

      const [apollo = '', urql = ''] = await Promise.all(shops.map(printed));
      for (const text of [apollo, urql]) expect(text).toMatch(/^Home delivery: by .*5\.3/m);
      expect(apollo).toMatch(/^Collect in store at .*: by .*, €[\d.]+, [\d.]+ kg CO2e Order$/m);
      const followed = await printed(follower);
      for (const text of [apollo, urql, followed]) {
        const steps = stepsOf(text);
        expect(steps).toEqual(upTo(steps.length));
        expect(text).toMatch(/^#\d+ DELIVERED: 2 units delivered\.$/m);
      }
      expect(stepsOf(await printed(later))).toEqual(stepsOf(followed).slice(2));
    },
    patienceMs,
  );

  it('follow no order of somebody else, and say so', async () => {
    const follower = run('follow', '01900000-0000-7000-8000-000000000000');
    expect(await follower.ended).toBe(1);
    expect(follower.output()).toMatch(/NOT_FOUND/);
  });

  it(
    'copy the orders of a partner, page by page, from where the last run stopped',
    async () => {
      const placed: { readonly id: string; readonly number: string }[] = [];
      for (let i = 0; i < 3; i++) placed.push(await placePartnerOrder(callers, sku, 2, `MP-${i}`));
      const [oldest] = placed;
      await fulfil(callers, oldest?.id ?? '');
      // The order is the partner's: the shopper does not see it.
      await carry({ ...callers, shopper: callers.admin }, oldest?.id ?? '');

      const state = join(data.dir, 'partner-cursor');
      const firstPage = await printed(run('partner', `${state} 1`));
      const rest = await printed(run('partner', state));

      const numbers = (text: string): string[] =>
        [...text.matchAll(/^order (\S+) /gm)].map(([, number = '']) => number);
      const newestFirst = placed.map(({ number }) => number).reverse();
      expect(numbers(firstPage)).toEqual(newestFirst.slice(0, 2));
      expect(firstPage).not.toMatch(/^(continued|complete)$/m);
      expect(numbers(rest)).toEqual(newestFirst.slice(2));
      expect(rest).toMatch(
        /^continued\norder \S+ DELIVERED: 2 x SHO-001-BLK-38\n {2}parcel \S+ of .+: DELIVERED$/m,
      );
      expect(rest).toMatch(/^complete\nstock SHO-001-BLK-38: [1-9]\d*$/m);
      expect(existsSync(state)).toBe(false);
    },
    patienceMs,
  );
});
