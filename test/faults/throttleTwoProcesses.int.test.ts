import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSubgraph } from '../../main/subgraphs.ts';
import type { SubgraphName } from '../../main/subgraphNames.ts';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import { createSubgraphClient } from '../../platform/graph/subgraphClient.ts';
import { buyerIn } from '../support/buyer.ts';
import { act, firstWorkOn } from '../support/staff.ts';
import {
  handleSecret,
  openTradingApplication,
  type TradingApplication,
} from '../support/tradingApplication.ts';
import { waitFor } from '../support/waitFor.ts';
import { callAs, callers } from '../support/world.ts';

const promised = 'query($input: PromiseInput!) { promise(input: $input) { options { latestDeliveryAt } } }';
const inputTypes = {
  pauseLocation: 'PauseLocationInput',
  resumeLocation: 'ResumeLocationInput',
  limitLocation: 'LimitLocationInput',
  setOpeningToday: 'SetOpeningTodayInput',
} as const;

/** Whatever holds back the orders of a place is told to one process, and moves the promise of every process. */
describe('two processes of fulfillment and of the promise, on one database and one bus', () => {
  let application: TradingApplication;
  let fulfillments: readonly SubgraphService[];
  let promises: readonly SubgraphService[];
  const twins: SubgraphService[] = [];
  let keys = 0;

  const twinOf = async (name: 'fulfillment' | 'promise'): Promise<SubgraphService> => {
    const deps = await application.deps(name);
    const client = createSubgraphClient({
      ...{ caller: name, newId: deps.newId },
      target: (to) => application.subgraph(to as SubgraphName),
    });
    const secrets = { subgraph: handleSecret, handle: handleSecret, webhook: handleSecret };
    const twin = createSubgraph(name, { ...deps, client }, { production: false, secrets });
    await twin.start();
    twins.push(twin);
    return twin;
  };
  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    fulfillments = [application.subgraph('fulfillment'), await twinOf('fulfillment')];
    promises = [application.subgraph('promise'), await twinOf('promise')];
    await application.stock('shoe', 'warehouse', 500);
    await isPromised(true);
  });
  afterAll(async () => {
    for (const twin of twins) await twin.stop();
    await application.stop();
  });

  /** The date of the first option, as each process of the promise has it; null where there is none. */
  const dates = (): Promise<(string | null)[]> =>
    Promise.all(
      promises.map(async (service) => {
        const input = {
          ...{ channel: 'web', currency: 'EUR', methodTypes: ['SHIPPING'] },
          ...{ destination: { country: 'FR', postalCode: '75002' }, lines: [{ sku: 'shoe', quantity: 1 }] },
        };
        const request = { query: promised, variables: { input } };
        const { data, errors } = await service.execute(request, callAs(callers.system));
        expect(errors).toBeUndefined();
        const { options } = data?.['promise'] as { options: { latestDeliveryAt: string }[] };
        return options[0]?.latestDeliveryAt ?? null;
      }),
    );
  const isPromised = async (wanted: boolean): Promise<void> => {
    await waitFor(`both to promise: ${String(wanted)}`, async () =>
      (await dates()).every((date) => (date !== null) === wanted),
    );
  };
  const change = async (process: number, name: keyof typeof inputTypes, more: object = {}): Promise<void> => {
    const query = `mutation($input: ${inputTypes[name]}!) { ${name}(input: $input) { takesOrders } }`;
    const input = { locationId: 'warehouse', reason: 'a full yard', idempotencyKey: `t${++keys}`, ...more };
    const request = { query, variables: { input } };
    const result = await fulfillments[process]?.execute(request, callAs(callers.associate('warehouse')));
    expect(result?.errors).toBeUndefined();
    await application.settle();
  };
  const inMinutes = (minutes: number) => new Date(application.clock.nowMs() + minutes * 60_000).toISOString();
  const pass = async (minutes: number): Promise<void> => {
    await application.clock.advanceBy(minutes * 60_000);
    await application.settle();
  };
  const bought = async (): Promise<string> => {
    const buyer = buyerIn(application);
    const { order } = await buyer.place(await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }])));
    await application.settle();
    return (await firstWorkOn(application, order?.id ?? '')).id;
  };

  it.each([0, 1])('opening hours of today, set through process %i', async (process) => {
    const [before = null] = await dates();
    await change(process, 'setOpeningToday', { hours: [] });
    await waitFor('both to promise later', async () =>
      (await dates()).every((date) => date !== null && before !== null && date > before),
    );
    await change(1 - process, 'setOpeningToday', { hours: null });
    await waitFor('both to promise as before', async () => (await dates()).every((date) => date === before));
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('a pause set through process %i and ended through %i', async (set, ended) => {
    await change(set, 'pauseLocation', { until: inMinutes(600) });
    await isPromised(false);
    await change(ended, 'resumeLocation');
    await isPromised(true);
  });

  it.each([0, 1])('a pause set through process %i that ends by itself', async (process) => {
    await change(process, 'pauseLocation', { until: inMinutes(30) });
    await isPromised(false);
    await pass(31);
    await isPromised(true);
  });

  it.each([0, 1])('orders within an hour, limited through process %i', async (process) => {
    await pass(61);
    await change(process, 'limitLocation', { maxPerHour: 1, until: inMinutes(600) });
    await isPromised(true);
    await bought();
    await isPromised(false);
    await pass(61);
    await isPromised(true);
    await change(1 - process, 'limitLocation', { until: inMinutes(1) });
  });

  it.each([0, 1])('work at one step, limited through process %i', async (process) => {
    const id = await bought();
    const list = await application.ok<{ workList: { entries: object[] } }>(
      'fulfillment',
      'query { workList(locationId: "warehouse") { entries { fulfillmentOrder { id } } } }',
      {},
      callers.associate('warehouse'),
    );
    // Some may be further on than this step already: one less than there is at most.
    const most = list.workList.entries.length;
    const maxPerStep = [{ step: 'TO_PICK', most: process === 0 ? most : most - 1 }];
    await change(process, 'limitLocation', { maxPerStep, until: inMinutes(600) });
    await isPromised(false);
    await act(application, 'acceptFulfillmentOrder', { id });
    await act(application, 'startPicking', { id });
    await application.settle();
    await isPromised(true);
    await change(1 - process, 'limitLocation', { until: inMinutes(1) });
  });
});
