import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import type { NetworkKeeper } from '../projection/networkKeeper.ts';
import type { PromiseModels, StockFactDoc } from './models.ts';

/** Writes facts to the database in the caller's transaction, and to the network in memory once that has committed. */
export interface FactStore {
  location(tx: Tx, facts: LocationFacts): Promise<void>;
  service(tx: Tx, facts: ServiceFacts): Promise<void>;
  variants(tx: Tx, facts: readonly VariantFacts[]): Promise<void>;
  stock(tx: Tx, facts: readonly StockFacts[]): Promise<void>;
  capacity(tx: Tx, locationId: string, day: string, used: number): Promise<void>;
  /** Fills the network from the database, at start. */
  loadAll(): Promise<void>;
}

const stockKey = (facts: StockFacts): string => `${facts.sku}@${facts.locationId}`;

export function createFactStore(models: PromiseModels, keeper: NetworkKeeper): FactStore {
  const put = async (
    tx: Tx,
    model: PromiseModels['Location'] | PromiseModels['Service'],
    id: string,
    facts: object,
  ): Promise<void> => {
    await (model as PromiseModels['Location']).replaceOne(
      { _id: id },
      { _id: id, facts: facts as LocationFacts },
      { upsert: true, session: tx.session },
    );
  };
  return {
    location: async (tx, facts) => {
      await put(tx, models.Location, facts.locationId, facts);
      tx.afterCommit(() => keeper.location(facts));
    },
    service: async (tx, facts) => {
      await put(tx, models.Service, facts.code, facts);
      tx.afterCommit(() => keeper.service(facts));
    },
    variants: async (tx, facts) => {
      const docs = facts.map((each) => ({ _id: each.sku, facts: each }));
      const ids = { _id: trusted({ $in: docs.map((doc) => doc._id) }) };
      const known = await models.Variant.find(ids, { _id: 1 }).session(tx.session).lean();
      await replaceMany(models.Variant, tx, docs, new Set(known.map((doc) => doc._id)));
      tx.afterCommit(() => facts.forEach((each) => keeper.variant(each)));
    },
    stock: async (tx, facts) => {
      const ids = facts.map(stockKey);
      const known = await models.Stock.find({ _id: trusted({ $in: ids }) }, { revision: 1 })
        .session(tx.session)
        .lean<StockFactDoc[]>();
      const revisions = new Map(known.map((doc) => [doc._id, doc.revision]));
      const newer = facts.filter((each) => each.revision > (revisions.get(stockKey(each)) ?? 0));
      const docs = newer.map((each) => ({ _id: stockKey(each), facts: each, revision: each.revision }));
      await replaceMany(models.Stock, tx, docs, revisions);
      tx.afterCommit(() => newer.forEach((each) => keeper.stock(each)));
    },
    capacity: async (tx, locationId, day, used) => {
      const doc = { _id: `${locationId}@${day}`, locationId, day, used };
      await models.Capacity.replaceOne({ _id: doc._id }, doc, { upsert: true, session: tx.session });
      tx.afterCommit(() => keeper.capacity(locationId, day, used));
    },
    loadAll: async () => {
      for await (const doc of models.Location.find().lean().cursor())
        keeper.location(doc.facts as LocationFacts);
      for await (const doc of models.Service.find().lean().cursor())
        keeper.service(doc.facts as ServiceFacts);
      for await (const doc of models.Variant.find().lean().cursor())
        keeper.variant(doc.facts as VariantFacts);
      for await (const doc of models.Stock.find().lean().cursor()) keeper.stock(doc.facts as StockFacts);
      for await (const doc of models.Capacity.find().lean().cursor())
        keeper.capacity(doc.locationId, doc.day, doc.used);
    },
  };
}
