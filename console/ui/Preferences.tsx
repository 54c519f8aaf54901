import { prefer, themes, usePreferences, type Theme } from '../client/preferences.ts';
import { useCommonTexts } from '../client/texts.ts';
import { Icon } from './Icon.tsx';
import { languageNames, languages, type Language } from '../texts/language.ts';

const iconOf = { system: 'half', light: 'sun', dark: 'moon' } as const;

/** Language and appearance. */
export function Preferences() {
  const t = useCommonTexts();
  const { language, theme } = usePreferences();
  return (
    <div className="preferences">
      <label className="pick">
        <span className="visually-hidden">{t('language')}</span>
        <span aria-hidden="true">{language.toUpperCase()}</span>
        <select value={language} onChange={(event) => prefer({ language: event.target.value as Language })}>
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="pick">
        <span className="visually-hidden">{t('theme')}</span>
        <Icon name={iconOf[theme]} />
        <select value={theme} onChange={(event) => prefer({ theme: event.target.value as Theme })}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {t(`theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
