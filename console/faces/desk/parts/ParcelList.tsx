import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import type { DeskOrderView } from './useOrder.ts';

/** Parcels, with who really delivers them. */
export function ParcelList({ order }: { readonly order: DeskOrderView }) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  const zone = order.promiseWhole.timeZone;
  return (
    <section className="card">
      <h2>{t('parcels')}</h2>
      {order.shipments.length === 0 && <p className="muted">{t('noParcels')}</p>}
      <ul className="rows">
        {order.shipments.map((shipment) => (
          <li key={shipment.id}>
            <div>
              <strong className="figure">
                {shipment.parcels.map(({ trackingCode }) => trackingCode).join(', ') || shipment.carrier}
              </strong>
              <span className="muted small block">
                {t('deliveredBy', { carrier: shipment.lastMileCarrier })}
                {shipment.estimatedDeliveryAt !== null &&
                  shipment.deliveredAt === null &&
                  ` · ${t('expected', { at: formats.day(shipment.estimatedDeliveryAt, zone) })}`}
                {shipment.deliveredAt !== null && ` · ${formats.dayTime(shipment.deliveredAt, zone)}`}
              </span>
            </div>
            <span className="badges">
              {shipment.isReturn && <span className="badge">{t('returnParcel')}</span>}
              <span className={`badge ${shipment.deliveredAt === null ? 'info' : 'success'}`}>
                {shipment.milestoneText}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
