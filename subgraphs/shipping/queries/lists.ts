import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
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
  return (await CarrierService.find(filter as never)
    .sort({ _id: 1 })
    .lean()) as unknown as CarrierServiceDoc[];
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
  const page = readPage(args, 2);
  const own = readableRows(who, 'locationId');
  if (own === null) return connectionOf<ShipmentDoc>([], page, () => []);
  const parts: Filter[] = Object.keys(own).length === 0 ? [] : [own];
  if (args.orderId != null) parts.push({ orderId: args.orderId });
  if (args.milestone != null) parts.push({ milestone: { $in: args.milestone } });
  if (page.after) parts.push(afterFilter(['createdAtMs', '_id'], page.after, true));
  const filter = parts.length === 0 ? {} : trusted({ $and: parts });
  const rows = await Shipment.find(filter as never)
    .sort({ createdAtMs: -1, _id: -1 })
    .limit(page.first + 1)
    .lean();
  return connectionOf(rows as unknown as ShipmentDoc[], page, (row) => [row.createdAtMs, row._id]);
}
