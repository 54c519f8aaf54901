import { describe, expect, it } from 'vitest';
import { claimEvent, evolveClaim, missingOf, type ClaimEvent, type ClaimState } from './claim.ts';
import { termOf, windowOf } from './claimTerms.ts';
import {
  decideAnswer,
  decideEvidence,
  decideExpire,
  decideFound,
  decidePayment,
  decideSubmit,
  decideWithdraw,
} from './decideClaim.ts';
import { shippingSettings } from './settings.ts';
import type { Shipment } from './shipment.ts';

const dayMs = 86_400_000;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const ref = { claimId: 'c', shipmentId: 's', orderId: 'o' };
const opened = claimEvent('shipping.ClaimOpened', {
  ...{ ...ref, number: 'C-1', carrier: 'postale', serviceCode: 'standard', kind: 'LOST' },
  ...{ trackingCodes: ['T1'], amount: eur(5_000), needed: ['VALUE'] },
  ...{ notBeforeMs: 5 * dayMs, deadlineMs: 60 * dayMs },
});
const after = (...events: ClaimEvent[]): ClaimState =>
  events.reduce<ClaimState | undefined>((state, event) => evolveClaim(state, event, 1), evolveClaim(undefined, opened, 0)) as ClaimState; // prettier-ignore
const proven = decideEvidence(after(), { kind: 'VALUE', reference: 'order:o' });
const submitted = decideSubmit(after(...proven), 6 * dayMs, { carrierReference: 'R' });
const accepted = (granted?: number) =>
  decideAnswer(after(...proven, ...submitted), {
    accepted: true,
    ...(granted === undefined ? {} : { granted: eur(granted) }),
  });
const coded = (code: string) =>
  expect.objectContaining({ extensions: expect.objectContaining({ code }) as unknown });

describe('a claim against a carrier', () => {
  it('goes to the carrier within its window alone, with every proof', () => {
    const ready = after(...proven);
    expect(missingOf(after())).toEqual(['VALUE']);
    expect(() => decideSubmit(after(), 6 * dayMs, {})).toThrow(/wants proof: VALUE/);
    expect(() => decideSubmit(ready, 5 * dayMs - 1, {})).toThrow(/from 1970-01-06/);
    expect(() => decideSubmit(ready, 60 * dayMs + 1, {})).toThrow(/until 1970-03-02/);
    expect(after(...proven, ...decideSubmit(ready, 5 * dayMs, {})).status).toBe('SUBMITTED');
    expect(after(...proven, ...decideSubmit(ready, 60 * dayMs, {})).status).toBe('SUBMITTED');
  });

  it('books what came in, never more than was granted, and ends with the last of it', () => {
    const granted = [...proven, ...submitted, ...accepted(3_000)];
    const first = decidePayment(after(...granted), { amount: eur(1_000), receipt: 'CN-1' });
    expect(after(...granted, ...first)).toMatchObject({ status: 'ACCEPTED', paid: eur(1_000) });
    const tooMuch = { amount: eur(2_001), receipt: 'CN-2' };
    expect(() => decidePayment(after(...granted, ...first), tooMuch)).toThrow(/from 1 to 2000/);
    const rest = decidePayment(after(...granted, ...first), { amount: eur(2_000), receipt: 'CN-2' });
    expect(after(...granted, ...first, ...rest)).toMatchObject({ status: 'PAID', paid: eur(3_000) });
    expect(rest[0]?.data).toMatchObject({ amount: eur(2_000), paid: eur(3_000), receipt: 'CN-2' });
    for (const amount of [eur(0), eur(-5), eur(1.5), { amountMinor: 5, currency: 'USD' }])
      expect(() => decidePayment(after(...granted), { amount, receipt: 'x' })).toThrow(
        coded(amount.currency === 'USD' ? 'CURRENCY_MISMATCH' : 'BAD_USER_INPUT'),
      );
  });

  it('may be refused, appealed, withdrawn; what is over stays over', () => {
    const refused = decideAnswer(after(...proven, ...submitted), { accepted: false });
    const state = after(...proven, ...submitted, ...refused);
    expect(state.status).toBe('REFUSED');
    expect(decideAnswer(state, { accepted: true })).toHaveLength(1);
    const withdrawn = after(...decideWithdraw(after(), 'STAFF'));
    expect(() => decideSubmit(withdrawn, 6 * dayMs, {})).toThrow(coded('INVALID_TRANSITION'));
    expect(() => decideEvidence(withdrawn, { kind: 'PHOTO', reference: 'x' })).toThrow(
      coded('INVALID_TRANSITION'),
    );
  });

  it('ends when nobody sent it in time, and when the parcel turns up before it was answered', () => {
    expect(decideExpire(after(), 60 * dayMs)).toEqual([]);
    expect(after(...decideExpire(after(), 60 * dayMs + 1)).status).toBe('EXPIRED');
    expect(after(...decideFound(after())).status).toBe('WITHDRAWN');
    expect(decideFound(after(...proven, ...submitted, ...accepted()))).toEqual([]);
  });

  it('takes the same proof once, and none that says nothing', () => {
    expect(decideEvidence(after(...proven), { kind: 'VALUE', reference: 'order:o' })).toEqual([]);
    for (const wrong of [
      { kind: 'photo', reference: 'x' },
      { kind: 'PHOTO', reference: ' ' },
    ])
      expect(() => decideEvidence(after(), wrong)).toThrow(coded('BAD_USER_INPUT'));
  });
});

describe('the terms of claims', () => {
  const shipment: Shipment = {
    ...{ _id: 's', orderId: 'o', isReturn: false, owner: 'me', channel: 'web', carrier: 'postale' },
    ...{
      serviceCode: 'standard',
      locationId: 'lyon',
      milestone: 'LOST',
      createdAtMs: 0,
      handedOverAtMs: dayMs,
    },
    parcels: [],
    trackingEvents: [
      {
        ...{ eventId: 'e', trackingCode: 'T', milestone: 'IN_TRANSIT', rawCode: 'x', text: '' },
        ...{ occurredAtMs: 3 * dayMs, recordedAtMs: 3 * dayMs },
      },
    ],
  };
  const term = (more: object) => ({
    ...{ kind: 'LOST' as const, from: 'LAST_REPORT' as const, notBeforeDays: 1, deadlineDays: 2, needed: [] },
    ...more,
  });

  it('of a service hold before those of its carrier, and those before the ones for all', () => {
    const all = term({});
    const carrier = term({ carrier: 'postale' });
    const service = term({ serviceCode: 'standard' });
    expect(termOf([all, carrier, service], shipment, 'LOST')).toBe(service);
    expect(termOf([all, carrier], shipment, 'LOST')).toBe(carrier);
    expect(termOf([all, term({ carrier: 'other' })], shipment, 'LOST')).toBe(all);
    expect(termOf([all], shipment, 'DAMAGED')).toBeUndefined();
  });

  it('count from the last report, the hand-over or the delivery', () => {
    expect(windowOf(term({}), shipment)).toEqual({ notBeforeMs: 4 * dayMs, deadlineMs: 5 * dayMs });
    expect(windowOf(term({ from: 'HANDED_OVER' }), shipment).notBeforeMs).toBe(2 * dayMs);
    const delivered = { ...shipment, deliveredAtMs: 10 * dayMs };
    expect(windowOf(term({ from: 'DELIVERED' }), delivered).notBeforeMs).toBe(11 * dayMs);
  });

  it('are there for every kind as the settings come', () => {
    for (const kind of ['LOST', 'DAMAGED', 'DELAYED', 'NOT_RECEIVED'] as const)
      expect(termOf(shippingSettings.defaults.claimTerms, shipment, kind)).toBeDefined();
  });
});
