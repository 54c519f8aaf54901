import { useState } from 'react';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { shopTexts } from '../texts/shop.ts';
import { usePlaceOrder, type Placing } from './usePlaceOrder.ts';

/** Cards of the payment sandbox. */
const cards = ['tok_ok', 'tok_declined'] as const;

/** Sums, payment, order. */
export function PayForm({ cart, option, onExpired }: Placing) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const [card, setCard] = useState<(typeof cards)[number]>('tok_ok');
  const { fault, fetching, accepted, submit } = usePlaceOrder({ cart, option, onExpired });
  const { currency, amountMinor: goods } = accepted ?? cart.subtotal;
  const total = { currency, amountMinor: goods + (option?.price.amountMinor ?? 0) };
  return (
    <section className="card stack pay">
      <h2>{t('pay')}</h2>
      <dl className="sums">
        <div>
          <dt>{t('subtotal')}</dt>
          <dd className="figure">{formats.money({ amountMinor: goods, currency })}</dd>
        </div>
        <div>
          <dt>{t('delivery')}</dt>
          <dd className="figure">{option === undefined ? '–' : formats.money(option.price)}</dd>
        </div>
        <div className="sum-total">
          <dt>{t('total')}</dt>
          <dd className="figure">{formats.money(total)}</dd>
        </div>
      </dl>
      <fieldset className="choices">
        <legend className="muted small">{t('payText')}</legend>
        {cards.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="card" checked={card === each} onChange={() => setCard(each)} />
            <span>{t(`card.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <button
        type="button"
        className="button primary wide"
        disabled={fetching || option === undefined}
        onClick={() => void submit(card)}
      >
        {fetching
          ? t('placing')
          : accepted === undefined
            ? t('placeOrder', { total: formats.money(total) })
            : t('priceNow')}
      </button>
    </section>
  );
}
