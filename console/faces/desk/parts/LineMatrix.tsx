import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import type { DeskLine } from './useOrder.ts';

/** Units of a line by what became of them. */
const columns = ['ordered', 'shipped', 'delivered', 'returned', 'cancelled'] as const;

function Cell({ units, of }: { readonly units: number; readonly of: number }) {
  const formats = useFormats();
  const state = units === 0 ? 'none' : units >= of ? 'whole' : 'part';
  return <td className={`units ${state}`}>{units === 0 ? '–' : formats.number(units)}</td>;
}

/** Lines by steps: each row one article, each column how many of its units have come so far. */
export function LineMatrix({ lines }: { readonly lines: readonly DeskLine[] }) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  return (
    <div className="card flush">
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('item')}>
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="units">
                  {t(column)}
                </th>
              ))}
              <th scope="col" className="end">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, sku, variant, customisation, quantities, total }) => (
              <tr key={id}>
                <th scope="row">
                  {variant.title}
                  <span className="muted small block">
                    {sku}
                    {customisation !== null && ` · ${customisation}`}
                  </span>
                </th>
                {columns.map((column) => (
                  <Cell key={column} units={quantities[column]} of={quantities.ordered} />
                ))}
                <td className="figure end">{formats.money(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
