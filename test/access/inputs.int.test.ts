import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphQLArgument, GraphQLField } from 'graphql';
import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import { encodeCursor } from '../../platform/graph/connection.ts';
import { longTexts, maxIdLength, maxTextLength } from '../../platform/graph/inputBounds.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';
import { leavesOf, placed } from './places.ts';
import { argumentsOf, operationText } from './plausible.ts';

type RootField = GraphQLField<unknown, unknown>;
interface Place {
  readonly subgraph: SubgraphName;
  readonly operation: 'query' | 'mutation';
  readonly field: RootField;
}

/** Every text and id that a field takes, with the length it may have. */
const textsOf = (args: readonly GraphQLArgument[]) =>
  leavesOf(args)
    .filter(({ scalar }) => scalar === 'ID' || scalar === 'String')
    .map(({ path, scalar, coordinate }) => ({
      path,
      most: longTexts[coordinate] ?? (scalar === 'ID' ? maxIdLength : maxTextLength),
    }));

const oddIds = [
  '',
  ' ',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '{"$ne":null}',
  '$where',
  'a\u0000b',
  '\r\nforged line',
  'x'.repeat(maxIdLength),
];
const oddCursors = [
  ...['', 'x', 'bnVsbA', '%%%', 'x'.repeat(5_000)],
  ...[
    [],
    [1],
    ['a', 'b', 'c'],
    [{ $gt: '' }, 'x'],
    ['x', { $ne: null }],
    [null, null],
    [[1], [2]],
    [true, 'x'],
  ].map((key) => Buffer.from(JSON.stringify(['orders', ...(key as unknown[])])).toString('base64url')),
  encodeCursor('another list', [1, 'x']),
  encodeCursor('another list', ['x', 'x']),
];

/** For numbers, instants, dates, zones, currencies, countries and JSON. `1e400` in JSON is read as Infinity. */
const oddScalars: readonly unknown[] = [
  ...[Infinity, -Infinity, NaN, -0, 0.1, 1.5, -1, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308],
  ...[
    '',
    '1',
    'NaN',
    '9999-99-99',
    '-000001-01-01',
    '275760-09-14T00:00:00Z',
    '2026-02-30',
    'x'.repeat(5_000),
  ],
  ...['EUR\u0000', 'eur', '../../zone', '__proto__', '\u202e', '🙂'],
  ...[true, [], [[1]], {}, { $gt: 0 }, { toString: 1 }],
];

/** What a field makes of ids, texts and cursors that no client of ours sends. */
describe('inputs that are odd', () => {
  let application: TradingApplication;
  const places: Place[] = [];

  beforeAll(async () => {
    application = await openTradingApplication();
    for (const subgraph of subgraphNames) {
      const { schema } = application.subgraph(subgraph);
      for (const [operation, type] of [
        ['query', schema.getQueryType()],
        ['mutation', schema.getMutationType()],
      ] as const)
        for (const field of Object.values(type?.getFields() ?? {}))
          if (!field.name.startsWith('_')) places.push({ subgraph, operation, field });
    }
  });
  afterAll(() => application.stop());

  const run = async ({ subgraph, operation, field }: Place, variables: Record<string, unknown>) => {
    const query = operationText(operation, field, variables);
    const result = await application.run(subgraph, query, variables, callers.system);
    return result.errors?.map((error) => String(error.extensions['code'])) ?? [];
  };

  it('as texts are refused when they are too long, in every place, before anything is done', async () => {
    let tried = 0;
    for (const place of places)
      for (const { path, most } of textsOf(place.field.args)) {
        const variables = placed(
          place.field.args,
          argumentsOf(place.field.args, {}),
          path,
          'é'.repeat(most + 1),
        );
        expect([place.field.name, path, await run(place, variables)]).toEqual([
          place.field.name,
          path,
          ['BAD_USER_INPUT'],
        ]);
        tried++;
      }
    expect(tried).toBeGreaterThan(100);
  });

  it.each(oddIds)('as the id %j are never a fault of ours', async (id) => {
    for (const place of places)
      for (const { path } of textsOf(place.field.args)) {
        const variables = placed(place.field.args, argumentsOf(place.field.args, {}), path, id);
        const codes = await run(place, variables);
        expect([place.field.name, path, codes.includes('INTERNAL')]).toEqual([place.field.name, path, false]);
      }
    await application.settle();
  });

  it.each([[{ $ne: null }], [['a']], [true], [1.5], [{}]])(
    'as the id %j, which is no text, are refused',
    async (id) => {
      for (const place of places)
        for (const { path } of textsOf(place.field.args)) {
          const variables = placed(place.field.args, argumentsOf(place.field.args, {}), path, id);
          const codes = await run(place, variables);
          expect([place.field.name, path, codes]).toEqual([place.field.name, path, ['BAD_USER_INPUT']]);
        }
    },
  );

  it.each(oddScalars.map((value) => [value]))('as a scalar %j are never a fault of ours', async (value) => {
    let tried = 0;
    for (const place of places)
      for (const { path, scalar } of leavesOf(place.field.args)) {
        if (scalar === 'ID' || scalar === 'String') continue;
        const codes = await run(
          place,
          placed(place.field.args, argumentsOf(place.field.args, {}), path, value),
        );
        expect([place.field.name, path, codes.includes('INTERNAL')]).toEqual([place.field.name, path, false]);
        tried++;
      }
    expect(tried).toBeGreaterThan(50);
    await application.settle();
  });

  it.each(oddCursors)('as the cursor %j are refused by every list', async (after) => {
    const lists = places.filter(({ field }) => field.args.some((arg) => arg.name === 'after'));
    expect(lists.length).toBeGreaterThan(6);
    for (const place of lists) {
      const some = place.field.args.some((arg) => arg.name === 'sku') ? { sku: 'shoe' } : {};
      const codes = await run(place, { ...argumentsOf(place.field.args, {}), ...some, after });
      expect([place.field.name, codes]).toEqual([place.field.name, ['BAD_USER_INPUT']]);
    }
  });

  it('as representations are bounded, and a key of operators finds nothing', async () => {
    const query = (type: string) =>
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { __typename } } }`;
    const entities = [
      ...[
        ['catalog', 'ProductVariant', 'sku'],
        ['catalog', 'Product', 'id'],
        ['orders', 'Order', 'id'],
        ['orders', 'Cart', 'id'],
      ],
      ...[
        ['orders', 'OrderLine', 'id'],
        ['fulfillment', 'Location', 'id'],
        ['fulfillment', 'FulfillmentOrder', 'id'],
      ],
      ...[
        ['fulfillment', 'Order', 'id'],
        ['shipping', 'Shipment', 'id'],
        ['shipping', 'Order', 'id'],
      ],
      ...[
        ['returns', 'Return', 'id'],
        ['returns', 'Order', 'id'],
        ['insights', 'Order', 'id'],
      ],
    ] as [SubgraphName, string, string][];
    for (const [subgraph, type, key] of entities) {
      const many = Array.from({ length: 1_001 }, (_, at) => ({ __typename: type, [key]: `x${at}` }));
      expect([type, await application.code(subgraph, query(type), { of: many })]).toEqual([
        type,
        'BAD_USER_INPUT',
      ]);
      for (const odd of [{ $ne: null }, { $gt: '' }, ['a'], true, null]) {
        const { data, errors } = await application.run(subgraph, query(type), {
          of: [{ __typename: type, [key]: odd }],
        });
        expect([subgraph, type, odd, data?.['_entities'], errors]).toEqual([
          subgraph,
          type,
          odd,
          [null],
          undefined,
        ]);
      }
    }
  });
});
