import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identityKinds,
  mayReadRow,
  readableRows,
  rowRules,
  type Identity,
  type RowRule,
} from './identity.ts';

/** Whether a document passes one of our filters, as the database would say. */
const passes = (filter: Record<string, unknown> | null, row: Record<string, unknown>): boolean =>
  filter !== null &&
  Object.entries(filter).every(([field, wanted]) => {
    const ids = (wanted as { $in?: readonly string[] }).$in;
    return ids === undefined
      ? row[field] === wanted
      : (row[field] as readonly string[]).some((id) => ids.includes(id));
  });

const name = fc.constantFrom('a', 'b', 'c');
const who: fc.Arbitrary<Identity> = fc.record(
  {
    subject: name,
    kind: fc.constantFrom(...identityKinds),
    scopes: fc.subarray(['orders:read', 'returns:work']),
    locationIds: fc.array(name),
    channel: name,
  },
  { requiredKeys: ['subject', 'kind', 'scopes'] },
);

describe('who may see a row', () => {
  it('is the same whether one row is judged or many are searched', () => {
    const row = fc.record({ owner: name, channel: name, locationIds: fc.array(name) });
    fc.assert(
      fc.property(who, row, (identity, document) => {
        expect(passes(readableRows(identity, 'locationIds'), document)).toBe(mayReadRow(identity, document));
      }),
    );
  });

  it.each(Object.keys(rowRules) as RowRule[])('is the same under the rule %s', (rule) => {
    const row = fc.record({ owner: name, channel: name, locationId: fc.option(name) });
    fc.assert(
      fc.property(who, row, (identity, { locationId, ...rest }) => {
        const one = { ...rest, locationIds: locationId === null ? [] : [locationId] };
        const document = { ...rest, locationId: [locationId] };
        const filter = readableRows(identity, 'locationId', rule);
        expect(passes(filter, document)).toBe(mayReadRow(identity, one, rule));
      }),
    );
  });

  it('is no associate where rows have no location', () => {
    const associate: Identity = { subject: 'a', kind: 'associate', scopes: [], locationIds: ['a'] };
    expect(readableRows(associate)).toBeNull();
    expect(mayReadRow(associate, { owner: 'a' })).toBe(false);
  });
});
