import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import type { DeskOrderView } from './useOrder.ts';

/** What was promised first, what is promised now, and where it goes. */
export function PromiseCard({ order }: { readonly order: DeskOrderView }) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  const { title, originalLatestAt, currentLatestAt, deliveredAt, timeZone } = order.promiseWhole;
  const moved = originalLatestAt !== currentLatestAt;
  const { addressLines: address, contact } = order;
  return (
    <section className="card">
      <h2>{t('promise')}</h2>
      <p className="promise-date">{formats.day(currentLatestAt, timeZone)}</p>
      <p className="muted">{title}</p>
      {moved && <p className="badge warning">{t('moved')}</p>}
      <dl className="facts">
        {moved && (
          <>
            <dt>{t('firstPromise')}</dt>
            <dd>{formats.dayTime(originalLatestAt, timeZone)}</dd>
          </>
        )}
        <dt>{t('nowPromise')}</dt>
        <dd>{formats.dayTime(currentLatestAt, timeZone)}</dd>
        {deliveredAt !== null && (
          <>
            <dt>{t('arrived')}</dt>
            <dd>{formats.dayTime(deliveredAt, timeZone)}</dd>
          </>
        )}
        {address !== null && (
          <>
            <dt>{t('address')}</dt>
            <dd>
              {[
                address.name,
                address.line1,
                address.line2,
                `${address.postalCode ?? ''} ${address.city}`,
                address.country,
              ]
                .filter((line) => line !== null)
                .join(', ')}
            </dd>
          </>
        )}
        {contact !== null && (
          <>
            <dt>{t('contact')}</dt>
            <dd>{[contact.email, contact.phone].filter((way) => way !== null).join(' · ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
