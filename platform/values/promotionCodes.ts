import { codedError } from '../errors/codedError.ts';

/** Most promotion codes of one cart. */
export const maxPromotionCodes = 10;

/** What a promotion code may be, as it is typed. */
export const promotionCodePattern = /^[A-Za-z0-9._-]{1,40}$/;

/** A code in its one form: capitals, without blanks around it. */
export const promotionCode = (typed: string): string => typed.trim().toUpperCase();

const wrong = (message: string) => codedError('BAD_USER_INPUT', message, { field: 'promotionCodes' });

/** Codes in their one form, each once, in the order in which they were given; BAD_USER_INPUT for what can be none. */
export function promotionCodesOf(typed: readonly string[]): string[] {
  if (typed.length > maxPromotionCodes) throw wrong(`At most ${maxPromotionCodes} promotion codes.`);
  for (const each of typed)
    if (!promotionCodePattern.test(each.trim()))
      throw wrong('A promotion code is 1 to 40 letters, digits and ._- long.');
  return [...new Set(typed.map(promotionCode))];
}
