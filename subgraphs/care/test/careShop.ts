import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { HttpResponse } from '../../../platform/http/httpRoute.ts';
import type { Log } from '../../../platform/log/log.ts';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { firstWorkOn, handOver, tell, type Work } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import type { OutgoingSms } from '../ports.ts';
import { readSms } from '../transport/sandboxSms.ts';

export interface Message {
  readonly id: string;
  readonly code: string;
  readonly channel: string;
  readonly status: string;
  readonly reason: string | null;
  readonly language: string | null;
}
type Fates = Readonly<Record<string, string>>;

/** A customer of the shop of these tests. */
export interface Reach {
  readonly quantity?: number;
  readonly sku?: string;
  readonly locale?: string;
  readonly phone?: string;
  readonly who?: Buyer;
  /** Who the customer is and where they live. */
  readonly person?: { readonly name: string; readonly line1: string; readonly email: string };
}

/** More of a report of a carrier. */
interface Scanned {
  readonly at?: number;
  readonly etaMs?: number;
  readonly keptUntilMs?: number;
}

/** A shop that sells shoes and writes to its customers; mails and short messages land in a folder. */
export interface CareShop {
  readonly application: TradingApplication;
  readonly buyer: Buyer;
  readonly folder: string;
  order(reach?: Reach): Promise<string>;
  shipped(orderId: string): Promise<Work>;
  messagesOf(orderId: string, who?: Buyer['who']): Promise<Message[]>;
  /** What became of the mails about an order, by code; the reason if they were not sent. */
  fates(orderId: string, channel?: string): Promise<Fates>;
  /** Mails about an order, in the order in which they were decided. */
  mails(orderId: string): Promise<ParsedMail[]>;
  smsTo(phone: string): Promise<OutgoingSms[]>;
  moveOn(byMs: number): Promise<void>;
  scan(orderId: string, work: Work, milestone: string, more?: Scanned): Promise<void>;
  deliver(orderId: string, work: Work): Promise<void>;
  /** A request to a route of care. */
  request(method: 'GET' | 'POST', url: string, body?: string): Promise<HttpResponse>;
  stop(): Promise<void>;
}

export async function openCareShop(log?: Log): Promise<CareShop> {
  const folder = await mkdtemp(join(tmpdir(), 'promesse-mail-'));
  const publicUrl = 'https://shop.example';
  const application = await openTradingApplication({
    ...{ mail: { folder }, publicUrl },
    ...(log === undefined ? {} : { log }),
  });
  await application.sell({ sku: 'shoe' });
  await application.stock('shoe', 'warehouse', 100);
  const buyer = buyerIn(application);
  const parts = { application, folder };
  return {
    ...{ application, buyer, folder },
    order: (reach = {}) => placeOrder(application, reach.who ?? buyer, reach),
    shipped: async (orderId) => handOver(application, await firstWorkOn(application, orderId)),
    messagesOf: (orderId, who) => messagesOf(application, orderId, who),
    fates: async (orderId, channel = 'EMAIL') =>
      Object.fromEntries(
        (await messagesOf(application, orderId))
          .filter((each) => each.channel === channel)
          .map(({ code, status, reason }) => [code, reason ?? status]),
      ),
    mails: (orderId) => mailsOf(parts, orderId),
    smsTo: async (phone) => (await readSms(folder)).filter(({ to }) => to === phone),
    moveOn: async (byMs) => {
      await application.clock.advanceBy(byMs);
      await application.settle();
    },
    scan: (orderId, work, milestone, { at = application.clock.nowMs(), ...more } = {}) =>
      scan(application, { orderId, work, milestone, at, ...more }),
    deliver: (orderId, { shipment }) =>
      tell(application, ['care'], 'shipping.ShipmentDelivered', {
        ...{ shipmentId: shipment?.id ?? '', orderId, serviceCode: 'parcel', isReturn: false, lines: [] },
        ...{ locationId: 'warehouse', deliveredAtMs: application.clock.nowMs() },
      }),
    request: (method, url, body = '') => request(application, method, url, body),
    stop: async () => {
      await application.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const readText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
  messages { id code channel status reason language } } } }`;

async function messagesOf(
  application: TradingApplication,
  id: string,
  who?: Buyer['who'],
): Promise<Message[]> {
  type Answer = { _entities: { messages: Message[] }[] };
  const of = [{ __typename: 'Order', id }];
  return (await application.ok<Answer>('care', readText, { of }, who))._entities[0]?.messages ?? [];
}

async function mailsOf(
  { application, folder }: { application: TradingApplication; folder: string },
  orderId: string,
) {
  const names = new Set(await readdir(folder));
  const files = (await messagesOf(application, orderId)).map(({ id }) => `${id}.eml`);
  const there = files.filter((file) => names.has(file));
  return Promise.all(there.map(async (file) => simpleParser(await readFile(join(folder, file)))));
}

let customers = 0;

/** An order of a customer who can be reached; `canary` marks what is personal. */
async function placeOrder(
  application: TradingApplication,
  buyer: Buyer,
  { quantity = 1, sku = 'shoe', locale = 'fr', phone, person }: Reach,
): Promise<string> {
  const create = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
  const input = { currency: 'EUR', locale, lines: [{ sku, quantity }] };
  type Made = { createCart: { id: string } };
  const cartId = (await application.ok<Made>('orders', create, { input }, buyer.who)).createCart.id;
  const run = (field: string, type: string, value: object) => {
    const text = `mutation($input: ${type}!) { ${field}(input: $input) { id } }`;
    return application.ok('orders', text, { input: { cartId, ...value } }, buyer.who);
  };
  const { name = 'Zoé Canari', line1 = 'Rue 1', email = `canary-${++customers}@example.com` } = person ?? {};
  const address = { name, line1, postalCode: '75002', city: 'Paris', country: 'FR' };
  await run('setCartAddress', 'SetCartAddressInput', { address });
  const contact = { email, ...(phone === undefined ? {} : { phone }) };
  await run('setCartContact', 'SetCartContactInput', contact);
  const placed = await buyer.place(await buyer.order(cartId));
  await application.settle();
  return placed.order?.id ?? '';
}

async function scan(
  application: TradingApplication,
  told: Scanned & {
    readonly orderId: string;
    readonly work: Work;
    readonly milestone: string;
    readonly at: number;
  },
): Promise<void> {
  const { orderId, work, milestone, at, etaMs, keptUntilMs } = told;
  const eventId = `${work.id}-${milestone}-${at}`;
  const data = {
    ...{ shipmentId: work.shipment?.id ?? '', orderId, fulfillmentOrderId: work.id, eventId },
    ...{ trackingCode: 'x', milestone, highest: milestone, rawCode: milestone, text: milestone },
    ...(etaMs === undefined ? {} : { estimatedDeliveryAtMs: etaMs }),
    ...(keptUntilMs === undefined ? {} : { keptUntilMs }),
    occurredAtMs: at,
  };
  await tell(application, ['care'], 'shipping.TrackingRecorded', data, eventId);
}

async function request(
  application: TradingApplication,
  method: 'GET' | 'POST',
  url: string,
  body: string,
): Promise<HttpResponse> {
  const { pathname, searchParams } = new URL(url, 'https://shop.example');
  for (const route of application.subgraph('care').routes ?? []) {
    const names: string[] = [];
    const pattern = route.path.replace(/:(\w+)/g, (_all, name: string) => (names.push(name), '([^/]+)'));
    const found = new RegExp(`^${pattern}$`).exec(pathname);
    if (found === null || route.method !== method) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
    const answer = await route.handle({
      ...{ method, path: pathname, query: searchParams, headers: {}, params, body: Buffer.from(body) },
      signal: new AbortController().signal,
    });
    await application.settle();
    return answer;
  }
  throw new Error(`Care has no route ${method} ${pathname}.`);
}
