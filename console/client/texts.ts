import { useMemo } from 'react';
import { textsIn, type Catalogue, type TextOf } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { usePreferences } from './preferences.ts';

/** Texts of a catalogue in the language the person prefers. */
export function useTextsOf<Key extends string>(catalogue: Catalogue<Key>): TextOf<Key> {
  const { language } = usePreferences();
  return useMemo(() => textsIn(catalogue, language), [catalogue, language]);
}

/** Texts that all pages share. */
export const useCommonTexts = () => useTextsOf(common);
