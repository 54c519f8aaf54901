import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import type { DeskOrderView } from './useOrder.ts';

/** The order's money. */
export function Sums({ order: { sums } }: { readonly order: DeskOrderView }) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  const rows = [
    ['goods', sums.lines],
    ['delivery', sums.delivery],
    ['total', sums.total],
    ['captured', sums.captured],
    ['refunded', sums.refunded],
  ] as const;
  return (
    <section className="card">
      <h2>{t('money')}</h2>
      <dl className="sums">
        {rows.map(([key, value]) => (
          <div key={key} className={key === 'total' ? 'sum-total' : ''}>
            <dt>{t(key)}</dt>
            <dd className="figure">{formats.money(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
