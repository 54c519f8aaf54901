import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Document, Sort } from 'mongodb';
import { useTarget } from './useTarget.ts';

const target = useTarget();

/** Values in MongoDB's order over types, `_id` saying the place. */
const inOrder: Document[] = [
  { _id: 1, v: new MinKey() },
  { _id: 2 },
  { _id: 3, v: -Infinity },
  { _id: 4, v: -1 },
  { _id: 5, v: 0 },
  { _id: 6, v: 0.5 },
  { _id: 7, v: Long.fromNumber(1) },
  { _id: 8, v: Decimal128.fromString('1.5') },
  { _id: 9, v: Infinity },
  { _id: 10, v: '' },
  { _id: 11, v: 'A' },
  { _id: 12, v: 'a' },
  { _id: 13, v: 'b' },
  { _id: 14, v: {} },
  { _id: 15, v: { a: 1 } },
  { _id: 16, v: { a: 2 } },
  { _id: 17, v: { a: 'x' } },
  { _id: 18, v: new Binary(Buffer.from('b')) },
  { _id: 19, v: new Binary(Buffer.from('aa')) },
  { _id: 20, v: new ObjectId('64b000000000000000000001') },
  { _id: 21, v: new ObjectId('64b000000000000000000002') },
  { _id: 22, v: false },
  { _id: 23, v: true },
  { _id: 24, v: new Date(-1) },
  { _id: 25, v: new Date(1) },
  { _id: 26, v: new Timestamp({ t: 1, i: 2 }) },
  { _id: 27, v: new Timestamp({ t: 2, i: 1 }) },
  { _id: 28, v: /a/ },
  { _id: 29, v: new MaxKey() },
];
const ids = inOrder.map(({ _id }) => _id as number);

/** The same documents, as far from in order as a fixed shuffle makes them. */
const shuffled = [...inOrder].sort((a, b) => ((a._id * 17) % 31) - ((b._id * 17) % 31));

async function sorted(documents: Document[], sort: Sort, index?: Document): Promise<unknown[]> {
  const collection = await target.collection(documents);
  if (index) await collection.createIndex(index as Record<string, 1>);
  const rows = await collection.find({}, { sort, ...(index && { hint: index }) }).toArray();
  return rows.map(({ _id }) => _id);
}

describe('order over BSON types', () => {
  it('ascending without an index', async () => {
    expect(await sorted(shuffled, { v: 1, _id: 1 })).toEqual(ids);
  });
  it('descending without an index', async () => {
    expect(await sorted(shuffled, { v: -1, _id: -1 })).toEqual([...ids].reverse());
  });
  it('ascending by an index', async () => {
    expect(await sorted(shuffled, { v: 1 }, { v: 1 })).toEqual(ids);
  });
  it('descending by an ascending index read backwards', async () => {
    expect(await sorted(shuffled, { v: -1 }, { v: 1 })).toEqual([...ids].reverse());
  });
  it('ascending by a descending index', async () => {
    expect(await sorted(shuffled, { v: 1 }, { v: -1 })).toEqual(ids);
  });
  it('as _id, by the index every collection has', async () => {
    const byId = inOrder
      .filter(({ v }) => v !== undefined && !(v instanceof RegExp))
      .map(({ _id, v }) => ({ _id: v, n: _id }));
    const collection = await target.collection([...byId].reverse());
    const rows = await collection.find().sort({ _id: 1 }).toArray();
    expect(rows.map(({ n }) => n)).toEqual(byId.map(({ n }) => n));
  });
  it('in an aggregation', async () => {
    const collection = await target.collection(shuffled);
    const rows = await collection.aggregate([{ $sort: { v: 1 } }]).toArray();
    expect(rows.map(({ _id }) => _id)).toEqual(ids);
  });
  it('in $group, $min and $max use it', async () => {
    const collection = await target.collection([{ v: 'a' }, { v: 1 }, { v: true }, { v: null }, {}]);
    const rows = collection.aggregate([
      { $group: { _id: null, least: { $min: '$v' }, most: { $max: '$v' } } },
    ]);
    expect(await rows.toArray()).toEqual([{ _id: null, least: 1, most: true }]);
  });
});

describe('sort keys', () => {
  const cases: [string, Document[], Sort, unknown[]][] = [
    [
      'two keys in opposite directions',
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 1, b: 2 },
        { _id: 3, a: 0, b: 9 },
      ],
      { a: 1, b: -1 },
      [3, 2, 1],
    ],
    ['a nested key', [{ _id: 1, a: { b: 2 } }, { _id: 2, a: { b: 1 } }, { _id: 3 }], { 'a.b': 1 }, [3, 2, 1]],
    [
      'an array sorts ascending by its least element',
      [
        { _id: 1, a: [5, 9] },
        { _id: 2, a: [1, 10] },
        { _id: 3, a: 4 },
      ],
      { a: 1 },
      [2, 3, 1],
    ],
    [
      'an array sorts descending by its greatest element',
      [
        { _id: 1, a: [5, 9] },
        { _id: 2, a: [1, 10] },
        { _id: 3, a: 4 },
      ],
      { a: -1 },
      [2, 1, 3],
    ],
    [
      'an empty array sorts before null',
      [
        { _id: 1, a: null },
        { _id: 2, a: [] },
        { _id: 3, a: 0 },
      ],
      { a: 1 },
      [2, 1, 3],
    ],
    [
      'a key inside an array of documents',
      [
        { _id: 1, a: [{ n: 3 }, { n: 1 }] },
        { _id: 2, a: [{ n: 2 }] },
      ],
      { 'a.n': 1 },
      [1, 2],
    ],
    [
      'strings sort by code, capitals first',
      [
        { _id: 1, a: 'a' },
        { _id: 2, a: 'B' },
        { _id: 3, a: 'b' },
        { _id: 4, a: 'é' },
      ],
      { a: 1 },
      [2, 1, 3, 4],
    ],
    [
      'strings beyond the basic plane sort by bytes',
      [
        { _id: 1, a: '\u{1F600}' },
        { _id: 2, a: '\uFFFD' },
        { _id: 3, a: 'z' },
      ],
      { a: 1 },
      [3, 2, 1],
    ],
  ];
  it.each(cases)('%s', async (_title, documents, sort, expected) => {
    expect(await sorted(documents, sort)).toEqual(expected);
  });
  it.each(cases)('%s, by an index', async (_title, documents, sort, expected) => {
    expect(await sorted(documents, sort, sort as Document)).toEqual(expected);
  });
  it('skip and limit apply after the sort', async () => {
    const collection = await target.collection([3, 1, 4, 2, 5].map((_id) => ({ _id })));
    expect(await collection.find().sort({ _id: -1 }).skip(1).limit(2).toArray()).toEqual([
      { _id: 4 },
      { _id: 3 },
    ]);
  });
  it('without a sort documents come in the order they went in', async () => {
    const collection = await target.collection([{ _id: 'c' }, { _id: 'a' }, { _id: 'b' }] as Document[]);
    expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual(['c', 'a', 'b']);
  });
  it('$natural -1 turns that order round', async () => {
    const collection = await target.collection([{ _id: 2 }, { _id: 1 }, { _id: 3 }]);
    expect((await collection.find().sort({ $natural: -1 }).toArray()).map(({ _id }) => _id)).toEqual([
      3, 1, 2,
    ]);
  });
});
