import { codedError } from '../../../platform/errors/codedError.ts';
import type { Carriers } from '../carriers/carriers.ts';
import type { CarrierRate, RateRequest } from '../domain/rates.ts';
import type { Addresses } from '../clients/addresses.ts';
import type { ShippingSettings } from '../domain/settings.ts';
import type { CarrierServiceDoc, ShippingModels } from '../store/models.ts';

/** What comes back, from where to where. */
export interface WayBack {
  readonly orderId: string;
  readonly locationId: string;
  readonly weightGrams: number;
}

interface RateSources {
  readonly models: ShippingModels;
  readonly addresses: Addresses;
  readonly carriers: Carriers;
  readonly settings: { current(): ShippingSettings };
}

/**
 * The service that brings a parcel back from the customer's country to the location's; its code. The one the retailer
 * named for the country if it is active, else the cheapest.
 */
export async function returnService(
  sources: RateSources,
  { orderId, locationId, weightGrams }: WayBack,
  requestId: string,
): Promise<string> {
  const [from, to] = await Promise.all([
    sources.addresses.ofOrder(orderId, requestId),
    sources.addresses.ofLocation(locationId, requestId),
  ]);
  const named = sources.settings.current().returnServiceByCountry[from.country];
  if (named !== undefined && (await isActive(sources, named))) return named;
  const [best] = await parcelRates(sources, { from, to, weightGrams });
  if (best === undefined)
    throw codedError(
      'BAD_USER_INPUT',
      `No carrier service brings ${weightGrams} g back from ${from.country} to ${to.country}; name one.`,
      { field: 'serviceCode' },
    );
  return best.serviceCode;
}

const isActive = async ({ models }: RateSources, code: string): Promise<boolean> =>
  (await models.CarrierService.exists({ _id: code, active: true })) !== null;

/** What the carriers ask for a parcel by the active services for it. A carrier that does not answer is left out. */
async function parcelRates({ models, carriers }: RateSources, request: RateRequest): Promise<CarrierRate[]> {
  const services = await models.CarrierService.find({
    active: true,
  }).lean<CarrierServiceDoc[]>();
  const usable = services.filter(({ methodTypes }) => methodTypes.includes('SHIPPING'));
  const codes = new Set(usable.map(({ _id }) => _id));
  const asked = [...new Set(usable.map(({ carrier }) => carrier))];
  const answers = await Promise.allSettled(asked.map(async (carrier) => carriers.of(carrier).rates(request)));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed !== undefined && answers.every(({ status }) => status === 'rejected')) throw failed.reason;
  return answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    .filter(({ serviceCode }) => codes.has(serviceCode))
    .sort((a, b) => a.cost.amountMinor - b.cost.amountMinor || (a.serviceCode < b.serviceCode ? -1 : 1));
}
