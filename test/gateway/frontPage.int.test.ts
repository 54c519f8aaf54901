import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { pageScript } from '../../gateway/ops/graphiqlScript.ts';
import { createFeed } from './fixtures-front/feed.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';

/** As much of an element as the page's script uses. */
class FakeElement {
  value = '';
  title = '';
  open = false;
  selectionStart = 0;
  readonly children: FakeElement[] = [];
  readonly #listeners = new Map<string, (event: object) => unknown>();
  readonly #changed: () => void;
  #text = '';

  constructor(changed: () => void) {
    this.#changed = changed;
  }
  get textContent(): string {
    return this.#text + this.children.map(({ textContent }) => textContent).join(' ');
  }
  set textContent(text: string) {
    this.#text = text;
    this.children.length = 0;
    this.#changed();
  }
  append(...children: FakeElement[]): void {
    this.children.push(...children);
    this.#changed();
  }
  addEventListener(name: string, listener: (event: object) => unknown): void {
    this.#listeners.set(name, listener);
  }
  fire(name: string): void {
    void this.#listeners.get(name)?.({});
  }
}

/** Opens the page's script against a real door, with just enough of a browser around it. */
function openPage(url: string) {
  const waiting: (() => void)[] = [];
  const changed = () => waiting.splice(0).forEach((look) => look());
  const elements = new Map<string, FakeElement>();
  const byId = (id: string): FakeElement => {
    let element = elements.get(id);
    if (element === undefined) elements.set(id, (element = new FakeElement(changed)));
    return element;
  };
  const href = new URL(url);
  const store = new Map<string, string>();
  runInNewContext(pageScript, {
    document: { getElementById: byId, createElement: () => new FakeElement(changed) },
    location: { href: href.href, pathname: href.pathname },
    sessionStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
    },
    fetch: (path: string, init: RequestInit) => fetch(new URL(path, href), init),
    WebSocket,
    AbortController,
    performance,
  });
  return {
    byId,
    /** Waits until the text of an element holds a part. */
    async shows(id: string, part: string): Promise<string> {
      while (!byId(id).textContent.includes(part))
        await new Promise<void>((resolve) => waiting.push(resolve));
      return byId(id).textContent;
    },
  };
}

describe('the page for browsers', () => {
  let world: World;
  let page: ReturnType<typeof openPage>;
  beforeEach(async () => {
    world = await createWorld();
    page = openPage(world.url);
  });
  afterEach(() => world.stop());

  it('reads the schema', async () => {
    await page.shows('docs', 'products(first: Int): [Product!]!');
  });

  it('runs the operation the cursor is in, with its variables', async () => {
    page.byId('query').value =
      'query One($n: Int) { products(first: $n) { name } } # query X {\nquery Two { __typename }';
    page.byId('variables').value = '{"n": 1}';
    page.byId('run').fire('click');
    expect(JSON.parse(await page.shows('answer', 'data'))).toEqual({
      data: { products: [{ name: 'Chair' }] },
    });
    page.byId('query').selectionStart = page.byId('query').value.length - 3;
    page.byId('run').fire('click');
    await page.shows('answer', '"__typename": "Query"');
  });

  it('runs subscriptions and stops them', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    page.byId('query').value = 'subscription Live { ticks { id price } }';
    page.byId('run').fire('click');
    await page.shows('state', 'listening');
    await feed.opened;
    feed.push({ ticks: { id: '1', price: 7 } });
    await page.shows('answer', '"price": 7');
    page.byId('run').fire('click');
    await feed.left;
  });

  it('shows what is wrong instead of falling silent', async () => {
    page.byId('query').value = '{ products { id } }';
    page.byId('variables').value = '{ nonsense';
    page.byId('run').fire('click');
    await page.shows('state', 'JSON');
  });
});
