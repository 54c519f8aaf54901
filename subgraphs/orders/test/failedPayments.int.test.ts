import { describe, expect, it } from 'vitest';
import { callers } from '../../../test/support/world.ts';
import { usePayments } from './paymentDesk.ts';

const payText = `mutation($input: PayOrderInput!) { payOrder(input: $input) { __typename
  ... on PaymentDeclined { declineCode } } }`;
const hourMs = 3_600_000;

describe('payments', () => {
  const { application, buyer, card, bought, load, moved, sumOf, later, cancel, failed, ship } = usePayments();

  describe('that fail', () => {
    it('are asked for again by schedule', async () => {
      const id = await bought(card('tok_capture_late'));
      await ship(id);
      expect((await load(id)).chargeStatus).toBe('NONE');
      await later(5 * 60_000 + 10_000);
      await later(hourMs + 10_000);
      const order = await load(id);
      expect([order.chargeStatus, sumOf(order, 'CHARGE', 'CARD')]).toEqual(['FULL', 2_490]);
      expect(await failed()).not.toContain(id);
    });

    it('are seen by an owner in the end, and paid by another card', async () => {
      const id = await bought(card('tok_capture_fails'));
      await ship(id);
      for (const hours of [0.1, 1.1, 6.1, 24.1, 48.1]) {
        expect(await failed()).not.toContain(id);
        await later(hours * hourMs + 10_000);
      }
      await later(10_000);
      expect(await failed()).toContain(id);
      const list = '{ failedPayments { edges { node { id } } } }';
      for (const who of [buyer().who, callers.agent(['rules:read']), callers.partner('marketplace')])
        expect(await application().code('orders', list, {}, who)).toBe('FORBIDDEN');
      expect((await load(id)).failedMoney).toEqual([{ kind: 'CHARGE', amount: { amountMinor: 2_490 } }]);
      const pay = (token: string, idempotencyKey: string) => ({ orderId: id, token, idempotencyKey });
      type Answer = { payOrder: { __typename: string } };
      const paid = async (input: object) =>
        (await application().ok<Answer>('orders', payText, { input }, buyer().who)).payOrder.__typename;
      expect(await paid(pay('tok_declined', 'no'))).toBe('PaymentDeclined');
      expect(await paid(pay('tok_ok', 'yes'))).toBe('PayOrderSuccess');
      expect(await paid(pay('tok_ok', 'yes'))).toBe('PayOrderSuccess');
      const order = await load(id);
      expect([order.chargeStatus, order.failedMoney]).toEqual(['FULL', []]);
      expect(sumOf(order, 'CHARGE', 'CARD')).toBe(2_490);
      expect(await failed()).not.toContain(id);
      const more = { input: pay('tok_ok', 'more') };
      expect(await application().code('orders', payText, more, buyer().who)).toBe('INVALID_TRANSITION');
      const agent = callers.agent(['orders:read', 'orders:write']);
      expect(await application().code('orders', payText, more, agent)).toBe('BAD_USER_INPUT');
    });
  });

  describe('by a further card with 3-D Secure', () => {
    type Paid = { payOrder: { __typename: string; url?: string; declineCode?: string } };
    const text = `mutation($input: PayOrderInput!) { payOrder(input: $input) { __typename
      ... on PayActionRequired { url } ... on PaymentDeclined { declineCode } } }`;
    const pay = async (orderId: string, token: string, idempotencyKey: string, result?: string) => {
      const input = { orderId, token, idempotencyKey, ...(result === undefined ? {} : { result }) };
      return (await application().ok<Paid>('orders', text, { input }, buyer().who)).payOrder;
    };
    const unpaid = async (): Promise<string> => {
      const id = await bought(card('tok_capture_fails'));
      await ship(id);
      for (const hours of [0.1, 1.1, 6.1, 24.1, 48.1]) await later(hours * hourMs + 10_000);
      await later(10_000);
      return id;
    };

    it('waits at the provider’s page and is taken once its customer is back', async () => {
      const id = await unpaid();
      const waiting = await pay(id, 'tok_3ds_ok', 'secure');
      expect(waiting).toMatchObject({ __typename: 'PayActionRequired', url: expect.stringContaining('3ds') });
      expect(await pay(id, 'tok_3ds_ok', 'secure')).toEqual(waiting);
      expect(sumOf(await load(id), 'CHARGE', 'CARD')).toBe(0);
      for (let times = 0; times < 2; times++)
        expect((await pay(id, 'tok_3ds_ok', 'secure', 'passed')).__typename).toBe('PayOrderSuccess');
      expect(sumOf(await load(id), 'CHARGE', 'CARD')).toBe(2_490);
    });

    it('comes to nothing when it is not passed, or its customer does not come back', async () => {
      const id = await unpaid();
      await pay(id, 'tok_3ds_declined', 'refused');
      const refused = await pay(id, 'tok_3ds_declined', 'refused', 'passed');
      expect(refused).toMatchObject({ __typename: 'PaymentDeclined', declineCode: 'authentication_failed' });
      await pay(id, 'tok_3ds_ok', 'left');
      await later(2 * hourMs);
      expect(await pay(id, 'tok_3ds_ok', 'left', 'passed')).toMatchObject({ declineCode: 'abandoned' });
      expect((await pay(id, 'tok_ok', 'at last')).__typename).toBe('PayOrderSuccess');
      expect(sumOf(await load(id), 'CHARGE', 'CARD')).toBe(2_490);
    });
  });

  describe('that are about to lapse', () => {
    it('are renewed for as long as units need them, and the old ones freed', async () => {
      const id = await bought(card('tok_short'));
      await later(25 * hourMs);
      await later(25 * hourMs);
      const order = await load(id);
      expect([order.authorizeStatus, order.failedMoney]).toEqual(['FULL', []]);
      expect(moved(order).map(([kind, state]) => `${kind} ${state}`)).toEqual([
        ...['AUTHORIZATION SUCCEEDED', 'AUTHORIZATION SUCCEEDED', 'VOID SUCCEEDED'],
        ...['AUTHORIZATION SUCCEEDED', 'VOID SUCCEEDED'],
      ]);
      await ship(id);
      expect(sumOf(await load(id), 'CHARGE', 'CARD')).toBe(2_490);
    });

    it('as early as the settings say, from then on', async () => {
      const decide = async (value: number): Promise<void> => {
        const read = '{ s: ordersSettings { version } }';
        type Settings = { s: { version: number } };
        const { s } = await application().ok<Settings>('orders', read, {}, callers.admin);
        const text =
          'mutation($input: ChangeSettingsInput!) { changeOrdersSettings(input: $input) { version } }';
        const changes = [{ key: 'renewalLeadHours', value }];
        const input = { version: s.version, changes, reason: 'as decided', idempotencyKey: `lead-${value}` };
        await application().ok('orders', text, { input }, callers.admin);
      };
      const before = await bought(card('tok_short'));
      await decide(40);
      const id = await bought(card('tok_short'));
      // Two days long: 40 hours before its end is 8 hours after it began.
      await later(9 * hourMs);
      const renewed = async (orderId: string): Promise<number> =>
        (await load(orderId)).payments.filter(({ kind }) => kind === 'AUTHORIZATION').length;
      expect([await renewed(before), await renewed(id)]).toEqual([1, 2]);
      await decide(24);
      for (const each of [before, id]) await cancel(each);
    });

    it('are captured when they cannot be renewed; what is cancelled then goes back', async () => {
      const id = await bought(card('tok_short_final'));
      await later(25 * hourMs);
      const order = await load(id);
      expect([order.status, order.chargeStatus]).toEqual(['IN_FULFILLMENT', 'FULL']);
      await cancel(id);
      await later(5_000);
      const over = await load(id);
      expect([over.status, sumOf(over, 'REFUND', 'CARD')]).toEqual(['CANCELLED', 2_490]);
    });
  });
});
