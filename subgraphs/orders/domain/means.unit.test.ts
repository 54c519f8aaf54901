import { describe, expect, it } from 'vitest';
import { identityKinds, type IdentityKind } from '../../../schema/identity.ts';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { methodType } from '../../../schema/events/common.ts';
import { means, notPayable, payableTypes, requirePayable } from './means.ts';
import type { PaymentMethod } from './order.ts';

const methods = Object.keys(means) as PaymentMethod[];
const types = methodType.options;
const open = { paymentMethods: methods, active: true };

/** What the retailer loses nothing by: written out once more, by another hand as it were. */
function allowed(method: PaymentMethod, kind: IdentityKind, type: string): boolean {
  if (kind === 'anonymous') return false;
  // At a till the associate takes the money; an invoice is not theirs to give.
  if (kind === 'associate') return method !== 'INVOICE';
  if (method === 'CARD') return true;
  // A gift card is the customer's own.
  if (method === 'GIFT_CARD') return kind !== 'partner';
  if (method === 'IN_STORE') return type === 'RESERVE_AND_COLLECT' && kind !== 'partner';
  return type !== 'RESERVE_AND_COLLECT' && !['guest', 'shopper'].includes(kind);
}

const cases = methods.flatMap((method) =>
  identityKinds.flatMap((kind) => types.map((type) => [method, kind, type] as const)),
);

describe('means of payment', () => {
  it.each(cases)('%s by %s for %s', (method, kind, type) => {
    expect(payableTypes(method, open, kind).includes(type)).toBe(allowed(method, kind, type));
  });

  it.each(methods.flatMap((method) => identityKinds.map((kind) => [method, kind] as const)))(
    '%s by %s needs a channel that takes it',
    (method, kind) => {
      const others = methods.filter((each) => each !== method);
      const closed = [{ paymentMethods: others, active: true }, { ...open, active: false }, null];
      for (const channel of closed) {
        expect(payableTypes(method, channel, kind)).toEqual([]);
        let code: string | undefined;
        try {
          requirePayable(method, channel, kind);
        } catch (error) {
          code = errorCodeOf(error);
        }
        expect(code).toBe('PAYMENT_METHOD_NOT_ALLOWED');
      }
    },
  );

  it('are refused with words that name both', () => {
    expect(notPayable('IN_STORE', 'SHIPPING').message).toMatch(/SHIPPING.*IN_STORE/);
  });
});
