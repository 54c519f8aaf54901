import { trusted } from '../../../platform/mongo/connect.ts';
import type { IntakeFacts, LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import type { NetworkKeeper } from '../projection/networkKeeper.ts';
import type { FactKind } from './factSharing.ts';
import type { PromiseModels } from './models.ts';

/** Reads facts of one kind into the network; all of them, or those of some ids. */
export async function readFacts(
  models: PromiseModels,
  keeper: NetworkKeeper,
  kind: FactKind,
  ids?: readonly string[],
): Promise<void> {
  const of = ids === undefined ? {} : { _id: trusted({ $in: [...ids] }) };
  switch (kind) {
    case 'location':
      for await (const doc of models.Location.find(of).lean().cursor())
        keeper.location(doc.facts as LocationFacts);
      return;
    case 'intake':
      for await (const doc of models.Intake.find(of).lean().cursor()) keeper.intake(doc.facts as IntakeFacts);
      return;
    case 'service':
      for await (const doc of models.Service.find(of).lean().cursor())
        keeper.service(doc.facts as ServiceFacts);
      return;
    case 'variant':
      for await (const doc of models.Variant.find(of).lean().cursor())
        keeper.variant(doc.facts as VariantFacts);
      return;
    case 'stock':
      for await (const doc of models.Stock.find(of).lean().cursor()) keeper.stock(doc.facts as StockFacts);
      return;
    case 'capacity':
      for await (const doc of models.Capacity.find(of).lean().cursor())
        keeper.capacity(doc.locationId, doc.day, doc.used);
      return;
    case 'cartHold':
      for (const id of ids ?? []) keeper.cartHolds.forget(id);
      for await (const doc of models.CartHold.find(of).lean().cursor())
        keeper.cartHolds.set({ ...doc, cartId: doc._id });
      return;
    case 'channelBuffers': {
      const found = await models.ChannelBuffers.findOne({ _id: 'all' }).lean();
      if (found !== null) keeper.channelBuffers(found.units);
      return;
    }
    default:
      kind satisfies never;
  }
}
