import { describe, expect, it } from 'vitest';
import type { Doc } from '../document/types.ts';
import { openIndex } from './collection.ts';
import { documentKeys } from './indexKeys.ts';

const index = (key: Record<string, 1 | -1>, more: object = {}) =>
  openIndex({ id: 1, name: 'i', key, ...more });
const count = (spec: ReturnType<typeof index>, doc: Doc): number => documentKeys(spec, doc).keys.length;

describe('the keys of a document', () => {
  it('are one for a plain value, also a missing one', () => {
    expect(count(index({ a: 1 }), { a: 1 })).toBe(1);
    expect(count(index({ a: 1 }), {})).toBe(1);
  });

  it('are one per different element of an array', () => {
    expect(count(index({ a: 1 }), { a: [1, 2, 2, 3] })).toBe(3);
    expect(documentKeys(index({ a: 1, b: 1 }), { a: [1, 2], b: 5 }).multikey).toEqual([true, false]);
  });

  it('follow paths through arrays of documents together', () => {
    expect(
      count(index({ 'a.x': 1, 'a.y': 1 }), {
        a: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      }),
    ).toBe(2);
  });

  it('cannot be made from two arrays side by side', () => {
    expect(() => count(index({ a: 1, b: 1 }), { a: [1], b: [2] })).toThrow(
      expect.objectContaining({ code: 171 }),
    );
  });

  it('are none in a sparse index without the fields', () => {
    expect(count(index({ a: 1, b: 1 }, { sparse: true }), { c: 1 })).toBe(0);
    expect(count(index({ a: 1, b: 1 }, { sparse: true }), { b: 1 })).toBe(1);
  });

  it('stay within what the file can hold', () => {
    const { keys, cut } = documentKeys(index({ a: 1 }), { a: 'x'.repeat(5_000) });
    expect(cut).toBe(true);
    expect((keys[0] as Buffer).length).toBeLessThanOrEqual(1_900);
  });
});
