import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../errors/codedError.ts';
import {
  afterFilter,
  connectionOf,
  decodeCursor,
  encodeCursor,
  readPage,
  type ListOrder,
} from './connection.ts';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};

const names: ListOrder = { list: 'names', key: ['text'] };

describe('a page', () => {
  it.each([0, -1, 101, 1.5, Number.NaN])('of %s rows is refused', (first) => {
    expect(codeOf(() => readPage({ first }, names))).toBe('BAD_USER_INPUT');
  });
  it.each([
    '',
    'x',
    'bnVsbA',
    encodeCursor('others', ['a']),
    encodeCursor('names', ['a', 'b']),
    encodeCursor('names', []),
    encodeCursor('names', [1]),
    encodeCursor('names', ['a'.repeat(10_000)]),
    Buffer.from('["names",{"$gt":1}]').toString('base64url'),
    Buffer.from('["names",null]').toString('base64url'),
    Buffer.from('{"0":"names","1":"a"}').toString('base64url'),
  ])('after the foreign cursor %j is refused', (after) =>
    expect(codeOf(() => readPage({ after }, names))).toBe('BAD_USER_INPUT'),
  );
  it('has 20 rows unless told otherwise', () =>
    expect(readPage({}, names)).toEqual({ first: 20, after: undefined, list: 'names' }));
  it('says where it begins, ends, and whether more follows', () => {
    const page = connectionOf(['a', 'b', 'c'], { first: 2, after: ['0'], list: 'names' }, (row) => [row]);
    expect(page.edges.map((edge) => edge.node)).toEqual(['a', 'b']);
    expect(page.pageInfo).toEqual({
      hasNextPage: true, hasPreviousPage: true, startCursor: encodeCursor('names', ['a']), endCursor: encodeCursor('names', ['b']),
    }); // prettier-ignore
    expect(connectionOf([], { first: 2, after: undefined, list: 'names' }, () => []).pageInfo).toEqual({
      hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null,
    }); // prettier-ignore
  });
  it('brings back every sort key through its cursor', () => {
    const part = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        const kinds = key.map((each) => (typeof each === 'string' ? 'text' : 'number'));
        expect(decodeCursor(encodeCursor('mixed', key), { list: 'mixed', key: kinds })).toEqual(key);
      }),
    );
  });
});

describe('the filter after a cursor', () => {
  it('spells out the lexicographic order', () => {
    expect(afterFilter(['at', '_id'], [5, 'x'])).toEqual({
      $or: [{ at: { $gt: 5 } }, { at: 5, _id: { $gt: 'x' } }],
    });
    expect(afterFilter(['at', '_id'], [5, 'x'], true)).toEqual({
      $or: [{ at: { $lt: 5 } }, { at: 5, _id: { $lt: 'x' } }],
    });
  });
});
