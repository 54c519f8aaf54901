import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOrder, type StatusUpdate } from '../../tools/demo/followOrder.ts';
import { actionOf, work as workText } from '../../tools/demo/operations.ts';
import { scratchDir, startApplication, type ApplicationProcess } from '../support/applicationProcess.ts';
import { openLine, type Line } from '../support/line.ts';
import { ask, openShop, orderInput, placeText, type Endpoint } from '../support/tinyShop.ts';
import { waitFor } from '../support/waitFor.ts';

interface Step {
  readonly seq: number;
  readonly type: string;
}
interface Job {
  readonly id: string;
  readonly allowedActions: readonly string[];
}

const timelineText = `query($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { seq type } } } } }`;
const simulateText = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }`;
const shipmentsText = `query($id: ID!) { order(id: $id) { status shipments { id } } }`;

/** A customer's app at the shop endpoint, on a line that is not to be trusted. */
describe('a subscriber whose server dies, stops or is cut off', () => {
  const data = scratchDir();
  let application: ApplicationProcess;
  let endpoint: Endpoint;
  let line: Line;
  const apps: (() => Promise<void>)[] = [];

  const start = async (): Promise<void> => {
    const started = await startApplication(data.dir, ['--empty'], { SWEEP_EVERY_MS: '1000' });
    const tokens = data.json('dev-tokens.json');
    application = started.process;
    endpoint = { url: started.url, token: tokens['shopper'] ?? '', admin: tokens['admin'] ?? '' };
  };
  const restart = async (signal: NodeJS.Signals): Promise<void> => {
    await application.stop(signal);
    await start();
    line.leadTo(endpoint.url);
  };
  const timeline = async (id: string): Promise<Step[]> => {
    type Answer = { order: { timeline: { edges: { node: Step }[] } } };
    const { order } = await ask<Answer>(endpoint, endpoint.token, timelineText, { id });
    return order.timeline.edges.map(({ node }) => node);
  };
  const buy = async (): Promise<string> => {
    const input = { ...(await orderInput(endpoint)), idempotencyKey: `key-${performance.now()}` };
    const { placeOrder } = await ask<{ placeOrder: { order: { id: string } } }>(
      endpoint,
      endpoint.token,
      placeText,
      {
        input,
      },
    );
    return placeOrder.order.id;
  };
  const jobOf = (orderId: string): Promise<Job> =>
    waitFor('work for the warehouse', async () => {
      type Answer = { fulfillmentOrders: { edges: { node: Job }[] } };
      const { fulfillmentOrders } = await ask<Answer>(endpoint, endpoint.admin, workText, { orderId });
      return fulfillmentOrders.edges[0]?.node;
    });
  /** The warehouse takes a step; one that was taken just before the server died is not taken again. */
  const act = async (orderId: string, action: string): Promise<void> => {
    const job = await jobOf(orderId);
    if (job.allowedActions.includes(action))
      await ask(endpoint, endpoint.admin, actionOf(action), { input: { id: job.id } });
  };
  /** The carrier brings the parcel, saying everything twice. */
  const carry = async (id: string): Promise<void> => {
    type Answer = { order: { status: string; shipments: { id: string }[] } };
    const load = async () => (await ask<Answer>(endpoint, endpoint.token, shipmentsText, { id })).order;
    const { shipments } = await load();
    const input = { shipmentId: shipments[0]?.id, scenario: 'DUPLICATED' };
    await ask(endpoint, endpoint.admin, simulateText, { input });
    await waitFor('the delivery', async () => (await load()).status === 'DELIVERED');
  };

  /** An app that follows the order over the line; it may be kept from connecting again. */
  const follow = (id: string) => {
    const seen: StatusUpdate[] = [];
    const faults: unknown[] = [];
    let gate = Promise.resolve();
    const stop = followOrder(line.url, endpoint.token, id, (update) => seen.push(update), {
      beforeRetry: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await gate;
      },
      onRefused: (reason) => faults.push(reason),
    });
    apps.push(stop);
    return {
      seen,
      /** Keeps the app away while something happens. */
      away: async (task: () => Promise<void>): Promise<void> => {
        let open = (): void => undefined;
        gate = new Promise((resolve) => (open = resolve));
        await task();
        open();
      },
      /** The app has caught up with the order, and has seen exactly its steps: none twice, none missing, in order. */
      hasAll: async (): Promise<void> => {
        const steps = await timeline(id);
        const last = steps.at(-1)?.seq ?? 0;
        await waitFor(`step ${last}`, () => seen.some(({ seq }) => seq >= last));
        const now = await timeline(id);
        expect(seen.map(({ seq, type }) => ({ seq, type }))).toEqual(now.slice(0, seen.length));
        expect(seen.length).toBeGreaterThanOrEqual(steps.length);
        expect(faults).toEqual([]);
      },
    };
  };

  beforeAll(async () => {
    await start();
    await openShop(endpoint);
    line = await openLine(endpoint.url);
  }, 180_000);
  afterAll(async () => {
    for (const stop of apps) await stop();
    await line.close();
    await application.stop('SIGKILL');
    data.remove();
  });

  it('gets each event of the order exactly once and in order, whatever happened to the server', async () => {
    const id = await buy();
    const app = follow(id);
    await jobOf(id);
    await app.hasAll();

    // Killed in the middle of a step: nobody knows whether it was taken.
    const cutOff = act(id, 'ACCEPT').catch(() => undefined);
    await app.away(async () => {
      await restart('SIGKILL');
      await cutOff;
      await act(id, 'ACCEPT');
      await act(id, 'PICK');
    });
    await app.hasAll();

    // Stopped in good order (1001) with the next step just taken.
    await act(id, 'PACK');
    await restart('SIGTERM');
    await act(id, 'LABEL');
    await app.hasAll();

    // What the server said after the line went silent never arrived, and it does not know.
    const before = line.made();
    line.goSilent();
    await act(id, 'HAND_OVER');
    await app.away(async () => line.cut());
    await app.hasAll();
    expect(line.made()).toBe(before + 1);

    // Killed again, and the order goes on to its end while the app is away.
    await app.away(async () => {
      await restart('SIGKILL');
      await carry(id);
    });
    await app.hasAll();
    expect(app.seen.at(-1)?.seq).toBe(app.seen.length);
    expect(app.seen.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['orders.OrderPlaced', 'orders.LinesShipped', 'orders.OrderDelivered']),
    );
  });
});
