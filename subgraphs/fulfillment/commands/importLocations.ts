import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import { isDeepStrictEqual } from 'node:util';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { locationFrom } from '../domain/location.ts';
import type { ImportLocationsInput } from '../generated/resolverTypes.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels, LocationDoc } from '../store/models.ts';

/** Most locations of one call. */
const maxLocations = 500;

export interface ImportOutcome {
  readonly changed: number;
  readonly unchanged: number;
}

/** Creates or replaces locations, all or none; those that are already so are left alone. */
export async function importLocations(
  { models, journal }: { models: FulfillmentModels; journal: Journal },
  { locations }: ImportLocationsInput,
  by: Cause,
): Promise<ImportOutcome> {
  if (locations.length > maxLocations)
    throw codedError(
      'BAD_USER_INPUT',
      `One call takes at most ${maxLocations} locations, not ${locations.length}.`,
      { field: 'locations' },
    );
  const wanted = new Map(locations.map((input) => [input.id, locationFrom(input)]));
  return journal.exclusive('importLocations', () =>
    withTransaction(journal.connection, async (tx) => {
      const filter = { _id: trusted({ $in: [...wanted.keys()] }) };
      const found = await models.Location.find(filter).session(tx.session).lean<LocationDoc[]>();
      const before = new Map(found.map((doc) => [doc._id, doc]));
      const changed = [...wanted.values()].flatMap(({ locationId, ...facts }) => {
        const { _id, version = 0, ...known } = before.get(locationId) ?? {};
        return isDeepStrictEqual(known, facts) ? [] : [{ _id: locationId, ...facts, version: version + 1 }];
      });
      await replaceMany(models.Location, tx, changed, before);
      for (const { _id: locationId, version, ...facts } of changed)
        await journal.append(tx, {
          stream: `location:${locationId}`,
          expectedSeq: version - 1,
          events: [{ type: 'fulfillment.LocationChanged', data: { locationId, ...facts } }],
          ...by,
        });
      return { changed: changed.length, unchanged: wanted.size - changed.length };
    }),
  );
}
