import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import type { InputMaybe, ShipmentMilestone } from '../generated/resolverTypes.ts';
import type { CarrierServiceDoc, ShipmentDoc, ShippingModels } from '../store/models.ts';

type Filter = Record<string, unknown>;

/** All services by code; there are few, and whoever asks wants all of them. */
export async function listServices(
  { CarrierService }: ShippingModels,
  active: boolean | null | undefined,
): Promise<CarrierServiceDoc[]> {
  const filter = active == null ? {} : { active };
  return CarrierService.find(filter).sort({ _id: 1 }).lean<CarrierServiceDoc[]>();
}

/** Shipments the caller may see, newest first. */
export async function listShipments(
  { Shipment }: ShippingModels,
  args: PageArgs & {
    readonly orderId?: InputMaybe<string>;
    readonly milestone?: InputMaybe<readonly ShipmentMilestone[]>;
  },
  who: Identity,
): Promise<Connection<ShipmentDoc>> {
  const page = readPage(args, { list: 'shipments', key: ['number', 'text'] });
  const own = readableRows(who, 'locationId');
  if (own === null) return connectionOf<ShipmentDoc>([], page, () => []);
  const parts: Filter[] = Object.keys(own).length === 0 ? [] : [own];
  if (args.orderId != null) parts.push({ orderId: args.orderId });
  if (args.milestone != null) parts.push({ milestone: { $in: args.milestone } });
  if (page.after) parts.push(afterFilter(['createdAtMs', '_id'], page.after, true));
  const filter = builtFilter<ShipmentDoc>(parts.length === 0 ? {} : { $and: parts });
  const rows = await Shipment.find(filter)
    .sort({ createdAtMs: -1, _id: -1 })
    .limit(page.first + 1)
    .lean<ShipmentDoc[]>();
  return connectionOf(rows, page, (row) => [row.createdAtMs, row._id]);
}
