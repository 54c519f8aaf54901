import { expect, it } from 'vitest';
import type { Document } from 'mongodb';
import type { Target } from './useTarget.ts';

/** Orders as pipelines read them: with lines, with none, and without the field. */
export const orders = [
  {
    _id: 1,
    buyer: 'Ann',
    total: 10,
    day: 1,
    lines: [
      { sku: 'A', qty: 1 },
      { sku: 'B', qty: 2 },
    ],
  },
  { _id: 2, buyer: 'Bob', total: 25, day: 1, lines: [{ sku: 'A', qty: 5 }] },
  { _id: 3, buyer: 'Ann', total: 40, day: 2, lines: [] },
  { _id: 4, buyer: 'Cyd', total: 5, day: 3 },
];

/** A pipeline over the orders and the documents that come out of it. */
export type StageCase = readonly [title: string, pipeline: Document[], rows: readonly Document[]];

export function itYields(target: Target, cases: readonly StageCase[]): void {
  it.each(cases)('%s', async (_title, pipeline, expected) => {
    const collection = await target.collection(orders);
    expect(await collection.aggregate(pipeline).toArray()).toEqual(expected);
  });
}
