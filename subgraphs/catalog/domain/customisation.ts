import { isOptionCode } from '../../../platform/values/chosenOptions.ts';
import type { LocalizedText } from '../../../platform/values/localized.ts';
import type { CustomisationKind, CustomisationOptionInput } from '../generated/resolverTypes.ts';

/** Something a customer chooses of a made-to-order article. */
export interface CustomisationOption {
  readonly code: string;
  readonly label: LocalizedText;
  readonly kind: CustomisationKind;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly choices: readonly string[];
  /** What it adds to the price of one unit, by quantity of the line, ascending. */
  readonly surcharges: readonly { readonly fromQuantity: number; readonly amountMinor: number }[];
  readonly craft?: string;
  readonly minutesPerLine: number;
  readonly minutesPerUnit: number;
  readonly instructions?: string;
}

/** The same with the currency its surcharges are in. */
export interface PricedOption extends CustomisationOption {
  readonly currency: string;
}

export function optionFrom(input: CustomisationOptionInput, label: LocalizedText): CustomisationOption {
  const { code, kind, maxLength, min, max, craft, instructions } = input;
  return {
    ...{ code, label, kind, required: input.required ?? false },
    ...(maxLength == null ? {} : { maxLength }),
    ...(min == null ? {} : { min }),
    ...(max == null ? {} : { max }),
    choices: [...(input.choices ?? [])],
    surcharges: [...(input.surcharges ?? [])]
      .map(({ fromQuantity, amountMinor }) => ({ fromQuantity, amountMinor }))
      .sort((a, b) => a.fromQuantity - b.fromQuantity),
    ...(craft == null ? {} : { craft }),
    ...{ minutesPerLine: input.minutesPerLine ?? 0, minutesPerUnit: input.minutesPerUnit ?? 0 },
    ...(instructions == null ? {} : { instructions }),
  };
}

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most;

/** What is wrong with a variant's options, if anything. */
export function optionsFault(
  options: readonly CustomisationOption[],
  isCustomisable: boolean,
): string | undefined {
  if (options.length === 0) return undefined;
  if (!isCustomisable) return 'Options need a variant that is customisable.';
  if (options.length > 20) return 'A variant has at most 20 options.';
  if (new Set(options.map(({ code }) => code)).size < options.length)
    return 'Each option has a code of its own.';
  return options.map(faultOf).find((fault) => fault !== undefined);
}

function faultOf(option: CustomisationOption): string | undefined {
  const { code, craft, surcharges, minutesPerLine, minutesPerUnit, instructions } = option;
  if (!isOptionCode(code)) return `An option's code is capitals, digits and _, not ${code}.`;
  if (craft !== undefined && !isOptionCode(craft)) return `A craft is capitals, digits and _, not ${craft}.`;
  if (surcharges.length > 0 && surcharges[0]?.fromQuantity !== 1)
    return `The surcharges of ${code} begin from 1 unit.`;
  if (new Set(surcharges.map(({ fromQuantity }) => fromQuantity)).size < surcharges.length)
    return `The surcharges of ${code} name a quantity twice.`;
  if (surcharges.some(({ amountMinor }) => !isWithin(amountMinor, 0, 100_000_000)))
    return `A surcharge of ${code} is from 0 to 100,000,000 minor units.`;
  if (!isWithin(minutesPerLine, 0, 43_200) || !isWithin(minutesPerUnit, 0, 43_200))
    return `The minutes of ${code} are from 0 to 43,200.`;
  if ((instructions ?? '').length > 1_000)
    return `The instructions of ${code} have at most 1,000 characters.`;
  return valueFault(option);
}

function valueFault({ code, kind, maxLength, min, max, choices }: CustomisationOption): string | undefined {
  switch (kind) {
    case 'TEXT':
      return isWithin(maxLength, 1, 200) ? undefined : `The text of ${code} needs a maxLength from 1 to 200.`;
    case 'NUMBER':
      return min !== undefined && max !== undefined && min <= max
        ? undefined
        : `The number ${code} needs min and max, the least first.`;
    case 'CHOICE':
      return choices.length >= 1 && choices.length <= 100 && choices.every((choice) => choice.length <= 100)
        ? undefined
        : `The choice ${code} needs 1 to 100 values of at most 100 characters.`;
    case 'FILE':
      return undefined;
    default:
      return kind satisfies never;
  }
}
