import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explorerPage } from '../../gateway/ops/explorerPage.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import { chromiumPath } from './fixtures-front/browser.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const html = { accept: 'text/html,*/*' };

describe('the page for browsers', () => {
  it('is served to browsers in development, with every file it loads', async () => {
    await using world = await createWorld({}, { page: explorerPage() });
    const answer = await fetch(world.url, { headers: html });
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const document = await answer.text();
    const base = /<base href="([^"]+)"/.exec(document)?.[1] ?? '';
    expect(base).toBe('/explorer/');
    const files = [...document.matchAll(/(?:src|link [^>]*href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const content = await fetch(new URL(file, new URL(base, world.url)));
      expect(content.status, file).toBe(200);
      expect(content.headers.get('content-type')).toMatch(/^(text\/(javascript|css)|image\/)/);
      expect((await content.arrayBuffer()).byteLength).toBeGreaterThan(200);
    }
  });

  it('is not there in production', async () => {
    await using world = await createWorld(defaultSettings(true), { page: explorerPage() });
    expect((await fetch(world.url, { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await fetch(new URL('/explorer/main.js', world.url))).status).toBe(404);
  });
});

// Chromium is no npm package: where it is not installed, these are counted as skipped.
describe.skipIf(chromiumPath === undefined)('the page in Chromium', { timeout: 120_000 }, () => {
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
    const write = async (field: Locator, text: string) => {
      await field.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    };
    return {
      page,
      asked,
      complaints,
      async run(query: string) {
        await write(page.locator('.query-editor__input .cm-content'), query);
        await page.keyboard.press('Control+Enter');
      },
      async addHeader(name: string, value: string) {
        await page.locator('[aria-label="Set Headers"]').click();
        // The last line is empty, and stays what it is when another one is added below it.
        const line = page.locator('.headers-editor__list-item').nth(1);
        await write(line.locator('.cm-content').nth(0), name);
        await write(line.locator('.cm-content').nth(1), value);
        await page.keyboard.press('Escape');
        await page.locator('app-headers-editor').waitFor({ state: 'hidden' });
      },
      shows: (text: string) => page.locator('app-query-result').filter({ hasText: text }).first().waitFor(),
    };
  }

  it('reads the schema and runs queries, and asks nobody but this host', async () => {
    await using world = await createWorld({}, { page: explorerPage() });
    const { page, asked, complaints, run, shows } = await open(world.url);
    await page.locator('[track-id="show_docs"]').click();
    await page.locator('app-doc-viewer').filter({ hasText: 'Query' }).first().waitFor();
    await run('{ product(id: 0) { name reviews { stars } } }');
    await shows('Chair');
    const host = new URL(world.url).host;
    expect(asked.length).toBeGreaterThan(7);
    expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== host)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows deferred parts and events of subscriptions as they come, on the endpoint it stands at', async () => {
    await using world = await createWorld({}, { page: explorerPage() });
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
    await page.locator('app-query-result button.btn--destructive').click();
    await feed.left;
    expect(asked).toContain(world.url);
    await page.close();
  });

  it('sends the headers of its editor with queries and subscriptions', async () => {
    const tokens = await createIssuer();
    await using world = await createWorld({}, { page: explorerPage(), verifier: tokens.verifier });
    const { page, run, shows, addHeader } = await open(world.url);
    const [header] = Object.entries(await tokens.bearer({ scope: 'admin' }));
    await addHeader(...(header as [string, string]));
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
