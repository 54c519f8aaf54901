import { useSyncExternalStore } from 'react';
import { isLanguage, languageAmong, type Language } from '../texts/language.ts';

/** How the console looks. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

const keys = { language: 'promesse.language', theme: 'promesse.theme' } as const;
const isTheme = (word: string): word is Theme => themes.some((each) => each === word);

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // Browsers that keep nothing for us show their own language and appearance.
    return '';
  }
}

function read(): Preferences {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored(keys.language);
  const theme = stored(keys.theme);
  return {
    language: isLanguage(asked) ? asked : languageAmong(navigator.languages),
    theme: isTheme(theme) ? theme : 'system',
  };
}

let current = read();
const listeners = new Set<() => void>();

function apply({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
apply(current);

/** Changes what the person prefers, here and at the next visit. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  apply(current);
  try {
    if (change.language !== undefined) localStorage.setItem(keys.language, change.language);
    if (change.theme !== undefined) localStorage.setItem(keys.theme, change.theme);
  } catch {
    // It holds until the page is left.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
