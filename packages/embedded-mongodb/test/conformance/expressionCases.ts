import { expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { exact } from './exact.ts';
import type { Target } from './useTarget.ts';

/** An expression over the document given, and the value it has; undefined for "no value". */
export type ExpressionCase = readonly [
  title: string,
  expression: unknown,
  value: unknown,
  document?: Document,
];

export function itEvaluates(target: Target, cases: readonly ExpressionCase[]): void {
  for (const [title, expression, value, document = {}] of cases) {
    it(title, async () => {
      const collection = await target.collection([{ _id: 1, ...document }]);
      const pipeline = [{ $project: { _id: 0, v: expression } }];
      const rows = await collection
        .aggregate(pipeline, { promoteValues: false, promoteBuffers: false })
        .toArray();
      expect(exact(rows[0] ?? null)).toBe(exact(value === undefined ? {} : { v: value }));
    });
  }
}
