import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseTrace } from '@promesse/promise-engine/model/traceTypes';
import { answerFromTrace } from '@promesse/promise-engine/trace/answerFromTrace';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { placeInput, serviceInput } from '../../../test/support/retailerInput.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';

const traceText = `query($input: PromiseInput!) { promise(input: $input) { options { latestDeliveryAt } trace { json } } }`;
/** Delivered on Saturdays, so that what leaves on any day of the week arrives on the same. */
const weekend = { ...serviceInput, code: 'saturday', methodTypes: ['WEEKEND'], deliveryWeekdays: [6] };

describe('the capacity of a place', () => {
  let application: TradingApplication;
  let buyer: Buyer;

  const explained = async (): Promise<PromiseTrace> => {
    const input = {
      ...{ channel: 'web', currency: 'EUR', destination: { country: 'FR', postalCode: '75002' } },
      ...{ lines: [{ sku: 'shoe', quantity: 1 }], methodTypes: ['WEEKEND'] },
    };
    type Answer = { promise: { trace: { json: string } } };
    const { promise } = await application.ok<Answer>('promise', traceText, { input });
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
    const [option] = (await optionsFor(application, buyer.who, cartId, ['WEEKEND'])).options;
    const placed = await buyer.place(await buyer.order(cartId, { deliveryOptionHandle: option?.handle }));
    await application.settle();
    return placed.order?.id ?? '';
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    const bring = (field: string, type: string, input: object) =>
      application.ok(
        field === 'importLocations' ? 'fulfillment' : 'shipping',
        `mutation($input: ${type}!) { ${field}(input: $input) { changed } }`,
        { input },
      );
    const services = [serviceInput, weekend];
    await bring('importCarrierServices', 'ImportCarrierServicesInput', { services });
    const at = { city: 'Paris', postalCode: '75001' };
    const locations = [{ ...placeInput('warehouse', 'WAREHOUSE', at), capacityPerDay: 1 }];
    await bring('importLocations', 'ImportLocationsInput', { locations });
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 50);
  });
  afterAll(() => application.stop());

  it('is used on the day the promise was computed with, and free again when the order is cancelled', async () => {
    // Tuesday; the parcel could leave as late as Friday and still be there on Saturday.
    expect(await daysOf()).toEqual({ full: [], leaves: '2026-03-10' });
    const first = await buy();
    expect(await daysOf()).toEqual({ full: ['2026-03-10'], leaves: '2026-03-11' });
    await buy();
    expect(await daysOf()).toEqual({ full: ['2026-03-10'], leaves: '2026-03-12' });
    const query = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
    const input = { orderId: first, idempotencyKey: 'cancel' };
    await application.ok('orders', query, { input }, buyer.who);
    await application.settle();
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
