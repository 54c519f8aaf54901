import type { OrderState } from './order.ts';

/** The gift return a refund is of; undefined when it goes back to whoever paid. */
export function giftReturnOf(
  { giftReturns = [], grants = [] }: Pick<OrderState, 'giftReturns' | 'grants'>,
  causeId: string,
): string | undefined {
  const returnId = grants.find((grant) => grant.causeId === causeId)?.returnId ?? causeId;
  return giftReturns.includes(returnId) ? returnId : undefined;
}

/** Letters and digits that are read out and typed without mistakes. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code of a gift receipt: twelve characters in three groups, 59 bits by chance. */
export function newGiftCode(randomInt: (below: number) => number): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)] ?? 'A').join('');
  return `G-${group()}-${group()}-${group()}`;
}

/** The one form of a code that somebody typed; undefined for what cannot be one. */
export function readGiftCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = /^G(\w{4})(\w{4})(\w{4})$/.exec(plain);
  return found === null ? undefined : `G-${found.slice(1).join('-')}`;
}
