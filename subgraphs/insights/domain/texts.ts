import { languageOf } from '@promesse/geography/locales';

const texts = {
  kept: { en: 'Arrived as promised', fr: 'Arrivé comme promis', it: 'Arrivato come promesso' },
  broken: {
    en: 'Later than promised',
    fr: 'Plus tard que promis',
    it: 'Più tardi di quanto promesso',
  },
} as const;

/** Whether a promise was kept, in the asked language. */
export const outcomeText = (kept: boolean, locale: string | null | undefined): string =>
  texts[kept ? 'kept' : 'broken'][languageOf(locale)];
