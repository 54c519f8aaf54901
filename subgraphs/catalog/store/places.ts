import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { FulfillmentClient } from '../clients/fulfillmentClient.ts';
import type { Place } from '../domain/place.ts';
import type { CatalogModels } from './models.ts';

/** The locations the catalogue has heard of, for whatever names one. */
export interface Places {
  /** Those of the ids that exist; one nobody has told of yet is asked for at fulfillment. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Place>>;
  /** Whether there is a warehouse in use. */
  hasWarehouse(): Promise<boolean>;
  /** Takes over what fulfillment says, in the caller's transaction. */
  put(tx: Tx, place: Place): Promise<void>;
}

export function createPlaces({ Place: model }: CatalogModels, fulfillment: FulfillmentClient): Places {
  const heardOf = async (ids: readonly string[]): Promise<Map<string, Place>> => {
    const found = await model.find({ _id: trusted({ $in: [...new Set(ids)] }) }).lean();
    return new Map(
      found.map(({ _id, kind, active, abilities }) => [_id, { id: _id, kind, active, abilities }]),
    );
  };
  const askFor = async (id: string): Promise<Place | null> => {
    const place = await fulfillment.place(id);
    if (place === null) return null;
    const { kind, active, abilities } = place;
    // An event may have told of it meanwhile, and is newer.
    await model.updateOne(
      { _id: id },
      { $setOnInsert: { _id: id, kind, active, abilities: [...abilities] } },
      { upsert: true },
    );
    return place;
  };
  return {
    hasWarehouse: async () =>
      (await model.exists({ kind: 'WAREHOUSE', active: true, abilities: 'SHIP' })) !== null,
    find: async (ids) => {
      const places = await heardOf(ids);
      for (const id of new Set(ids)) {
        if (places.has(id)) continue;
        const place = await askFor(id);
        if (place !== null) places.set(id, place);
      }
      return places;
    },
    put: async (tx, { id, kind, active, abilities }) => {
      const doc = { _id: id, kind, active, abilities: [...abilities] };
      await model.replaceOne({ _id: id }, doc, { upsert: true, session: tx.session });
    },
  };
}
