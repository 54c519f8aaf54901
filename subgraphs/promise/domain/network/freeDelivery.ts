import type { DeliveryMethodType, MethodConfig } from '@promesse/promise-engine/model/networkConfig';
import type { PromiseSettings } from '../settings.ts';

type Amounts = Readonly<Record<string, number>>;

/**
 * From which value of the goods a kind of delivery is free, in general and on single channels; nothing where no rule
 * speaks of it. The first rule that does holds for each currency.
 */
export function freeFromOf(
  methodType: DeliveryMethodType,
  { freeDelivery }: Pick<PromiseSettings, 'freeDelivery'>,
): Pick<MethodConfig, 'freeFrom' | 'freeFromOn'> {
  const rules = freeDelivery.filter(({ methodTypes }) => methodTypes?.includes(methodType) ?? true);
  if (rules.length === 0) return {};
  const merged = (some: readonly { readonly from: Amounts }[]): Amounts =>
    some.reduceRight<Amounts>((later, { from }) => ({ ...later, ...from }), {});
  const general = rules.filter(({ channels }) => channels === undefined);
  const channels = new Set(rules.flatMap((rule) => rule.channels ?? []));
  const on = [...channels].map((channel) => {
    const speaking = rules.filter((rule) => rule.channels?.includes(channel) ?? true);
    return [channel, merged(speaking)] as const;
  });
  return {
    ...(general.length === 0 ? {} : { freeFrom: merged(general) }),
    ...(on.length === 0 ? {} : { freeFromOn: Object.fromEntries(on) }),
  };
}
