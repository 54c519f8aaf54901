import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopOrder } from '../generated/operations.ts';
import { ShopBar } from '../parts/ShopBar.tsx';
import { shopTexts } from '../texts/shop.ts';

/** The order is placed: what was promised, and how to follow it. */
export function ConfirmedPage({ id }: { readonly id: string }) {
  const t = useTextsOf(shopTexts);
  const common = useCommonTexts();
  const formats = useFormats();
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [{ data, error, fetching }] = useQuery({ query: shopOrder, variables: { id, locale } });
  const order = data?.order ?? undefined;
  return (
    <Frame title={t('thanks')} face="shop" bar={<ShopBar />}>
      {fetching && order === undefined && <Loading />}
      {error && <Notice tone="danger">{faultText(error)}</Notice>}
      {!fetching && !error && order === undefined && <p className="empty">{common('notFound')}</p>}
      {order !== undefined && (
        <div className="confirmed stack">
          <span className="confirmed-mark">
            <Icon name="check" />
          </span>
          <h1>{t('thanks')}</h1>
          <p className="muted">
            {t('thanksText', {
              number: order.number,
              day: formats.day(order.promise.currentLatestAt, order.promise.timeZone),
            })}
          </p>
          <section className="card">
            <h2>{t('orderNumber', { number: order.number })}</h2>
            <ul className="rows">
              {order.lines.map(({ id: lineId, variant, quantities }) => (
                <li key={lineId}>
                  <span>{variant.title}</span>
                  <span className="figure">× {formats.number(quantities.ordered)}</span>
                </li>
              ))}
              <li>
                <strong>{t('total')}</strong>
                <strong className="figure">{formats.money(order.totals.total)}</strong>
              </li>
            </ul>
          </section>
          <Link href="/" className="button">
            {t('another')}
          </Link>
        </div>
      )}
    </Frame>
  );
}
