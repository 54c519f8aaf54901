import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReturnDesk, type ReturnDesk, type SeenReturn } from '../../../test/support/returnDesk.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';

const cartText = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const addressText = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
const returnText = `query($id: ID!) { return(id: $id) { statusText english: statusText(locale: "en")
  lines { reasonText dispositions { text } } } }`;
const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

/** Who asks names no language: neither by an argument nor by a header. */
describe('texts of a return', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const returned = async (locale: string): Promise<SeenReturn> => {
    const { application, buyer } = desk;
    const input = { currency: 'EUR', locale, lines: [{ sku: 'shoe', quantity: 1 }] };
    type Cart = { createCart: { id: string } };
    const { createCart } = await application.ok<Cart>('orders', cartText, { input }, buyer.who);
    const to = { input: { cartId: createCart.id, address } };
    await application.ok('orders', addressText, to, buyer.who);
    const { order } = await buyer.place(await buyer.order(createCart.id));
    await application.settle();
    const orderId = order?.id ?? '';
    const work = await handOver(application, await firstWorkOn(application, orderId));
    await deliver(application, orderId, work);
    const lineId = order?.lines[0]?.id ?? '';
    const asked = await desk.asked({ orderId, lineId }, [[1, 'DOES_NOT_FIT']], { method: 'IN_STORE' });
    await desk.receive(asked.id);
    await desk.inspect(asked.id, { lineId, quantity: 1, disposition: 'REFURBISH' });
    return asked;
  };
  const textsOf = async (id: string): Promise<object> =>
    (await desk.application.ok<{ return: object }>('returns', returnText, { id }, desk.buyer.who)).return;

  it.each([
    ['fr', 'Terminé', 'Ne va pas', 'Accepté, à réparer'],
    ['it', 'Concluso', 'Non va bene', 'Accettato, da riparare'],
    ['en', 'Finished', 'Does not fit', 'Accepted, to be repaired'],
  ])(
    'are in the order’s language (%s), also of a return of before',
    async (locale, status, reason, found) => {
      const { id } = await returned(locale);
      const wanted = {
        ...{ statusText: status, english: 'Finished' },
        lines: [{ reasonText: reason, dispositions: [{ text: found }] }],
      };
      expect(await textsOf(id)).toEqual(wanted);
      // Returns of before did not know the language of their order.
      const rows = desk.application.database('returns').collection<{ _id: string }>('returns');
      const { modifiedCount } = await rows.updateOne({ _id: id }, { $unset: { locale: 1 } });
      expect(modifiedCount).toBe(1);
      expect(await textsOf(id)).toEqual(wanted);
    },
  );
});
