import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphQLField } from 'graphql';
import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import { access } from '../../schema/access.ts';
import type { AccessRule } from '../../schema/accessRule.ts';
import { mayReadRow, type Identity, type RowScope } from '../../schema/identity.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callAs } from '../support/world.ts';
import { everyCaller } from './callers.ts';
import { expected, refusal, idNames, isRowKind, type Call, type Outcome } from './expectedOutcome.ts';
import { fieldPaths } from './fieldPaths.ts';
import { argumentsOf, operationText, takes, type Known } from './plausible.ts';
import { openRows, type CustomerRows, type RowKind } from './rows.ts';
import { valuesOf } from './valuesOf.ts';

type RootField = GraphQLField<unknown, unknown>;

/** Codes with which a call that was let in may still end: it came to the matter itself. */
const refusals = ['UNAUTHENTICATED', 'FORBIDDEN', 'INTERNAL'];

describe('every command and query, for every caller, about own, foreign and absent rows', () => {
  let application: TradingApplication;
  let rows: Readonly<Record<string, CustomerRows>>;
  const fields = new Map<string, { readonly subgraph: SubgraphName; readonly field: RootField }>();
  const calls: Call[] = [];

  const scopeNow = async (kind: RowKind, row: CustomerRows | undefined): Promise<RowScope | undefined> => {
    if (row === undefined || (kind !== 'return' && kind !== 'expectedReturn')) return row?.scopes[kind];
    const returns = application
      .database('returns')
      .collection<{ _id: string; locationId?: string }>('returns');
    const { locationId } = (await returns.findOne({ _id: row.ids[kind] })) ?? {};
    return { ...row.scopes[kind], locationIds: locationId === undefined ? [] : [locationId] };
  };
  const expectedOf = async (call: Call): Promise<Outcome> => {
    const rule = access[call.coordinate] as AccessRule;
    const scope = isRowKind(rule.rows) ? await scopeNow(rule.rows, rows[call.row]) : undefined;
    return expected(everyCaller[call.caller] as Identity, call, scope);
  };
  let made = 0;
  const run = async (call: Call): Promise<{ outcome: Outcome; code: unknown; message: string }> => {
    const { subgraph, field } = fields.get(call.coordinate) as { subgraph: SubgraphName; field: RootField };
    const who = everyCaller[call.caller] as Identity;
    const kind = access[call.coordinate]?.rows ?? 'none';
    const row = rows[call.row];
    const about: Known = isRowKind(kind)
      ? { [idNames[kind].find((name) => takes(field.args, name)) ?? '']: row?.ids[kind] ?? 'no-such-id' }
      : {};
    const lineId = kind === 'cart' ? row?.cartLineId : row?.lineId;
    const fixed = {
      ...{ sku: row?.sku ?? 'shoe', lineId: lineId ?? 'no-line', reason: 'because', quantity: 1 },
      postalCode: '75002',
    };
    const own = {
      locationId: who.locationIds?.[0] ?? 'warehouse',
      key: `k${++made}`,
      idempotencyKey: `k${made}`,
    };
    const variables = argumentsOf(field.args, { ...fixed, ...own, ...about });
    const [operation = 'Query'] = call.coordinate.split('.');
    const request = { query: operationText(operation.toLowerCase(), field, variables), variables };
    if (operation === 'Subscription') {
      const opened = await application.subgraph(subgraph).subscribe(request, callAs(who));
      if (Symbol.asyncIterator in opened) {
        await opened[Symbol.asyncIterator]().return?.();
        return { outcome: 'passes', code: undefined, message: '' };
      }
      const [fault] = opened.errors ?? [];
      const code = fault?.extensions['code'];
      // Where goods lie is no secret: a location that is not there is the matter itself.
      const outcome = code === 'NOT_FOUND' && kind === 'location' ? 'passes' : (code as Outcome);
      return { outcome, code, message: fault?.message ?? '' };
    }
    const { data, errors } = await application.run(subgraph, request.query, variables, who);
    const code = errors?.[0]?.extensions['code'];
    const message = `${errors?.[0]?.message ?? ''} ${JSON.stringify(variables).slice(0, 300)}`;
    if (code === undefined) return { outcome: data?.['it'] === null ? 'nothing' : 'passes', code, message };
    const isRefusal =
      refusals.includes(String(code)) || (code === 'NOT_FOUND' && isRowKind(kind) && kind !== 'location');
    return { outcome: isRefusal ? (code as Outcome) : 'passes', code, message };
  };
  /** Everything that is in the databases, as one text. */
  const everything = async (): Promise<string> => {
    const hash = createHash('sha256');
    for (const name of subgraphNames) {
      const { db } = application.database(name);
      for (const { name: collection } of ((await db?.listCollections().toArray()) ?? []).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      ))
        hash.update(
          `${name}.${collection}${JSON.stringify(await db?.collection(collection).find().sort({ _id: 1 }).toArray())}`,
        );
    }
    return hash.digest('hex');
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    rows = await openRows(application);
    for (const subgraph of subgraphNames) {
      const { schema } = application.subgraph(subgraph);
      for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
        for (const field of Object.values(type?.getFields() ?? {}))
          if (!field.name.startsWith('_')) fields.set(`${type?.name}.${field.name}`, { subgraph, field });
    }
    // What erases a customer comes last: the others are about them.
    const inOrder = [...fields.keys()].sort((a, b) => Number(a === erasing) - Number(b === erasing));
    for (const coordinate of inOrder) {
      const kind = access[coordinate]?.rows ?? 'none';
      const { field } = fields.get(coordinate) as { field: RootField };
      const names = isRowKind(kind) ? idNames[kind] : [];
      const about =
        names.some((name) => takes(field.args, name)) && !(coordinate in lists)
          ? ['web', 'market', 'absent']
          : ['no row'];
      for (const caller of Object.keys(everyCaller))
        for (const row of about) calls.push({ coordinate, caller, row });
    }
  });
  afterAll(() => application.stop());

  const erasing = 'Mutation.eraseCustomer';
  /** What names no row of anybody, though it is about some: which rows it reaches is tested with it. */
  const elsewhere: Readonly<Record<string, string>> = {
    'Query.channels': 'test/access/selling.int.test.ts',
    'Mutation.createCart': 'test/access/selling.int.test.ts',
    'Mutation.importOrder': 'subgraphs/orders/test/importOrder.int.test.ts',
    'Query.searchOrders': 'subgraphs/orders/test/customers.int.test.ts',
    'Subscription.ordersChanged': 'subgraphs/orders/test/ordersChanged.int.test.ts',
    'Subscription.returnsChanged': 'subgraphs/returns/test/returnsChanged.int.test.ts',
    'Query.failedPayments': 'subgraphs/orders/test/failedPayments.int.test.ts',
    'Query.pickBatch': 'subgraphs/fulfillment/test/pickBatch.int.test.ts',
    'Mutation.scanPick': 'subgraphs/fulfillment/test/pickBatch.int.test.ts',
    'Mutation.finishPickBatch': 'subgraphs/fulfillment/test/pickBatch.int.test.ts',
    'Mutation.cancelPickBatch': 'subgraphs/fulfillment/test/pickBatch.int.test.ts',
    'Query.carrierManifest': 'subgraphs/fulfillment/test/manifest.int.test.ts',
    'Query.purchaseOrder': 'test/subgraphs/supplier.int.test.ts',
    'Query.purchaseOrders': 'test/subgraphs/supplier.int.test.ts',
    'Mutation.acceptPurchaseOrder': 'test/subgraphs/supplier.int.test.ts',
    'Mutation.declinePurchaseOrder': 'test/subgraphs/supplier.int.test.ts',
    'Mutation.shipPurchaseOrder': 'test/subgraphs/supplier.int.test.ts',
  };
  /** Lists, with the kind of row they list. */
  const lists: Readonly<Record<string, RowKind>> = {
    ...{ 'Query.orders': 'order', 'Query.fulfillmentOrders': 'work', 'Query.shipments': 'shipment' },
    'Query.returns': 'expectedReturn',
  };

  it('knows a way to every row of the table', () => {
    const reached = new Set([...fields.keys(), ...Object.keys(fieldPaths)]);
    expect(Object.keys(access).filter((coordinate) => !reached.has(coordinate))).toEqual([]);
    expect(calls.length).toBeGreaterThan(1_500);
  });

  it('asks everything of the table, by everybody, about own, foreign and absent rows', () => {
    const operations = Object.entries(access).filter(([coordinate]) => !(coordinate in fieldPaths));
    for (const [coordinate, { rows: kind }] of operations) {
      const asked = calls.filter((call) => call.coordinate === coordinate);
      const about = kind === 'none' || coordinate in lists || coordinate in elsewhere ? 1 : 3;
      expect([coordinate, asked.length]).toEqual([coordinate, about * Object.keys(everyCaller).length]);
    }
    for (const file of Object.values(elsewhere))
      expect([file, existsSync(join(import.meta.dirname, '../..', file))]).toEqual([file, true]);
  });

  it('refuses what the table refuses, and nothing is changed by it', async () => {
    await application.settle();
    const before = await everything();
    const wrong: unknown[] = [];
    let refused = 0;
    for (const call of calls) {
      const wanted = await expectedOf(call);
      if (wanted === 'passes') continue;
      refused++;
      const got = await run(call);
      if (got.outcome !== wanted) wrong.push({ ...call, wanted, ...got });
    }
    await application.settle();
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(700);
    expect(await everything()).toBe(before);
  }, 120_000);

  it.each(Object.keys(fieldPaths))('shows the field %s to whom the table says', async (coordinate) => {
    const path = fieldPaths[coordinate];
    const rule = access[coordinate];
    if (path === undefined || rule === undefined) throw new Error(`${coordinate} has no row.`);
    for (const [caller, who] of Object.entries(everyCaller))
      for (const row of ['web', 'market'] as const) {
        const { query, variables } = path(rows[row] as CustomerRows);
        const { data, errors = [] } = await application.run(path.subgraph, query, variables, who);
        const codes = errors.map((error) => error.extensions['code']);
        const name = coordinate.split('.')[1] ?? '';
        const values = valuesOf(data, name);
        const refused = refusal(who, rule);
        if (refused !== undefined)
          expect([caller, row, values, codes.includes('INTERNAL')]).toEqual([caller, row, [], false]);
        // Whoever works on a part is refused prices by its row; whether anything is there is the row's matter, too.
        else if (
          rule.rows === 'none' &&
          coordinate !== 'Order.payments' &&
          coordinate !== 'Payment.providerReference'
        )
          expect([caller, row, codes]).toEqual([caller, row, []]);
      }
  });

  it('lists rows of nobody else', async () => {
    for (const [coordinate, kind] of Object.entries(lists))
      for (const [caller, who] of Object.entries(everyCaller)) {
        const { subgraph, field } = fields.get(coordinate) as { subgraph: SubgraphName; field: RootField };
        const query = `{ list: ${field.name}(first: 100) { edges { node { id } } } }`;
        const { data, errors } = await application.run(subgraph, query, {}, who);
        const list = data?.['list'] as { edges: { node: { id: string } }[] } | null | undefined;
        const listed = new Set(list?.edges.map(({ node }) => node.id) ?? []);
        const refused = refusal(who, access[coordinate] as AccessRule);
        if (refused !== undefined)
          expect([coordinate, caller, errors?.[0]?.extensions['code']]).toEqual([
            coordinate,
            caller,
            refused,
          ]);
        else
          for (const row of Object.values(rows)) {
            const sees = mayReadRow(who, row.scopes[kind], access[coordinate]?.rows);
            expect([coordinate, caller, row.channel, listed.has(row.ids[kind])]).toEqual([
              coordinate,
              caller,
              row.channel,
              sees,
            ]);
          }
      }
  });

  it('lets in what the table lets in', async () => {
    const wrong: unknown[] = [];
    let passed = 0;
    for (const call of calls) {
      if ((await expectedOf(call)) !== 'passes') continue;
      const got = await run(call);
      const isRead = call.coordinate.startsWith('Query.') && call.row in rows;
      // A query of a row that is seen answers; everything else came at least as far as the matter itself.
      const fine = got.outcome === 'passes' || (got.outcome === 'nothing' && !isRead);
      if (fine) passed++;
      else wrong.push({ ...call, ...got });
      await application.settle();
    }
    expect(wrong).toEqual([]);
    expect(passed).toBeGreaterThan(300);
  }, 120_000);
});
