import { Link } from 'wouter';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import { OrderState } from './OrderState.tsx';
import type { FoundOrder } from './useFound.ts';

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

/** Orders as rows. */
export function OrderTable({ orders }: { readonly orders: readonly FoundOrder[] }) {
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
