import { useId, useState, type FormEvent } from 'react';
import { useTextsOf } from '../../../client/texts.ts';
import { shopTexts } from '../texts/shop.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { usePlace } from './place.ts';

/** Where the article is wanted. */
export function PlaceForm() {
  const t = useTextsOf(shopTexts);
  const { place, setPlace } = usePlace();
  const [typed, setTyped] = useState(place);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPlace({ ...typed, postalCode: typed.postalCode.trim() });
  };
  return (
    <form className="place-form" onSubmit={submit}>
      <CountrySelect value={typed.country} onChange={(country) => setTyped({ ...typed, country })} />
      <div className="field">
        <label htmlFor={id}>{t('postalCode')}</label>
        <input
          id={id}
          value={typed.postalCode}
          autoComplete="postal-code"
          onChange={(event) => setTyped({ ...typed, postalCode: event.target.value })}
        />
      </div>
      <button className="button">{t('showPromise')}</button>
    </form>
  );
}
