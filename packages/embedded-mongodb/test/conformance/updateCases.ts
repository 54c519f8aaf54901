import { expect, it } from 'vitest';
import type { Document, UpdateOptions } from 'mongodb';
import { errorOf, exact, exactContents } from './exact.ts';
import type { Target } from './useTarget.ts';

/** A document, an update, and the document it becomes: types of numbers and order of fields included. */
export type UpdateCase = readonly [
  title: string,
  before: Document,
  update: Document | Document[],
  after: Document,
  more?: UpdateMore,
];

/** What an update case may say beyond the update itself. */
export interface UpdateMore extends UpdateOptions {
  /** The filter; by default the document's `_id`. */
  filter?: Document;
}

/** One case per update, as updateOne; also that modifiedCount tells whether the document changed. */
export function itUpdates(target: Target, cases: readonly UpdateCase[]): void {
  for (const [title, before, update, after, more = {}] of cases) {
    it(title, async () => {
      const { filter = {}, ...options } = more;
      const collection = await target.collection([{ _id: 1, ...before }]);
      const result = await collection.updateOne(filter, update, options);
      const expected = exact({ _id: 1, ...after });
      expect(await exactContents(collection)).toEqual([expected]);
      expect(result).toMatchObject({
        matchedCount: 1,
        modifiedCount: exact({ _id: 1, ...before }) === expected ? 0 : 1,
      });
    });
  }
}

/** A document, an update that is refused, and the error's code; the document stays as it is. */
export type RefusedUpdate = readonly [
  title: string,
  before: Document,
  update: Document | Document[],
  code: number,
  more?: UpdateMore,
];

/** One case per refused update. */
export function itRefuses(target: Target, cases: readonly RefusedUpdate[]): void {
  for (const [title, before, update, code, more = {}] of cases) {
    it(title, async () => {
      const { filter = {}, ...options } = more;
      const collection = await target.collection([{ _id: 1, ...before }]);
      expect(await errorOf(collection.updateOne(filter, update, options))).toMatchObject({ code });
      expect(await exactContents(collection)).toEqual([exact({ _id: 1, ...before })]);
    });
  }
}
