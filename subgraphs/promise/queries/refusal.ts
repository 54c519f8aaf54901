import type { Language } from '@promesse/geography/locales';
import type { Reason, UnavailableOption } from '@promesse/promise-engine/model/reasons';
import type { Outdone } from '../domain/outdone.ts';
import { customerText } from '../domain/reasonTexts.ts';

/** Why a method is refused, by the engine or because another option is better in everything. */
export type RefusalReason = Omit<Reason, 'code'> & { readonly code: Reason['code'] | 'OUTDONE' };

/** A method that cannot be chosen, in the language of whoever asks. */
export interface Refusal extends Omit<UnavailableOption, 'reasons'> {
  readonly reasons: readonly RefusalReason[];
  readonly language: Language;
}

/** An option that is left out because another is sooner, cheaper and greener. */
export const outdoneRefusal = ({ option, by }: Outdone): Omit<Refusal, 'language'> => ({
  ...{ methodType: option.methodType, code: option.code },
  reasons: [
    { code: 'OUTDONE', message: `${option.code}: later, dearer and dirtier than ${by.code}, and left out.` },
  ],
});

/** The reasons in words: in English with the line, place or limit they are about, else as customers read them. */
export const detailOf = ({ reasons, language }: Refusal): string =>
  language === 'en' ? reasons.map(({ message }) => message).join(' ') : customerText(reasons, language);
