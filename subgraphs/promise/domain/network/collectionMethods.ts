import type { MethodConfig } from '@promesse/promise-engine/model/networkConfig';
import { feesOf, freeFromOf } from './freeDelivery.ts';
import type { PromiseSettings } from '../settings.ts';

/** Collection in stores: the retailer's own methods. @param serviceIds engine services that bring goods to stores. */
export function collectionMethods(settings: PromiseSettings, serviceIds: readonly string[]): MethodConfig[] {
  const types = ['PICKUP_IN_STORE', 'RESERVE_AND_COLLECT'] as const;
  return types.map((methodType): MethodConfig => {
    const { code, titles, prices, radiusKm, holdDays } = settings.collection[methodType];
    return {
      ...{ code, methodType, titles, radiusKm, holdDays },
      ...freeFromOf(methodType, settings),
      ...feesOf(methodType, settings),
      // What is reserved lies in the store already.
      serviceIds: methodType === 'PICKUP_IN_STORE' ? serviceIds : [],
      prices: Object.fromEntries(Object.entries(prices).map(([currency, base]) => [currency, { base }])),
    };
  });
}
