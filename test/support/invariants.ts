import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import type { OrderState } from '../../subgraphs/orders/domain/order.ts';
import type { TradingApplication } from './tradingApplication.ts';

/** What the databases say, and what is wrong with it: one line for each fault, none when all is well. */
type Invariant = (application: TradingApplication) => Promise<string[]>;

const rowsOf = async <T>(application: TradingApplication, name: SubgraphName, collection: string) =>
  // The driver reads whatever lies there; who asks names the part that it looks at.
  (await application.database(name).collection(collection).find().toArray()) as unknown as T[];

interface Row {
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly cause: string;
  readonly pending: readonly string[];
}

async function journals(application: TradingApplication): Promise<Map<string, Row[]>> {
  const streams = new Map<string, Row[]>();
  for (const name of subgraphNames)
    for (const row of await rowsOf<Row>(application, name, 'journal')) {
      const key = `${name} ${row.stream}`;
      streams.set(key, [...(streams.get(key) ?? []), row]);
    }
  for (const rows of streams.values()) rows.sort((a, b) => a.seq - b.seq);
  return streams;
}

/** Journals have no gap, no number twice, no step back in time, and nobody who has not yet heard. */
const journalsAreWhole: Invariant = async (application) => {
  const faults: string[] = [];
  for (const [stream, rows] of await journals(application))
    rows.forEach((row, at) => {
      if (row.seq !== at + 1) faults.push(`${stream}: ${row.seq} stands where ${at + 1} should`);
      if (row.at < (rows[at - 1]?.at ?? 0))
        faults.push(`${stream}: ${row.seq} is earlier than the one before`);
      if (row.pending.length > 0) faults.push(`${stream}: ${row.seq} waits for ${row.pending.join(', ')}`);
    });
  return faults;
};

const versioned: Readonly<Partial<Record<SubgraphName, Readonly<Record<string, string>>>>> = {
  catalog: { reservations: 'reservation' },
  orders: { orders: 'order' },
  fulfillment: { fulfillmentOrders: 'fulfillmentOrder' },
  shipping: { shipments: 'shipment' },
  returns: { returns: 'return' },
  care: { messages: 'message', incidents: 'incident', tickets: 'ticket' },
};

/** The state of everything is that of its last event: no event without effect, no effect without event. */
const statesAreTheirJournals: Invariant = async (application) => {
  const faults: string[] = [];
  const all = await journals(application);
  for (const [name, collections] of Object.entries(versioned))
    for (const [collection, aggregate] of Object.entries(collections))
      for (const { _id, version } of await rowsOf<{ _id: string; version: number }>(
        application,
        name as SubgraphName,
        collection,
      )) {
        const last = all.get(`${name} ${aggregate}:${_id}`)?.at(-1)?.seq;
        if (last !== version) faults.push(`${name} ${collection} ${_id}: version ${version}, events ${last}`);
      }
  return faults;
};

/** Units of a line are somewhere once; nothing left that was cancelled, nothing came back that had not left. */
const unitsAreSomewhere: Invariant = async (application) => {
  const faults: string[] = [];
  for (const { _id, lines } of await rowsOf<OrderState>(application, 'orders', 'orders'))
    for (const { lineId, counters } of lines) {
      const { ordered, cancelled, backordered, sourced, released, shipped, returned } = counters;
      const say = (what: string) => faults.push(`${_id} ${lineId}: ${what} (${JSON.stringify(counters)})`);
      if (ordered !== cancelled + backordered + sourced + released) say('units are lost or double');
      if (shipped > ordered - cancelled) say('more shipped than was left to ship');
      if (returned > shipped) say('more returned than shipped');
    }
  const out = new Map<string, number>();
  type Returned = { status: string; lines: { lineId: string; quantity: number }[] };
  for (const { status, lines } of await rowsOf<Returned>(application, 'returns', 'returns'))
    if (!['CANCELLED', 'REJECTED'].includes(status))
      for (const { lineId, quantity } of lines) out.set(lineId, (out.get(lineId) ?? 0) + quantity);
  for (const { lines } of await rowsOf<OrderState>(application, 'orders', 'orders'))
    for (const { lineId, counters } of lines)
      if ((out.get(lineId) ?? 0) > counters.shipped)
        faults.push(`${lineId}: more is sent back than was shipped`);
  return faults;
};

/** What was taken is at most what was set aside, and what was given back at most what was taken; the provider agrees. */
const moneyIsBounded: Invariant = async (application) => {
  const faults: string[] = [];
  type Booked = { _id: string; kind: string; amountMinor: number };
  const booked = await rowsOf<Booked>(application, 'orders', 'sandboxPayments');
  for (const { _id, payments } of await rowsOf<OrderState>(application, 'orders', 'orders')) {
    const sum = (kind: string) =>
      payments
        .filter((each) => each.kind === kind && each.state === 'SUCCEEDED')
        .reduce((total, each) => total + each.amountMinor, 0);
    const [set, taken, given] = [sum('AUTHORIZATION'), sum('CHARGE'), sum('REFUND')];
    if (taken > set) faults.push(`${_id}: ${taken} taken of ${set}`);
    if (given > taken) faults.push(`${_id}: ${given} given back of ${taken}`);
    const ids = payments.map(({ paymentId }) => paymentId);
    if (new Set(ids).size < ids.length) faults.push(`${_id}: a payment stands twice`);
    const holds = booked.filter((row) => row._id.startsWith(_id) && row.kind === 'AUTHORISE');
    if (holds.length > 1) faults.push(`${_id}: set aside ${holds.length} times`);
  }
  return faults;
};

/** Nothing waits for somebody who has gone: no claim, no checkout, no reservation past its time. */
const nothingIsLeft: Invariant = async (application) => {
  const faults: string[] = [];
  for (const name of subgraphNames)
    for (const { _id, status } of await rowsOf<{ _id: string; status: string }>(
      application,
      name,
      'idempotency',
    ))
      if (status !== 'DONE') faults.push(`${name}: the key ${_id} is claimed`);
  for (const { _id, done } of await rowsOf<{ _id: string; done: boolean }>(
    application,
    'orders',
    'checkouts',
  ))
    if (!done) faults.push(`the checkout ${_id} is open`);
  const nowMs = application.clock.nowMs();
  type Held = { _id: string; state: string; expiresAtMs?: number };
  for (const { _id, state, expiresAtMs = Infinity } of await rowsOf<Held>(
    application,
    'catalog',
    'reservations',
  ))
    if (state === 'SOFT' && expiresAtMs + 5_000 <= nowMs)
      faults.push(`the reservation ${_id} is past its time`);
  return faults;
};

/** What is told to a customer is told once, and what became of a promise is counted once. */
const toldOnce: Invariant = async (application) => {
  const faults: string[] = [];
  const keys = (await rowsOf<{ key: string }>(application, 'care', 'messages')).map(({ key }) => key);
  for (const key of new Set(keys))
    if (keys.filter((each) => each === key).length > 1) faults.push(`the message ${key} stands twice`);
  const orders = new Set(
    (await rowsOf<{ _id: string }>(application, 'orders', 'orders')).map(({ _id }) => _id),
  );
  const outcomes = await rowsOf<{ _id: string }>(application, 'insights', 'orderFacts');
  if (outcomes.length !== orders.size) faults.push(`${outcomes.length} outcomes of ${orders.size} orders`);
  return faults;
};

/** Units that left are those the stock lacks: counted in, less shipped, plus what came back into stock. */
export async function onHandOf(
  application: TradingApplication,
  sku: string,
  counted: number,
): Promise<[number, number]> {
  type Position = { sku: string; onHand: number };
  const onHand = (await rowsOf<Position>(application, 'catalog', 'stock'))
    .filter((row) => row.sku === sku)
    .reduce((sum, row) => sum + row.onHand, 0);
  const shipped = (await rowsOf<OrderState>(application, 'orders', 'orders'))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.sku === sku)
    .reduce((sum, { counters }) => sum + counters.shipped, 0);
  type Returned = { lines: { sku: string; dispositions: { disposition: string; quantity: number }[] }[] };
  const restocked = (await rowsOf<Returned>(application, 'returns', 'returns'))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.sku === sku)
    .flatMap(({ dispositions }) => dispositions)
    .filter(({ disposition }) => disposition === 'RESTOCK')
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return [onHand, counted - shipped + restocked];
}

/** What must hold of the databases once nothing is under way, by name. */
export const invariants: Readonly<Record<string, Invariant>> = {
  'journals are whole and heard': journalsAreWhole,
  'states are those of their journals': statesAreTheirJournals,
  'units are somewhere, once': unitsAreSomewhere,
  'money is bounded': moneyIsBounded,
  'nothing is left over': nothingIsLeft,
  'everybody is told once': toldOnce,
};
