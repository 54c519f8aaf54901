import type { DeliveryOption } from '@promesse/promise-engine/model/types';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';

/** Deliveries to the door that a customer chooses between by date, price and footprint alone. */
const toTheDoor: ReadonlySet<DeliveryMethodType> = new Set(['SHIPPING', 'EXPRESS', 'SAME_DAY', 'INSTANT']);

/** An option that nobody would take, and the one that is better in everything. */
export interface Outdone {
  readonly option: DeliveryOption;
  readonly by: DeliveryOption;
}

const isOutdone = (option: DeliveryOption, by: DeliveryOption): boolean =>
  by.latestMs < option.latestMs &&
  by.price.amountMinor < option.price.amountMinor &&
  by.carbon.grams < option.carbon.grams;

/**
 * Leaves out deliveries to the door that are later, dearer and dirtier than another one. Places of collection and
 * windows differ in more than that, and stay.
 */
export function withoutOutdone(options: readonly DeliveryOption[]): {
  readonly kept: readonly DeliveryOption[];
  readonly outdone: readonly Outdone[];
} {
  const delivered = options.filter(({ methodType }) => toTheDoor.has(methodType));
  if (delivered.length < 2) return { kept: options, outdone: [] };
  const outdone = delivered.flatMap((option) => {
    const by = delivered.find((other) => isOutdone(option, other));
    return by === undefined ? [] : [{ option, by }];
  });
  if (outdone.length === 0) return { kept: options, outdone };
  const left = new Set(outdone.map(({ option }) => option));
  return { kept: options.filter((option) => !left.has(option)), outdone };
}
