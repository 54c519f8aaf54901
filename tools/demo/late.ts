import { buy } from './buying.ts';
import type { Callers } from './callers.ts';
import { fulfil } from './fulfilling.ts';
import { sayToldSoFar } from './messages.ts';
import * as operations from './operations.ts';
import { orderPage } from './orderPage.ts';
import { at, chapter, say } from './say.ts';
import { until } from './until.ts';

interface Watched {
  readonly order: {
    readonly incidents: readonly { readonly type: string; readonly status: string }[];
  };
}

/** A parcel is late: its customer hears of it before the date, and before they would ask. */
export async function hearOfDelay(callers: Callers, sku: string): Promise<void> {
  const cart = { locale: 'fr', lines: [{ sku, quantity: 1 }] };
  const order = await buy(callers.shopper, { cart, payment: { method: 'CARD', token: 'tok_ok' } });
  await fulfil(callers, order.id);
  chapter('A parcel is late, and the customer hears it first');
  const { originalLatestAt, timeZone } = order.promise;
  say(`order ${order.number} is promised by ${at(originalLatestAt, timeZone)}`);
  const page = await until(
    () => orderPage(callers, order.id),
    ({ shipments }) => shipments.some(({ milestone }) => milestone === 'HANDED_OVER'),
    'a shipment that was handed over',
  );
  const shipmentId = page.shipments[0]?.id;
  await callers.admin.run(operations.simulate, { input: { shipmentId, scenario: 'DELAYED' } });
  await sayToldSoFar(callers, order.id, 'DELAY_ANNOUNCED');
  const load = async () =>
    (await callers.agent.run<Watched>(operations.incidents, { id: order.id })).order.incidents;
  const inWords = (incidents: Watched['order']['incidents']): string =>
    incidents.map(({ type, status }) => `${type} ${status}`.toLowerCase().replaceAll('_', ' ')).join(', ');
  say(`the desk sees: ${inWords(await load())}`);
  await callers.admin.run(operations.simulate, { input: { shipmentId, scenario: 'LATE' } });
  const over = await until(
    load,
    (incidents) => incidents.every(({ status }) => status === 'CLOSED'),
    'the end of the delay',
  );
  say(`it arrives two days late; the desk sees: ${inWords(over)}`);
  await sayToldSoFar(callers, order.id, 'PARCEL_DELIVERED');
}
