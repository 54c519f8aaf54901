import { fileURLToPath } from 'node:url';
import { createNetwork, type Network } from '@promesse/promise-engine/network/network';
import { promise } from '@promesse/promise-engine/promise';
import type { PromiseResult } from '@promesse/promise-engine/model/types';

const weekdays = [true, true, true, true, true, false, false];
const hours = [{ open: '08:00', close: '18:00' }];
const lyon = { latitude: 45.76, longitude: 4.84 };

/** One warehouse in Lyon, one carrier that collects at 17:00, one method. */
export function firstNetwork(): Network {
  const network = createNetwork();
  network.setZone({
    ...{ id: 'FR-75', country: 'FR', postalPrefixes: ['75'], precision: 'POSTCODE' },
    ...{ timeZone: 'Europe/Paris', centre: { latitude: 48.86, longitude: 2.35 }, taxRate: 2000 },
  });
  network.setService({
    ...{ id: 'parcel', carrier: 'colis', name: 'Parcel', countries: ['FR'] },
    transit: [{ maxKm: 2000, earliestDays: 1, latestDays: 2 }],
    ...{ transitDays: weekdays, deliveryDays: weekdays, deliverFrom: '08:00', deliverUntil: '18:00' },
    tariff: { base: 450, perKg: 40 },
    carbon: { lineHaul: 'ARTIC_HGV', lastMile: 'VAN_DIESEL', routeKm: 80, drops: 120 },
  });
  network.setMethod({
    ...{ code: 'home', methodType: 'SHIPPING', titles: { default: 'Home delivery' }, serviceIds: ['parcel'] },
    prices: { EUR: { base: 490 } },
  });
  network.setLocation({
    ...{ id: 'lyon', name: 'Lyon', type: 'WAREHOUSE', timeZone: 'Europe/Paris', country: 'FR' },
    ...{ postalCode: '69002', coordinates: lyon, handlingMinutes: 120, handlingCost: 80, unitCost: 25 },
    opening: { weekly: weekdays.map((open) => (open ? hours : [])) },
    pickups: [{ serviceId: 'parcel', weekly: weekdays.map((open) => (open ? ['17:00'] : [])) }],
  });
  network.setVariant({ sku: 'shoe', weightGrams: 900 });
  network.setStock('shoe', 'lyon', { onHand: 3 });
  return network;
}

/** Asks for some pairs of shoes to Paris, on a Monday at 11:00 there. */
export const firstPromise = (network: Network, quantity = 1): PromiseResult =>
  promise(network, {
    ...{ channel: 'web', currency: 'EUR', at: Date.parse('2026-11-23T10:00:00Z') },
    ...{ destination: { country: 'FR', postalCode: '75003' }, lines: [{ sku: 'shoe', quantity }] },
  });

/** An answer in words, a line for each option and each refusal. */
export const describeAnswer = ({ options, unavailable }: PromiseResult): string[] => [
  ...options.map(
    (o) =>
      `${o.title}: by ${new Date(o.latestMs).toISOString()} if ordered before ${new Date(o.orderByMs).toISOString()}, ` +
      `${o.price.amountMinor / 100} ${o.price.currency}, ${(o.carbon.grams / 1000).toFixed(2)} kg CO2e, ` +
      `from ${o.shipments.map((s) => s.locationId).join(' and ')}`,
  ),
  ...unavailable.map((u) => `${u.code ?? u.methodType}: ${u.reasons.map((r) => r.message).join(' ')}`),
];

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const line of describeAnswer(firstPromise(firstNetwork()))) process.stdout.write(`${line}\n`);
