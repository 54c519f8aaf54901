import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseTrace } from '../../subgraphs/promise/domain/traceTypes.ts';
import { answerFromTrace } from '../../subgraphs/promise/domain/trace/answerFromTrace.ts';
import { buyerIn, type Buyer } from '../support/buyer.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { placeInput, serviceInput } from '../support/retailerInput.ts';
import { openTradingHouse, type TradingHouse } from '../support/tradingHouse.ts';

const traceText = `query($input: PromiseInput!) { promise(input: $input) { options { latestDeliveryAt } trace { json } } }`;
/** Delivered on Saturdays, so that what leaves on any day of the week arrives on the same. */
const weekend = { ...serviceInput, code: 'saturday', methodTypes: ['WEEKEND'], deliveryWeekdays: [6] };

describe('the capacity of a place', () => {
  let house: TradingHouse;
  let buyer: Buyer;

  const explained = async (): Promise<PromiseTrace> => {
    const input = {
      ...{ channel: 'web', currency: 'EUR', destination: { country: 'FR', postalCode: '75002' } },
      ...{ lines: [{ sku: 'shoe', quantity: 1 }], methodTypes: ['WEEKEND'] },
    };
    type Answer = { promise: { trace: { json: string } } };
    const { promise } = await house.ok<Answer>('promise', traceText, { input });
    return JSON.parse(promise.trace.json) as PromiseTrace;
  };
  /** The first day on which the place is full, and the day on which the promised parcel leaves. */
  const daysOf = async (): Promise<{ full: string[]; leaves: string | undefined }> => {
    const [problem] = (await explained()).problems;
    const chosen = problem?.candidates.find(({ verdict }) => verdict === 'CHOSEN');
    const sold = problem?.refused.first.filter(({ reason }) => reason === 'CAPACITY_SOLD') ?? [];
    return { full: sold.flatMap(({ capacity }) => capacity?.date ?? []), leaves: chosen?.capacity?.date };
  };
  const buy = async (): Promise<string> => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const [option] = (await optionsFor(house, buyer.who, cartId, ['WEEKEND'])).options;
    const placed = await buyer.place(await buyer.order(cartId, { deliveryOptionHandle: option?.handle }));
    await house.settle();
    return placed.order?.id ?? '';
  };

  beforeAll(async () => {
    house = await openTradingHouse();
    buyer = buyerIn(house);
    const bring = (field: string, type: string, input: object) =>
      house.ok(
        field === 'importLocations' ? 'fulfillment' : 'shipping',
        `mutation($input: ${type}!) { ${field}(input: $input) { changed } }`,
        { input },
      );
    const services = [serviceInput, weekend];
    await bring('importCarrierServices', 'ImportCarrierServicesInput', { services });
    const at = { city: 'Paris', postalCode: '75001' };
    const locations = [{ ...placeInput('warehouse', 'WAREHOUSE', at), capacityPerDay: 1 }];
    await bring('importLocations', 'ImportLocationsInput', { locations });
    await house.sell({ sku: 'shoe' });
    await house.stock('shoe', 'warehouse', 50);
  });
  afterAll(() => house.stop());

  it('is used on the day the promise was computed with, and free again when the order is cancelled', async () => {
    // Tuesday; the parcel could leave as late as Friday and still be there on Saturday.
    expect(await daysOf()).toEqual({ full: [], leaves: '2026-03-10' });
    const first = await buy();
    expect(await daysOf()).toEqual({ full: ['2026-03-10'], leaves: '2026-03-11' });
    await buy();
    expect(await daysOf()).toEqual({ full: ['2026-03-10'], leaves: '2026-03-12' });
    const query = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
    const input = { orderId: first, idempotencyKey: 'cancel' };
    await house.ok('orders', query, { input }, buyer.who);
    await house.settle();
    expect((await daysOf()).leaves).toBe('2026-03-10');
  });

  it('is part of an explanation from which the answer can be computed again', async () => {
    const { problems } = await explained();
    expect(problems).toHaveLength(1);
    for (const problem of problems) {
      const { lowerBound: _proof, ...answer } = problem.answer!;
      expect(answerFromTrace(problem)).toEqual(answer);
    }
  });
});
