import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getNamedType,
  isInputObjectType,
  isListType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import { encodeCursor } from '../../platform/graph/connection.ts';
import { longTexts, maxIdLength, maxTextLength } from '../../platform/graph/inputBounds.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';
import { argumentsOf, operationText } from './plausible.ts';

type RootField = GraphQLField<unknown, unknown>;
interface Place {
  readonly subgraph: SubgraphName;
  readonly operation: 'query' | 'mutation';
  readonly field: RootField;
}

/** Every way from a field's arguments to a text or an id, as the names to go along. */
function textsOf(
  args: readonly GraphQLArgument[],
): { readonly path: readonly string[]; readonly most: number }[] {
  const walk = (
    holder: string,
    { name, type }: { readonly name: string; readonly type: GraphQLInputType },
    seen: readonly string[],
  ): { path: readonly string[]; most: number }[] => {
    const named = getNamedType(type);
    if (named.name === 'ID' || named.name === 'String')
      return [
        {
          path: [name],
          most: longTexts[`${holder}.${name}`] ?? (named.name === 'ID' ? maxIdLength : maxTextLength),
        },
      ];
    if (!isInputObjectType(named) || seen.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap((field) =>
      walk(named.name, field, [...seen, named.name]).map(({ path, most }) => ({
        path: [name, ...path],
        most,
      })),
    );
  };
  return args.flatMap((arg) => walk('', arg, []));
}

/** Puts a value in the place of the named leaf; every list on the way has one entry. */
function placed(
  fields: readonly { readonly name: string; readonly type: GraphQLInputType }[],
  given: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const type = fields.find((field) => field.name === name)?.type;
  if (type === undefined) throw new Error(`There is no ${name}.`);
  const named = getNamedType(type);
  const before = given[name];
  const one = (Array.isArray(before) ? before[0] : before) as Record<string, unknown> | undefined;
  const inner = isInputObjectType(named)
    ? placed(
        Object.values(named.getFields()),
        one ?? argumentsOf(Object.values(named.getFields()), {}),
        rest,
        value,
      )
    : value;
  return { ...given, [name]: isListType(getNullableType(type)) ? [inner] : inner };
}

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
