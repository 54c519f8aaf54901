import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary.ts';
import { toldOfParcel } from './parcelNews.ts';

const told = (milestone: string, turned: boolean | undefined, locale: string): string =>
  summaryOf('orders.ParcelMoved', toldOfParcel({ milestone, text: 'Delivered', turned }), { locale });

describe('what a customer is told of a parcel', () => {
  it.each([
    ['DELIVERED', false, 'fr', 'Le colis est livré.'],
    ['DELIVERED', undefined, 'it', 'Il pacco è stato consegnato.'],
    ['DELIVERED', true, 'fr', 'Le colis est revenu chez nous.'],
    ['DELIVERED', true, 'it', 'Il pacco è tornato da noi.'],
    ['DELIVERED', true, 'en', 'The parcel is back with us'],
    ['DELIVERED', false, 'en', 'Delivered'],
    ['IN_TRANSIT', true, 'fr', 'Le colis revient chez nous.'],
    ['OUT_FOR_DELIVERY', true, 'en', 'The parcel is on its way back to us'],
    ['REFUSED', true, 'fr', 'Le colis a été refusé ; il revient chez nous.'],
    ['LOST', true, 'fr', 'Le colis est perdu.'],
  ])('%s, turned back %s, in %s', (milestone, turned, locale, expected) => {
    expect(told(milestone, turned, locale)).toBe(expected);
  });
});
