import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { firstWorkOn, handOver, tell } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const dayMs = 86_400_000;
const fields = `id number kind status amount { amountMinor currency } granted { amountMinor } paid { amountMinor }
  notBefore deadline missingEvidence carrierReference allowedTransitions`;

interface Claim {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly amount: { readonly amountMinor: number; readonly currency: string };
  readonly missingEvidence: readonly string[];
  readonly notBefore: string;
}

describe('claims against carriers', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const claimsOf = async (orderId: string): Promise<Claim[]> => {
    const query = `query($orderId: ID!) { carrierClaims(orderId: $orderId,
      status: [OPEN, SUBMITTED, ACCEPTED, REFUSED, PAID, WITHDRAWN, EXPIRED]) { edges { node { ${fields} } } } }`;
    type Answer = { carrierClaims: { edges: { node: Claim }[] } };
    const { carrierClaims } = await application.ok<Answer>('shipping', query, { orderId });
    return carrierClaims.edges.map(({ node }) => node);
  };
  const text = (name: string, type: string) =>
    `mutation($input: ${type}!) { claim: ${name}(input: $input) { ${fields} } }`;
  const act = async (name: string, type: string, input: object): Promise<Claim> => {
    const whole = { reason: 'it is so', idempotencyKey: `key-${++keys}`, ...input };
    return (await application.ok<{ claim: Claim }>('shipping', text(name, type), { input: whole })).claim;
  };
  const sent = async (): Promise<{ orderId: string; shipmentId: string }> => {
    const { orderId } = await buyShoes({ application, buyer }, 2);
    const work = await handOver(application, await firstWorkOn(application, orderId));
    return { orderId, shipmentId: work.shipment?.id ?? '' };
  };
  const incident = (
    type: 'LOST' | 'DAMAGED',
    { orderId, shipmentId }: { orderId: string; shipmentId: string },
  ) =>
    tell(application, ['shipping'], 'care.IncidentOpened', {
      ...{ incidentId: `i-${shipmentId}`, orderId, parcelId: shipmentId, type },
      ...{ openedAtMs: application.clock.nowMs(), evidence: { source: 'CARRIER' } },
    });

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(() => application.stop());

  it('are opened by a lost parcel once, sent when their window opens, and booked when paid', async () => {
    const parcel = await sent();
    await incident('LOST', parcel);
    await incident('LOST', parcel);
    const [opened, ...more] = await claimsOf(parcel.orderId);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ kind: 'LOST', status: 'OPEN', missingEvidence: [] });
    expect(opened?.amount.amountMinor).toBeGreaterThan(0);
    const early = { claimId: opened?.id, reason: 'now', idempotencyKey: 'early' };
    const submit = text('submitCarrierClaim', 'SubmitCarrierClaimInput');
    expect(await application.code('shipping', submit, { input: early })).toBe('INVALID_TRANSITION');

    await application.clock.advanceBy(4 * dayMs);
    expect((await claimsOf(parcel.orderId))[0]?.status).toBe('OPEN');
    await application.clock.advanceBy(1 * dayMs + 3_600_000);
    await application.settle();
    const [filed] = await claimsOf(parcel.orderId);
    expect(filed).toMatchObject({ status: 'SUBMITTED' });
    const claimId = filed?.id;
    await act('answerCarrierClaim', 'AnswerCarrierClaimInput', { claimId, accepted: true });
    const paid = { claimId, amount: filed?.amount, receipt: 'CN-7', idempotencyKey: 'paid' };
    for (const _twice of [1, 2])
      expect(await act('bookClaimPayment', 'BookClaimPaymentInput', paid)).toMatchObject({
        ...{ status: 'PAID', paid: { amountMinor: filed?.amount.amountMinor }, allowedTransitions: [] },
      });
    const rows = await application.database('shipping').collection('journal').find({ type: 'shipping.ClaimPaid' }).toArray(); // prettier-ignore
    expect(rows).toHaveLength(1);
  });

  it('of damage wait for a photo, and end when nobody sends them in time', async () => {
    const parcel = await sent();
    await incident('DAMAGED', parcel);
    await application.clock.advanceBy(dayMs);
    const [waiting] = await claimsOf(parcel.orderId);
    expect(waiting).toMatchObject({ status: 'OPEN', missingEvidence: ['PHOTO'] });
    const photo = { claimId: waiting?.id, kind: 'PHOTO', reference: 'photos/1.jpg' };
    await act('addClaimEvidence', 'ClaimEvidenceInput', photo);
    await application.clock.advanceBy(2 * 3_600_000);
    expect((await claimsOf(parcel.orderId))[0]).toMatchObject({ status: 'SUBMITTED', missingEvidence: [] });
    const other = await sent();
    await incident('DAMAGED', other);
    await application.clock.advanceBy(15 * dayMs);
    expect((await claimsOf(other.orderId))[0]?.status).toBe('EXPIRED');
  });

  it('are withdrawn when the parcel turns up, and opened by people for other reasons', async () => {
    const parcel = await sent();
    await incident('LOST', parcel);
    await tell(application, ['shipping'], 'care.IncidentClosed', {
      ...{ incidentId: `i-${parcel.shipmentId}`, orderId: parcel.orderId, because: 'ARRIVED' },
    });
    expect((await claimsOf(parcel.orderId))[0]?.status).toBe('WITHDRAWN');
    const { shipmentId } = parcel;
    const amount = { amountMinor: 690, currency: 'EUR' };
    const late = await act('openCarrierClaim', 'OpenCarrierClaimInput', {
      shipmentId,
      kind: 'DELAYED',
      amount,
    });
    expect(late).toMatchObject({ kind: 'DELAYED', status: 'OPEN', amount });
    const input = { shipmentId, kind: 'DELAYED', reason: '', idempotencyKey: 'k' };
    const open = text('openCarrierClaim', 'OpenCarrierClaimInput');
    const agent = callers.agent(['orders:write']);
    expect(await application.code('shipping', open, { input }, agent)).toBe('BAD_USER_INPUT');
    expect(await application.code('shipping', open, { input: { ...input, reason: 'x' } }, buyer.who)).toBe(
      'FORBIDDEN',
    );
  });
});
