import type { PricedOption } from '../domain/options.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ReturnLine, UnitFinding } from '../domain/return.ts';

/** Something a customer reads: in the language of the order unless another is asked for. */
export interface InOrdersLanguage {
  readonly locale?: string | undefined;
  /** Where the language of the order is not known here: whom to ask. */
  readonly orderId?: string | undefined;
}

export type ToldLine = ReturnLine & InOrdersLanguage;
export type ToldFinding = UnitFinding & InOrdersLanguage;
export type ToldOption = PricedOption & InOrdersLanguage;
export type ToldRefusal = Refusal & InOrdersLanguage;
