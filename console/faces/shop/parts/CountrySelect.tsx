import { useId } from 'react';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { shopTexts } from '../texts/shop.ts';
import { countries } from './place.ts';

interface CountrySelectProps {
  readonly value: string;
  readonly onChange: (country: string) => void;
}

/** A country that the shop delivers to, by its name in the person's language. */
export function CountrySelect({ value, onChange }: CountrySelectProps) {
  const t = useTextsOf(shopTexts);
  const { language } = usePreferences();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const id = useId();
  return (
    <div className="field country">
      <label htmlFor={id}>{t('country')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {countries.map((country) => (
          <option key={country} value={country}>
            {names.of(country)}
          </option>
        ))}
      </select>
    </div>
  );
}
