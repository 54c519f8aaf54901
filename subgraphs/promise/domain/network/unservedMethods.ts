import type { PromiseSettings } from '../settings.ts';
import { describeReason } from '@promesse/promise-engine/model/reasonText';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';
import { destinationsOf } from './lanePlaces.ts';
import type { ServiceFacts } from '../facts.ts';
import { engineMethods } from './serviceConfigs.ts';

/**
 * The services that do not reach a country, each told once for each of its method types: the engine knows a method
 * per country, and to tell all of those that serve other countries would say the same many times.
 */
export function unservedMethods(
  services: Iterable<ServiceFacts>,
  country: string,
  settings: PromiseSettings,
): UnavailableOption[] {
  const found: UnavailableOption[] = [];
  for (const service of services) {
    if (!service.active || destinationsOf(service).includes(country)) continue;
    const told = new Set<string>();
    for (const method of engineMethods(service, settings)) {
      if (told.has(method.methodType)) continue;
      told.add(method.methodType);
      const reason = {
        code: 'COUNTRY_NOT_SERVED' as const,
        message: describeReason('COUNTRY_NOT_SERVED', method),
      };
      found.push({ methodType: method.methodType, code: method.code, reasons: [reason] });
    }
  }
  return found;
}
