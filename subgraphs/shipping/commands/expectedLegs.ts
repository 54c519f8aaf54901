import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { lastMileOf, learnedFrom, type NamedLeg, type ShipmentLeg } from '../domain/carriedBy.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { ShipmentDoc, ShippingModels } from '../store/models.ts';

/** Shipments one learns from. */
const sample = 50;

/** Who will carry a shipment: partners that its carrier names, or else whoever brought the last ones from there. */
export async function expectedLegs(
  models: ShippingModels,
  shipment: Shipment,
  declared: readonly NamedLeg[],
  atMs: number,
): Promise<ShipmentLeg[]> {
  if (declared.length > 0) return declared.map((leg) => ({ ...leg, knownBy: 'DECLARED', atMs }));
  const { serviceCode, locationId, isReturn, carrier } = shipment;
  const filter = builtFilter<ShipmentDoc>({
    ...{ serviceCode, locationId, isReturn, carrier },
    milestone: 'DELIVERED',
  });
  const before = await models.Shipment.find(filter, { carrier: 1, legs: 1 })
    .sort({ createdAtMs: -1 })
    .limit(sample)
    .lean<Pick<Shipment, 'carrier' | 'legs'>[]>();
  // What was only guessed proves nothing.
  const seen = before.map(({ carrier: own, legs = [] }) =>
    lastMileOf({ carrier: own, legs: legs.filter(({ knownBy }) => knownBy === 'SCANNED') }),
  );
  const learned = learnedFrom(seen);
  return learned === undefined || learned === carrier
    ? []
    : [{ kind: 'LAST_MILE', carrier: learned, knownBy: 'LEARNED', atMs }];
}
