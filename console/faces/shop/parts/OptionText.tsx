import { useEffect, useState } from 'react';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { ShopPromiseResult } from '../generated/operations.ts';
import { shopTexts } from '../texts/shop.ts';

export type Option = NonNullable<ShopPromiseResult['variant']>['deliveryPromise']['options'][number];

/** The time left until an instant, kept by the minute. */
function useLeft(instant: string): number {
  const [nowMs, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(instant) - nowMs;
}

function OrderBy({ option }: { readonly option: Option }) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const leftMs = useLeft(option.orderBy);
  if (leftMs <= 0) return null;
  const minutes = Math.floor(leftMs / 60_000);
  const soon = minutes < 12 * 60;
  const time = `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  return (
    <span className={soon ? 'order-by soon' : 'order-by'}>
      <Icon name="clock" />{' '}
      {soon
        ? t('orderWithin', { time })
        : t('orderSoon', { at: formats.dayTime(option.orderBy, option.timeZone) })}
    </span>
  );
}

/** What an option promises: when, from what it is marked for, what it costs, and until when to order. */
export function OptionText({ option }: { readonly option: Option }) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const { title, latestDeliveryAt, timeZone, marks, price, carbon, collectAt } = option;
  const km = (collectAt?.distanceMetres ?? 0) / 1_000;
  return (
    <>
      <span className="option-what">
        <strong>{t('by', { day: formats.day(latestDeliveryAt, timeZone) })}</strong>
        <span>
          {collectAt === null
            ? title
            : `${title}: ${t('away', { name: collectAt.name, km: formats.number(Math.round(km * 10) / 10) })}`}
        </span>
        <OrderBy option={option} />
        <span className="badges">
          {marks.map((mark) => (
            <span key={mark} className={mark === 'GREENEST' ? 'badge success' : 'badge accent'}>
              {mark === 'GREENEST' && <Icon name="leaf" />}
              {t(`mark.${mark}`)}
            </span>
          ))}
          <span className="muted small">
            {t('carbon', { kg: formats.number(Math.round(carbon.kgCO2e * 100) / 100) })}
          </span>
        </span>
      </span>
      <span className="figure option-price">
        {price.amountMinor === 0 ? t('free') : formats.money(price)}
      </span>
    </>
  );
}
