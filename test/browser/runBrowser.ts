import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { placeShopOrder, type PlacedOrder } from './shopOrder.ts';
import { screens } from './screens.ts';
import type { Task, TaskWorld } from './task.ts';
import { deskTasks } from './tasks/desk.ts';
import { firstTasks } from './tasks/first.ts';
import { shopTasks } from './tasks/shop.ts';
import { trackTasks } from './tasks/track.ts';
import { openWindow, violationsOf, type Look, type Noted } from './world.ts';

/** The application that is looked at. */
export interface Looked {
  readonly origin: string;
  /** Token of a ready-made role. */
  readonly tokenOf: (role: string) => string;
  readonly chromiumPath: string;
  /** How each screen is looked at. */
  readonly looks: readonly Look[];
  /** Says what was done, as it is done. */
  readonly say: (line: string) => void;
}

/** What was found. */
export interface BrowserResult {
  readonly tasks: { readonly passed: number; readonly failed: number };
  /** Names of tasks that failed, with why. */
  readonly failures: readonly string[];
  readonly axeViolations: readonly string[];
  readonly foreignRequests: readonly string[];
  /** Errors that pages told, such as breaches of the policy. */
  readonly complaints: readonly string[];
  readonly gzipKb: Readonly<Record<string, number>>;
}

const tasks: readonly Task[] = [...firstTasks, ...deskTasks, ...trackTasks, ...shopTasks];
const patienceMs = 20_000;

/** Finds the link of the live order page in the mails that were sent to the customer of an order. */
async function linkInMail(origin: string, { number }: PlacedOrder): Promise<string> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const list = await (await fetch(`${origin}/mailbox`)).text();
    const names = [...list.matchAll(/href="\/mailbox\/([\w-]+)"/g)].map(([, name]) => name ?? '');
    for (const name of names) {
      const mail = await (await fetch(`${origin}/mailbox/${name}/html`)).text();
      const link = /href="[^"]*?(\/track\/[^"]+)"/.exec(mail)?.[1];
      if (mail.includes(number) && link !== undefined) return link.replaceAll('&amp;', '&');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail about ${number} has a link.`);
}

/** Runs every task in windows of its own, then looks at every screen in every way. */
export async function runBrowser(looked: Looked): Promise<BrowserResult> {
  const { origin, tokenOf, chromiumPath } = looked;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const noted: Noted = { foreign: [], complaints: [] };
  let orders = 0;
  const order = (quantity: number): Promise<PlacedOrder> =>
    placeShopOrder(origin, tokenOf('shopper'), {
      ...{ sku: 'SHO-001-BLK-37', quantity, name: 'Anna Rossi' },
      key: `browser-${process.pid}-${(orders += 1)}`,
    });
  const link = (placed: PlacedOrder): Promise<string> => linkInMail(origin, placed);
  try {
    const failures = await runTasks(browser, looked, { origin, order, link }, noted);
    const first = await order(1);
    const axeViolations = await lookAtAll(browser, looked, { id: first.id, link: await link(first) }, noted);
    const weights = readFileSync(join(import.meta.dirname, '../../dist/console/web/weights.json'), 'utf8');
    return {
      tasks: { passed: tasks.length - failures.length, failed: failures.length },
      ...{ failures, axeViolations, foreignRequests: noted.foreign, complaints: noted.complaints },
      gzipKb: JSON.parse(weights) as Readonly<Record<string, number>>,
    };
  } finally {
    await browser.close();
  }
}

async function runTasks(
  browser: Browser,
  { origin, say }: Looked,
  world: Omit<TaskWorld, 'open'>,
  noted: Noted,
): Promise<string[]> {
  const failures: string[] = [];
  for (const task of tasks) {
    const contexts: BrowserContext[] = [];
    const open: TaskWorld['open'] = async (look) => {
      const { context, page } = await openWindow(browser, origin, look, noted);
      contexts.push(context);
      page.setDefaultTimeout(patienceMs);
      return page;
    };
    try {
      await task.run({ ...world, open });
      say(`passed  ${task.name}`);
    } catch (error) {
      failures.push(`${task.name}: ${error instanceof Error ? error.message : String(error)}`);
      say(`FAILED  ${failures.at(-1) ?? ''}`);
    }
    for (const context of contexts) await context.close();
  }
  return failures;
}

async function lookAtAll(
  browser: Browser,
  { origin, say, looks }: Looked,
  order: { readonly id: string; readonly link: string },
  noted: Noted,
): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens(order))
    for (const look of looks) {
      const { context, page } = await openWindow(
        browser,
        origin,
        { ...look, ...(screen.role && { role: screen.role }) },
        noted,
      );
      await page.goto(screen.path);
      await page.locator(screen.whole).first().waitFor();
      const where = `${screen.path} ${look.language ?? ''} ${look.theme ?? ''} ${look.width ?? ''}`;
      const violations = await violationsOf(page);
      found.push(...violations.map((violation) => `${where}: ${violation}`));
      const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
      if (tooWide) found.push(`${where}: the page is wider than the window`);
      await context.close();
    }
  say(`axe: ${found.length} on ${screens(order).length * looks.length} views`);
  return found;
}
