import { useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { OrderState } from '../parts/OrderState.tsx';
import { isStatusChoice, statusChoices, useFound, type FoundOrder } from '../parts/useFound.ts';
import { deskTexts } from '../texts/desk.ts';

function Row({ order }: { readonly order: FoundOrder }) {
  const formats = useFormats();
  const { id, number, address, placedAt, promise, totals } = order;
  return (
    <tr>
      <th scope="row">
        <Link href={`/orders/${encodeURIComponent(id)}`}>{number}</Link>
      </th>
      <td>
        <OrderState order={order} />
      </td>
      <td>
        {address === null ? '–' : address.name}
        {address !== null && (
          <span className="muted small block">{`${address.city}, ${address.country}`}</span>
        )}
      </td>
      <td>{formats.dayTime(placedAt)}</td>
      <td>
        {formats.day(promise.currentLatestAt, promise.timeZone)}
        <span className="muted small block">{promise.title}</span>
      </td>
      <td className="figure end">{formats.money(totals.total)}</td>
    </tr>
  );
}

/** One box that finds any order; the newest ones before anything is asked. */
export function FindPage() {
  const t = useTextsOf(deskTexts);
  const common = useCommonTexts();
  const faultText = useFaultText();
  const [query, setQuery] = useSearchParams();
  const [, goTo] = useLocation();
  const words = query.get('q') ?? '';
  const status = query.get('status') ?? '';
  const delayed = query.get('delayed') === '1';
  const [opened, setOpened] = useState('');
  const { found, readMore, readAgain } = useFound({
    ...{ words, delayed },
    status: isStatusChoice(status) ? status : undefined,
  });
  const only = found?.orders.length === 1 ? found.orders[0] : undefined;
  useEffect(() => {
    // Whoever types a number wants the order, not a list of one.
    if (only === undefined || words === '' || opened !== words) return;
    setOpened('');
    goTo(`/orders/${encodeURIComponent(only.id)}`);
  }, [only, words, opened, goTo]);
  const narrow = (name: string, value: string): void =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const search = (next: string): void => {
    setOpened(next);
    narrow('q', next);
  };
  return (
    <Frame title={t('orders')} face="desk" bar={<SearchBox words={words} onSearch={search} />}>
      <div className="list-head">
        <h1>
          {words === '' ? t('foundMany') : t('found', { count: found?.count ?? found?.orders.length ?? 0 })}
        </h1>
        <div className="filters">
          <label className="chip-field">
            <span>{t('status')}</span>
            <select value={status} onChange={(event) => narrow('status', event.target.value)}>
              <option value="">{t('status.all')}</option>
              {statusChoices.map((each) => (
                <option key={each} value={each}>
                  {t(`status.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="chip-field">
            <input
              type="checkbox"
              checked={delayed}
              onChange={(event) => narrow('delayed', event.target.checked ? '1' : '')}
            />
            <span>{t('delayedOnly')}</span>
          </label>
        </div>
      </div>
      {found === undefined && <Loading />}
      {found?.error && (
        <Notice tone="danger">
          {faultText(found.error)}{' '}
          <button type="button" className="button" onClick={readAgain}>
            {common('retry')}
          </button>
        </Notice>
      )}
      {found !== undefined && found.orders.length === 0 && !found.error && (
        <p className="empty">{t('nothing')}</p>
      )}
      {found !== undefined && found.orders.length > 0 && <OrderTable orders={found.orders} />}
      {found?.more !== undefined && (
        <p className="more">
          <button type="button" className="button" onClick={() => void readMore(found.more ?? '')}>
            {t('more')}
          </button>
        </p>
      )}
    </Frame>
  );
}

function OrderTable({ orders }: { readonly orders: readonly FoundOrder[] }) {
  const t = useTextsOf(deskTexts);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('orders')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col">{t('placed')}</th>
            <th scope="col">{t('promised')}</th>
            <th scope="col" className="end">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <Row key={order.id} order={order} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
