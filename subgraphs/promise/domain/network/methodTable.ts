import type { DeliveryMethodType, MethodConfig } from '../networkConfig.ts';
import type { NetworkIndex } from './networkIndex.ts';

const tables = new WeakMap<NetworkIndex, Map<string, readonly MethodConfig[]>>();

/** The methods of a type; with a country, only those that serve it. Found once for each index. */
export function methodsOf(
  index: NetworkIndex,
  type: DeliveryMethodType,
  country: string | null,
): readonly MethodConfig[] {
  let table = tables.get(index);
  if (!table) tables.set(index, (table = new Map()));
  const key = `${type} ${country ?? ''}`;
  let methods = table.get(key);
  if (!methods) {
    methods = index.methods.filter(
      (m) => m.methodType === type && (country === null || (m.countries?.includes(country) ?? true)),
    );
    table.set(key, methods);
  }
  return methods;
}
