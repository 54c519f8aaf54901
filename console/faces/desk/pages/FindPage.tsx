import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useTextsOf } from '../../../client/texts.ts';
import { Fault } from '../../../ui/Fault.tsx';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Filters } from '../parts/Filters.tsx';
import { OrderTable } from '../parts/OrderTable.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { isStatusChoice, useFound, type Found } from '../parts/useFound.ts';
import { deskTexts } from '../texts/desk.ts';

/** Whoever types a number wants the order, not a list of one. */
function useOpenOnly(found: Found | undefined, words: string) {
  const [, goTo] = useLocation();
  const [asked, ask] = useState('');
  const only = found?.orders.length === 1 ? found.orders[0] : undefined;
  useEffect(() => {
    if (only === undefined || words === '' || asked !== words) return;
    ask('');
    goTo(`/orders/${encodeURIComponent(only.id)}`);
  }, [only, words, asked, goTo]);
  return ask;
}

/** One box that finds any order; the newest ones before anything is asked. */
export function FindPage() {
  const t = useTextsOf(deskTexts);
  const [query, setQuery] = useSearchParams();
  const words = query.get('q') ?? '';
  const status = query.get('status') ?? '';
  const delayed = query.get('delayed') === '1';
  const narrowing = { words, delayed, status: isStatusChoice(status) ? status : undefined };
  const { found, readMore, readAgain } = useFound(narrowing);
  const openOnly = useOpenOnly(found, words);
  const narrow = (name: string, value: string): void =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const search = (next: string): void => {
    openOnly(next);
    narrow('q', next);
  };
  const { orders = [], count = orders.length, more, error } = found ?? {};
  return (
    <Frame title={t('orders')} face="desk" bar={<SearchBox words={words} onSearch={search} />}>
      <div className="list-head">
        <h1>{words === '' ? t('foundMany') : t('found', { count })}</h1>
        <Filters status={status} delayed={delayed} onNarrow={narrow} />
      </div>
      {found === undefined && <Loading />}
      <Fault error={error} onRetry={readAgain} />
      {found !== undefined && orders.length === 0 && !error && <p className="empty">{t('nothing')}</p>}
      {orders.length > 0 && <OrderTable orders={orders} />}
      {more !== undefined && (
        <p className="more">
          <button type="button" className="button" onClick={() => void readMore(more)}>
            {t('more')}
          </button>
        </p>
      )}
    </Frame>
  );
}
