import type { VariantConfig } from '../model/goodsConfig.ts';
import type { PromiseLine } from '../model/types.ts';

/** What making some units takes. */
export interface Making {
  /** Crafts that the location must master. */
  readonly crafts: readonly string[];
  /** Working minutes that are known. */
  readonly minutes: number;
  /** Some of it is described by nobody: it takes what the location usually needs. */
  readonly isUsual: boolean;
}

/** Nothing is made to order. */
export const noMaking: Making = { crafts: [], minutes: 0, isUsual: false };

/** What making a line takes; nothing when it is not made to order. */
export function makingOf(
  variant: Pick<VariantConfig, 'making'> | undefined,
  { customisation, options, quantity }: Pick<PromiseLine, 'customisation' | 'options' | 'quantity'>,
): Making {
  if (customisation === undefined || customisation === '') return noMaking;
  const chosen = (options ?? []).flatMap((code) => variant?.making?.[code] ?? []);
  if (chosen.length === 0) return { ...noMaking, isUsual: true };
  return {
    crafts: [...new Set(chosen.flatMap(({ craft }) => craft ?? []))],
    minutes: chosen.reduce((sum, each) => sum + each.minutesPerLine + each.minutesPerUnit * quantity, 0),
    isUsual: false,
  };
}

/** What making several lines takes: one after the other. */
export const joinMaking = (parts: readonly Making[]): Making => ({
  crafts: [...new Set(parts.flatMap(({ crafts }) => crafts))],
  minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0),
  isUsual: parts.some(({ isUsual }) => isUsual),
});

/** Working minutes at a location; undefined when it makes nothing. */
export const minutesAt = (
  { minutes, isUsual }: Making,
  location: { readonly customisationMinutes?: number },
): number | undefined =>
  location.customisationMinutes === undefined
    ? undefined
    : minutes + (isUsual ? location.customisationMinutes : 0);
