import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { IntakeFacts, LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import type { CartHold } from '../domain/cartHolds.ts';
import { factKinds, type FactKind, type FactSharing } from './factSharing.ts';
import { readFacts } from './readFacts.ts';
import type { NetworkKeeper } from '../projection/networkKeeper.ts';
import type { PromiseModels, StockFactDoc } from './models.ts';

/** Writes facts to the database in the caller's transaction, and to the network in memory once that has committed. */
export interface FactStore {
  location(tx: Tx, facts: LocationFacts): Promise<void>;
  intake(tx: Tx, facts: IntakeFacts): Promise<void>;
  service(tx: Tx, facts: ServiceFacts): Promise<void>;
  variants(tx: Tx, facts: readonly VariantFacts[]): Promise<void>;
  stock(tx: Tx, facts: readonly StockFacts[]): Promise<void>;
  capacity(tx: Tx, locationId: string, day: string, used: number): Promise<void>;
  cartHeld(tx: Tx, hold: CartHold): Promise<void>;
  cartHoldEnded(tx: Tx, cartId: string, reservationId: string): Promise<void>;
  channelBuffers(tx: Tx, units: Readonly<Record<string, number>>): Promise<void>;
  /** Fills the network from the database, at start; what it knows newer stays. */
  loadAll(): Promise<void>;
  /** Reads rows again that another process has changed. */
  reload(kind: FactKind, ids: readonly string[]): Promise<void>;
}

const stockKey = (facts: StockFacts): string => `${facts.sku}@${facts.locationId}`;

/** A store without other processes. */
const alone: Pick<FactSharing, 'tell'> = { tell: () => undefined };

export function createFactStore(
  models: PromiseModels,
  keeper: NetworkKeeper,
  sharing: Pick<FactSharing, 'tell'> = alone,
): FactStore {
  /** Memory follows the database, here and in the other processes. */
  const afterwards = (tx: Tx, kind: FactKind, ids: readonly string[], here: () => void): void =>
    tx.afterCommit(() => {
      here();
      sharing.tell(kind, ids);
    });
  return {
    ...wholeFacts(models, keeper, afterwards),
    ...movingFacts(models, keeper, afterwards),
    loadAll: async () => {
      for (const kind of factKinds) await readFacts(models, keeper, kind);
    },
    reload: (kind, ids) => readFacts(models, keeper, kind, ids),
  };
}

type Afterwards = (tx: Tx, kind: FactKind, ids: readonly string[], here: () => void) => void;

/** Facts that change rarely. */
function wholeFacts(
  models: PromiseModels,
  keeper: NetworkKeeper,
  afterwards: Afterwards,
): Pick<FactStore, 'location' | 'intake' | 'service' | 'variants' | 'channelBuffers'> {
  return {
    location: async (tx, facts) => {
      const _id = facts.locationId;
      await models.Location.replaceOne({ _id }, { _id, facts }, { upsert: true, session: tx.session });
      afterwards(tx, 'location', [_id], () => keeper.location(facts));
    },
    intake: async (tx, facts) => {
      const _id = facts.locationId;
      await models.Intake.replaceOne({ _id }, { _id, facts }, { upsert: true, session: tx.session });
      afterwards(tx, 'intake', [_id], () => keeper.intake(facts));
    },
    service: async (tx, facts) => {
      const _id = facts.code;
      await models.Service.replaceOne({ _id }, { _id, facts }, { upsert: true, session: tx.session });
      afterwards(tx, 'service', [_id], () => keeper.service(facts));
    },
    variants: async (tx, facts) => {
      const docs = facts.map((each) => ({ _id: each.sku, facts: each }));
      const ids = docs.map((doc) => doc._id);
      const known = await models.Variant.find({ _id: trusted({ $in: ids }) }, { _id: 1 })
        .session(tx.session)
        .lean();
      await replaceMany(models.Variant, tx, docs, new Set(known.map((doc) => doc._id)));
      afterwards(tx, 'variant', ids, () => facts.forEach((each) => keeper.variant(each)));
    },
    channelBuffers: async (tx, units) => {
      const doc = { _id: 'all', units: { ...units } };
      await models.ChannelBuffers.replaceOne({ _id: doc._id }, doc, { upsert: true, session: tx.session });
      afterwards(tx, 'channelBuffers', [doc._id], () => keeper.channelBuffers(units));
    },
  };
}

/** Facts that change with every order. */
function movingFacts(
  models: PromiseModels,
  keeper: NetworkKeeper,
  afterwards: Afterwards,
): Pick<FactStore, 'stock' | 'capacity' | 'cartHeld' | 'cartHoldEnded'> {
  return {
    stock: async (tx, facts) => {
      const ids = facts.map(stockKey);
      const known = await models.Stock.find({ _id: trusted({ $in: ids }) }, { revision: 1 })
        .session(tx.session)
        .lean<StockFactDoc[]>();
      const revisions = new Map(known.map((doc) => [doc._id, doc.revision]));
      const newer = facts.filter((each) => each.revision > (revisions.get(stockKey(each)) ?? 0));
      const docs = newer.map((each) => ({ _id: stockKey(each), facts: each, revision: each.revision }));
      await replaceMany(models.Stock, tx, docs, revisions);
      afterwards(
        tx,
        'stock',
        docs.map((doc) => doc._id),
        () => newer.forEach((each) => keeper.stock(each)),
      );
    },
    capacity: async (tx, locationId, day, used) => {
      const doc = { _id: `${locationId}@${day}`, locationId, day, used };
      await models.Capacity.replaceOne({ _id: doc._id }, doc, { upsert: true, session: tx.session });
      afterwards(tx, 'capacity', [doc._id], () => keeper.capacity(locationId, day, used));
    },
    cartHeld: async (tx, hold) => {
      const { cartId: _id, reservationId, heldUntilMs } = hold;
      const lines = hold.lines.map(({ sku, locationId, quantity }) => ({ sku, locationId, quantity }));
      const doc = { _id, reservationId, heldUntilMs, lines };
      await models.CartHold.replaceOne({ _id }, doc, { upsert: true, session: tx.session });
      afterwards(tx, 'cartHold', [_id], () => keeper.cartHolds.set({ ...hold, lines }));
    },
    cartHoldEnded: async (tx, cartId, reservationId) => {
      await models.CartHold.deleteOne({ _id: cartId, reservationId }, { session: tx.session });
      afterwards(tx, 'cartHold', [cartId], () => keeper.cartHolds.end(cartId, reservationId));
    },
  };
}
