import { codedError } from '../../../platform/errors/codedError.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { unitsAtLocations, type LineAtLocations } from '../domain/unitsAtLocations.ts';
import type { FulfillmentModels, FulfillmentOrderDoc } from '../store/models.ts';

/** How the units of some orders stand with all locations. */
export interface UnitsAtLocations {
  readonly orderId: string;
  readonly atRest: boolean;
  readonly lines: LineAtLocations[];
}

const maxOrders = 100;

/** One row for each order asked for, in that order; an order nobody works on has no lines. */
export async function readUnitsAtLocations(
  models: FulfillmentModels,
  orderIds: readonly string[],
): Promise<UnitsAtLocations[]> {
  if (orderIds.length > maxOrders)
    throw codedError('BAD_USER_INPUT', `One call takes at most ${maxOrders} orders.`, { field: 'orderIds' });
  const of = { orderId: trusted({ $in: [...orderIds] }) };
  const [works, searches, asks] = await Promise.all([
    models.FulfillmentOrder.find(of).lean<FulfillmentOrderDoc[]>(),
    models.Resourcing.find({ ...of, state: trusted({ $ne: 'ENDED' as const }) }, { orderId: 1 }).lean(),
    models.CancelAsk.find({ ...of, state: 'OPEN' }, { orderId: 1 }).lean(),
  ]);
  const moving = new Set([...searches, ...asks].map((row) => row.orderId));
  return orderIds.map((orderId) => ({
    orderId,
    atRest: !moving.has(orderId),
    lines: unitsAtLocations(works.filter((work) => work.orderId === orderId)),
  }));
}
