import { useState } from 'react';
import { useQuery } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopPromise } from '../generated/operations.ts';
import { shopTexts } from '../texts/shop.ts';
import { OptionText, type Option } from './OptionText.tsx';
import { usePlace } from './place.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { Refused } from './Refused.tsx';

/** Options shown at once; more of them are a choice that nobody reads. */
const atFirst = 4;

/** Those that are best at something first; among equals the graph's order holds. */
const byMarks = (options: readonly Option[]): Option[] =>
  options.toSorted((a, b) => Math.sign(b.marks.length) - Math.sign(a.marks.length));

function Options({ options }: { readonly options: readonly Option[] }) {
  const t = useTextsOf(shopTexts);
  const [all, setAll] = useState(false);
  const shown = all ? options : options.slice(0, atFirst);
  return (
    <>
      <ul>
        {shown.map((option) => (
          <li key={option.handle} className="option">
            <OptionText option={option} />
          </li>
        ))}
      </ul>
      {shown.length < options.length && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {t('moreOptions', { count: options.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** When the article can be there, for a postal code. */
export function PromiseBox({ sku }: { readonly sku: string }) {
  const t = useTextsOf(shopTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const { place } = usePlace();
  const [{ data, error, fetching }] = useQuery({
    query: shopPromise,
    variables: { sku, destination: place, locale },
    pause: place.postalCode === '',
    requestPolicy: 'network-only',
  });
  const promise = place.postalCode === '' ? undefined : data?.variant?.deliveryPromise;
  return (
    <section className="card stack">
      <h2>{t('whenThere')}</h2>
      <PlaceForm />
      <div aria-live="polite" className="stack">
        {fetching && promise === undefined && <Loading />}
        {error && <Notice tone="danger">{faultText(error)}</Notice>}
        {promise?.options.length === 0 && <Notice tone="warning">{t('noOption')}</Notice>}
        {promise !== undefined && <Options options={byMarks(promise.options)} />}
        {promise !== undefined && <Refused options={promise.unavailable} />}
      </div>
    </section>
  );
}
