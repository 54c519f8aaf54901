import type { DeliveryMethodType, MethodConfig } from '@promesse/promise-engine/model/networkConfig';
import type { DeliveryFee } from '@promesse/promise-engine/model/deliveryFee';
import { promotionCode } from '../../../../platform/values/promotionCodes.ts';
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

/** What a kind of delivery costs by rule, before anything else. */
export function feesOf(
  methodType: DeliveryMethodType,
  { deliveryFees }: Pick<PromiseSettings, 'deliveryFees'>,
): Pick<MethodConfig, 'fees'> {
  const fees = deliveryFees
    .filter(({ methodTypes }) => methodTypes?.includes(methodType) ?? true)
    .map(engineFee);
  return fees.length === 0 ? {} : { fees };
}

/** A rule as the engine takes it. */
export function engineFee(rule: PromiseSettings['deliveryFees'][number]): DeliveryFee {
  const { channels, countries, customerGroups, promotionCodes, validFrom, validUntil, from, fee } = rule;
  return {
    ...(channels === undefined ? {} : { channels }),
    ...(countries === undefined ? {} : { countries }),
    ...(customerGroups === undefined ? {} : { customerGroups }),
    ...(promotionCodes === undefined ? {} : { promotionCodes: promotionCodes.map(promotionCode) }),
    ...(validFrom === undefined ? {} : { fromMs: Date.parse(validFrom) }),
    ...(validUntil === undefined ? {} : { untilMs: Date.parse(validUntil) }),
    ...(from === undefined ? {} : { valueFrom: from }),
    fee,
  };
}
