import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphiqlPage } from '../../gateway/ops/graphiqlPage.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import { chromiumPath } from './fixtures-front/browser.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const html = { accept: 'text/html,*/*' };

describe('GraphiQL', () => {
  it('is served to browsers in development, with every file it loads', async () => {
    await using world = await createWorld({}, { page: graphiqlPage() });
    const answer = await fetch(world.url, { headers: html });
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const files = [...(await answer.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    const loaded = files.filter((url) => url !== 'data:,');
    expect(loaded.length).toBeGreaterThan(5);
    for (const file of loaded) {
      expect(file).toMatch(/^\/graphiql\/[\w-]+\.(js|css)$/);
      const content = await fetch(new URL(file, world.url));
      expect(content.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
      expect((await content.text()).length).toBeGreaterThan(500);
    }
  });

  it('is not there in production', async () => {
    await using world = await createWorld(defaultSettings(true), { page: graphiqlPage() });
    expect((await fetch(world.url, { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await fetch(new URL('/graphiql/graphiql.js', world.url))).status).toBe(404);
  });
});

// Chromium is no npm package: where it is not installed, these are counted as skipped.
describe.skipIf(chromiumPath === undefined)('GraphiQL in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = chromiumPath as string;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  /** Opens an endpoint and notes what the page asks for and complains about. */
  async function open(url: string) {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('websocket', (socket) => asked.push(socket.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    const write = async (editor: string, text: string) => {
      const field = page.locator(`${editor} .CodeMirror`);
      await field.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    };
    return {
      page,
      asked,
      complaints,
      async run(query: string) {
        await write('.graphiql-query-editor', query);
        await page.locator('.graphiql-execute-button').click();
      },
      headers: async (text: string) => {
        await page.getByRole('button', { name: 'Headers' }).click();
        await write('.graphiql-editor-tool .graphiql-editor:not(.hidden)', text);
      },
      shows: (text: string) => page.locator('.graphiql-response').filter({ hasText: text }).waitFor(),
    };
  }

  it('reads the schema and runs queries, and asks nobody but this host', async () => {
    await using world = await createWorld({}, { page: graphiqlPage() });
    const { page, asked, complaints, run, shows } = await open(world.url);
    await page.locator('[aria-label="Show Documentation Explorer"]').click();
    await page.locator('.graphiql-plugin').filter({ hasText: 'Query' }).waitFor();
    await run('{ product(id: 0) { name reviews { stars } } }');
    await shows('Chair');
    const host = new URL(world.url).host;
    expect(asked.length).toBeGreaterThan(7);
    expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== host)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows deferred parts and events of subscriptions as they come, on the endpoint it stands at', async () => {
    await using world = await createWorld({}, { page: graphiqlPage() });
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const { page, asked, run, shows } = await open(world.url);
    await run('{ product(id: 1) { id ... @defer { reviews { stars } } } }');
    await shows('stars');
    await run('subscription { ticks { id price } }');
    await feed.opened;
    feed.push({ ticks: { id: '1', price: 7301 } });
    await shows('7301');
    feed.push({ ticks: { id: '1', price: 7302 } });
    await shows('7302');
    await page.locator('.graphiql-execute-button').click();
    await feed.left;
    expect(asked).toContain(world.wsUrl);
    await page.close();
  });

  it('sends the headers of its editor with requests and sockets', async () => {
    const tokens = await createIssuer();
    await using world = await createWorld({}, { page: graphiqlPage(), verifier: tokens.verifier });
    const { page, run, shows, headers } = await open(world.url);
    await headers(JSON.stringify(await tokens.bearer({ scope: 'admin' })));
    await run('{ adminOnly }');
    await shows('43');
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    await run('subscription { ticks { id margin } }');
    await feed.opened;
    feed.push({ ticks: { id: '3', price: 1 } });
    await shows('"margin": 21');
    await page.close();
  });
});
