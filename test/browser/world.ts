import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Who looks: a ready-made role of the development server, or nobody. */
export type Role = 'shopper' | 'guest' | 'agent' | 'associate' | 'admin';

/** How a page is looked at. */
export interface Look {
  readonly role?: Role;
  readonly language?: 'en' | 'fr' | 'it';
  readonly theme?: 'light' | 'dark';
  readonly width?: 360 | 1440;
  readonly javaScript?: boolean;
}

/** What a browser noted while tasks ran. */
export interface Noted {
  readonly foreign: string[];
  readonly complaints: string[];
}

/** A window of its own, signed in as asked; notes requests to other hosts and what the console complains of. */
export async function openWindow(
  browser: Browser,
  origin: string,
  look: Look,
  noted: Noted,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const { role, language = 'en', theme = 'light', width = 1440, javaScript = true } = look;
  const context = await browser.newContext({
    ...{ baseURL: origin, locale: language, colorScheme: theme, javaScriptEnabled: javaScript },
    ...{ viewport: { width, height: width === 360 ? 740 : 900 }, reducedMotion: 'reduce' },
  });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) noted.foreign.push(request.url());
  });
  page.on('console', (message) => {
    // A page that says that there is no such order is answered with 404, as it should be.
    const isRefusal = new URL(message.location().url || origin).pathname.startsWith('/track');
    if (message.type() === 'error' && !isRefusal) noted.complaints.push(message.text());
  });
  page.on('pageerror', (error) => noted.complaints.push(error.message));
  if (role !== undefined) {
    const answer = await context.request.post('/session/role', { data: { role } });
    if (!answer.ok()) throw new Error(`The role ${role} cannot be taken: ${answer.status()}.`);
  }
  return { context, page };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Evaluated by the browser's tools and not by the page, whose policy would refuse it.
  await page.evaluate(axeSource);
  return page.evaluate<
    string[]
  >(`axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}
