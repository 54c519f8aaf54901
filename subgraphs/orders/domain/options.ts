import { codedError } from '../../../platform/errors/codedError.ts';
import { formatOptions, parseOptions, type ChosenOption } from '../../../platform/values/chosenOptions.ts';

/** What an option adds to the price of one unit, from so many units of the line on. */
export interface Surcharge {
  readonly fromQuantity: number;
  readonly amountMinor: number;
}

/** Something a customer chooses of a made-to-order article, as the catalogue has it. */
export interface CustomisationOption {
  readonly code: string;
  readonly kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'FILE';
  readonly required: boolean;
  readonly maxLength: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly choices: readonly string[];
  readonly surcharges: readonly Surcharge[];
}

/** What a customer wants made of an article: chosen options, or words. */
export interface Wish {
  readonly customisation?: string | null | undefined;
  readonly options?: readonly ChosenOption[] | null | undefined;
}

/** A wish that can be fulfilled: its text, and what it adds to the price by quantity. */
export interface Making {
  readonly customisation: string;
  /** Of each option that adds something. */
  readonly surcharges: readonly (readonly Surcharge[])[];
}

const refuse = (option: string, message: string): Error => codedError('OPTION_REFUSED', message, { option });

/**
 * What is made of an article that has options. OPTION_REFUSED when one is unknown, named twice or missing, or its value is
 * not what it takes. A text in place of options is read as `formatOptions` writes it.
 */
export function chosenMaking(offered: readonly CustomisationOption[], wish: Wish): Making | undefined {
  const chosen = optionsOf(wish);
  const seen = new Set<string>();
  for (const { code } of chosen) {
    if (seen.has(code)) throw refuse(code, `The option ${code} is named twice; name it once.`);
    seen.add(code);
    if (!offered.some((option) => option.code === code))
      throw refuse(code, `There is no option ${code}; there are ${offered.map((o) => o.code).join(', ')}.`);
  }
  for (const { code, required } of offered)
    if (required && !seen.has(code)) throw refuse(code, `The option ${code} must be chosen.`);
  if (chosen.length === 0) return undefined;
  const made = chosen.map(({ code, value }) => {
    const option = offered.find((each) => each.code === code);
    return { code, value: option === undefined ? value : checkedValue(option, value) };
  });
  return { customisation: formatOptions(made), surcharges: surchargesOf(offered, made) };
}

function optionsOf({ customisation, options }: Wish): readonly ChosenOption[] {
  if (options != null && options.length > 0) {
    if (customisation)
      throw codedError('BAD_USER_INPUT', 'Send options or words, not both.', { field: 'options' });
    return options;
  }
  if (!customisation) return [];
  const read = parseOptions(customisation);
  if (read === undefined)
    throw codedError('BAD_USER_INPUT', 'This article is made by options; send them in place of words.', {
      field: 'options',
    });
  return read;
}

const surchargesOf = (offered: readonly CustomisationOption[], made: readonly ChosenOption[]) =>
  made
    .map(({ code }) => offered.find((option) => option.code === code)?.surcharges ?? [])
    .filter((tiers) => tiers.length > 0);

function checkedValue(
  { code, kind, maxLength, min, max, choices }: CustomisationOption,
  given: string,
): string {
  const value = given.trim();
  if (value === '') throw refuse(code, `The option ${code} has no value.`);
  switch (kind) {
    case 'TEXT':
      // As people count: an emoji or a letter with its accent is one.
      if (
        [...new Intl.Segmenter().segment(value)].length > (maxLength ?? 200) ||
        /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
      )
        throw refuse(code, `The option ${code} takes at most ${maxLength ?? 200} characters on one line.`);
      if (hasUnmakeable(value))
        throw refuse(code, `The option ${code} has characters that nobody can see, and so nobody can make.`);
      return value;
    case 'CHOICE':
      if (!choices.includes(value)) throw refuse(code, `The option ${code} is one of ${choices.join(', ')}.`);
      return value;
    case 'NUMBER':
      if (
        !/^-?\d{1,9}$/.test(value) ||
        Number(value) < (min ?? -Infinity) ||
        Number(value) > (max ?? Infinity)
      )
        throw refuse(code, `The option ${code} is a whole number from ${min ?? 'any'} to ${max ?? 'any'}.`);
      return String(Number(value));
    case 'FILE':
      if (!isReference(value))
        throw refuse(code, `The option ${code} is an https address without user and password.`);
      return value;
    default:
      return kind satisfies never;
  }
}

/**
 * Characters without a shape of their own: they change order or width of others, are nobody's yet, or private. Joiners
 * stay, which emoji and some scripts are written with.
 */
function hasUnmakeable(text: string): boolean {
  const joined = text.replaceAll(/[\u200c\u200d]/gu, '');
  return /[\p{Cf}\p{Co}\p{Cn}]/u.test(joined) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(joined);
}

function isReference(value: string): boolean {
  if (value.length > 300 || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '';
}

/** What options add to the price of one unit of a line with so many units. */
export const surchargeMinor = (surcharges: Making['surcharges'], quantity: number): number =>
  surcharges.reduce(
    (sum, tiers) => sum + (tiers.findLast(({ fromQuantity }) => fromQuantity <= quantity)?.amountMinor ?? 0),
    0,
  );
