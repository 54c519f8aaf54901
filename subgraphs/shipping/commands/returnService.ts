import { codedError } from '../../../platform/errors/codedError.ts';
import { costOf } from '../domain/service.ts';
import type { Addresses } from '../rooms/addresses.ts';
import type { CarrierServiceDoc, ShippingModels } from '../store/models.ts';

/** What comes back, from where to where. */
export interface WayBack {
  readonly orderId: string;
  readonly locationId: string;
  readonly weightGrams: number;
}

/** The cheapest active parcel service from the customer's country to the location's; its code. */
export async function cheapestReturnService(
  { models, addresses }: { models: ShippingModels; addresses: Addresses },
  { orderId, locationId, weightGrams }: WayBack,
  requestId: string,
): Promise<string> {
  const [from, to] = await Promise.all([
    addresses.ofOrder(orderId, requestId),
    addresses.ofLocation(locationId, requestId),
  ]);
  const services = (await models.CarrierService.find({
    active: true,
  } as never).lean()) as unknown as CarrierServiceDoc[];
  const offers = services
    .filter((service) => service.maxWeightGrams >= weightGrams && service.methodTypes.includes('SHIPPING'))
    .flatMap((service) =>
      service.lanes
        .filter(
          ({ originCountry, destinationCountry, postalPrefixes }) =>
            originCountry === from.country &&
            destinationCountry === to.country &&
            (postalPrefixes.length === 0 ||
              postalPrefixes.some((prefix) => to.postalCode.startsWith(prefix))),
        )
        .map((lane) => ({ code: service._id, cost: costOf(lane, weightGrams) })),
    )
    .sort((a, b) => a.cost - b.cost || (a.code < b.code ? -1 : 1));
  const best = offers[0];
  if (best === undefined)
    throw codedError(
      'BAD_USER_INPUT',
      `No carrier service brings ${weightGrams} g back from ${from.country} to ${to.country}; name one.`,
      { field: 'serviceCode' },
    );
  return best.code;
}
