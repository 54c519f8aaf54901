import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { isCurrency } from '@promesse/geography/currencies';
import type { EventOf } from '../domain/fulfillmentOrder.ts';
import { answerByMs } from '../domain/purchase.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import type { SupplyCostInput } from '../generated/resolverTypes.ts';
import type { FulfillmentModels, LocationDoc } from '../store/models.ts';
import type { SupplyCostDoc, SupplyLogDoc } from '../store/siteDocs.ts';
import { causeOf, scopeOf, type LocationCall } from './locationCall.ts';

type Raised = EventOf<'fulfillment.PurchaseOrderRaised'>;

/** Purchase orders to suppliers. */
export interface Purchases {
  /** The event that makes work a purchase order; none where the location is no supplier. */
  raised(
    tx: Tx,
    work: {
      id: string;
      orderId: string;
      number: string | undefined;
      locationId: string;
      skus: readonly string[];
    },
  ): Promise<Raised[]>;
  setCosts(call: LocationCall, locationId: string, costs: readonly SupplyCostInput[]): Promise<number>;
}

const mostCosts = 1_000;
const rowId = (locationId: string, sku: string): string => `${locationId}|${sku}`;

export function createPurchases(deps: {
  models: FulfillmentModels;
  journal: Journal;
  idempotency: Idempotency;
  settings: { current(): FulfillmentSettings };
}): Purchases {
  const { models, journal, idempotency, settings } = deps;
  const log: Aggregate<SupplyLogDoc, EventOf<'fulfillment.SupplyCostsSet'>> = defineAggregate({
    name: 'supplyCosts',
    model: models.SupplyLog,
    evolve: (_state, { data: { locationId } }) => ({ _id: locationId }),
  });
  return {
    raised: async (tx, { id, orderId, number, locationId, skus }) => {
      const location = await models.Location.findOne(
        { _id: locationId },
        { kind: 1, openingHours: 1, closedDays: 1, timeZone: 1 },
      )
        .session(tx.session)
        .lean();
      if (location?.kind !== 'SUPPLIER') return [];
      const ids = skus.map((sku) => rowId(locationId, sku));
      const rows = await models.SupplyCost.find({ _id: trusted({ $in: ids }) })
        .session(tx.session)
        .lean();
      const hours = settings.current().supplierAnswerHours;
      const data = {
        ...{ fulfillmentOrderId: id, orderId, locationId },
        // Ids end in random digits, so the number is its own among those of an order.
        number: `PO-${number ?? orderId}-${id.slice(-6).toUpperCase()}`,
        ...(hours === 0 ? {} : { answerByMs: answerByMs(location, journal.clock.nowMs(), hours) }),
        costs: rows.map(({ sku, amountMinor, currency }) => ({ sku, unitCost: { amountMinor, currency } })),
      };
      return [{ type: 'fulfillment.PurchaseOrderRaised', data }];
    },
    setCosts: async (call, locationId, costs) => {
      const location = await models.Location.findOne({ _id: locationId }).lean<LocationDoc>();
      if (location === null) throw notFound('location');
      if (location.kind !== 'SUPPLIER')
        throw codedError('BAD_USER_INPUT', `The location ${locationId} is no supplier.`, {
          field: 'locationId',
        });
      checkCosts(costs);
      const wanted = costs.map(({ sku, cost }) => ({ sku, cost: cost ?? undefined }));
      const scope = scopeOf(call, 'setSupplyCosts', { locationId, costs: wanted });
      const { result } = await idempotency.once(scope, (tx) =>
        writeCosts({ models, journal, log }, { call, locationId, wanted }, tx),
      );
      return result;
    },
  };
}

interface CostWriting {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly log: Aggregate<SupplyLogDoc, EventOf<'fulfillment.SupplyCostsSet'>>;
}

interface WantedCosts {
  readonly call: LocationCall;
  readonly locationId: string;
  readonly wanted: readonly {
    readonly sku: string;
    readonly cost: NonNullable<SupplyCostInput['cost']> | undefined;
  }[];
}

/** Writes the costs that differ from those known, and says how many. */
async function writeCosts(
  { models, journal, log }: CostWriting,
  { call, locationId, wanted }: WantedCosts,
  tx: Tx,
): Promise<number> {
  const ids = wanted.map(({ sku }) => rowId(locationId, sku));
  const known = await models.SupplyCost.find({ _id: trusted({ $in: ids }) })
    .session(tx.session)
    .lean<SupplyCostDoc[]>();
  const before = new Map(known.map((row) => [row.sku, row]));
  const changed = wanted.filter(({ sku, cost }) => {
    const row = before.get(sku);
    return row?.amountMinor !== cost?.amountMinor || row?.currency !== cost?.currency;
  });
  if (changed.length === 0) return 0;
  const rows = changed.flatMap(({ sku, cost }) =>
    cost === undefined ? [] : [{ _id: rowId(locationId, sku), locationId, sku, ...cost }],
  );
  await replaceMany(models.SupplyCost, tx, rows, new Set(known.map((row) => row._id)));
  const gone = changed.filter(({ cost }) => cost === undefined).map(({ sku }) => rowId(locationId, sku));
  await models.SupplyCost.deleteMany({ _id: trusted({ $in: gone }) }, { session: tx.session });
  const told = changed.map(({ sku, cost }) => ({
    sku,
    ...(cost === undefined ? {} : { unitCost: cost }),
  }));
  await runDecision(journal, log, {
    ...{ id: locationId, tx, ...causeOf(call) },
    decide: () => [{ type: 'fulfillment.SupplyCostsSet' as const, data: { locationId, costs: told } }],
  });
  return changed.length;
}

function checkCosts(costs: readonly SupplyCostInput[]): void {
  if (costs.length < 1 || costs.length > mostCosts)
    throw codedError('BAD_USER_INPUT', `One call takes 1 to ${mostCosts} costs.`, { field: 'costs' });
  if (new Set(costs.map(({ sku }) => sku)).size < costs.length)
    throw codedError('BAD_USER_INPUT', 'An article is named twice; name it once.', { field: 'costs' });
  for (const { sku, cost } of costs) {
    if (cost == null) continue;
    if (!Number.isInteger(cost.amountMinor) || cost.amountMinor < 0 || cost.amountMinor > 1_000_000_000)
      throw codedError('BAD_USER_INPUT', `The cost of ${sku} is from 0 to 1,000,000,000 minor units.`, {
        field: 'amountMinor',
      });
    if (!isCurrency(cost.currency))
      throw codedError('BAD_USER_INPUT', 'A currency is one of ISO 4217, such as EUR.', {
        field: 'currency',
      });
  }
}
