import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const end = (name: string) => `mutation($input: EndHoldInput!) { ended: ${name}(input: $input) { status } }`;

describe('an order on hold', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const statusOf = async (id: string): Promise<string> =>
    (
      await application.ok<{ order: { status: string } }>(
        'orders',
        'query($id: ID!) { order(id: $id) { status } }',
        { id },
      )
    ).order.status;
  const bought = async (token = 'tok_ok'): Promise<string> => {
    const { order } = await buyer.buy('shoe', 3, token);
    await application.settle();
    return order?.id ?? '';
  };
  const ended = async (
    name: string,
    orderId: string,
    reason = 'the customer confirmed it',
  ): Promise<string> => {
    const input = { orderId, reason, idempotencyKey: `end-${++keys}` };
    const { ended: order } = await application.ok<{ ended: { status: string } }>(
      'orders',
      end(name),
      { input },
      agent,
    );
    await application.settle();
    return order.status;
  };
  const refused = (name: string, orderId: string, who = agent, reason = 'why') =>
    application.code(
      'orders',
      end(name),
      { input: { orderId, reason, idempotencyKey: `end-${++keys}` } },
      who,
    );

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
    const change = `mutation($input: ChangeSettingsInput!) { changeOrdersSettings(input: $input) { version } }`;
    const changes = [{ key: 'reviewFrom', value: [{ currency: 'EUR', fromMinor: 3_000 }] }];
    const input = { version: 0, changes, reason: 'to be looked at', idempotencyKey: 'review' };
    await application.ok('orders', change, { input }, callers.admin);
  });
  afterAll(() => application.stop());

  it('for review waits for a person, who lets it go on', async () => {
    const id = await bought();
    expect([await statusOf(id), await workOn(application, id)]).toEqual(['ON_HOLD', []]);
    await ended('releaseHold', id);
    expect(await statusOf(id)).toBe('IN_FULFILLMENT');
    expect(await workOn(application, id)).toHaveLength(1);
    expect(await refused('releaseHold', id)).toBe('INVALID_TRANSITION');
    const text =
      'query($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node { summary by } } } } }';
    type Timeline = { order: { timeline: { edges: { node: { summary: string; by: string } }[] } } };
    const { order } = await application.ok<Timeline>('orders', text, { id }, buyer.who);
    expect(order.timeline.edges.map(({ node }) => node)).toContainEqual({
      ...{ summary: 'The hold was lifted: the customer confirmed it.', by: 'STAFF' },
    });
  });

  it('or ends it: units and money are free again', async () => {
    const id = await bought();
    expect(await ended('rejectHold', id, 'a stolen card')).toBe('CANCELLED');
    const text = 'query($id: ID!) { order(id: $id) { payments { kind state } } }';
    expect(await application.ok('orders', text, { id })).toEqual({
      order: {
        payments: [
          { kind: 'AUTHORIZATION', state: 'SUCCEEDED' },
          { kind: 'VOID', state: 'SUCCEEDED' },
        ],
      },
    });
    expect(await refused('rejectHold', id)).toBe('INVALID_TRANSITION');
  });

  it('for an open payment is not released by a person, and is reviewed once the payment is there', async () => {
    const id = await bought('tok_late_ok');
    expect(await refused('releaseHold', id)).toBe('INVALID_TRANSITION');
    await application.clock.advanceBy(25_000);
    await application.settle();
    expect(await statusOf(id)).toBe('ON_HOLD');
    await ended('releaseHold', id);
    expect(await statusOf(id)).toBe('IN_FULFILLMENT');
  });

  it('is ended by nobody without a reason or the scope', async () => {
    const id = await bought();
    expect(await refused('rejectHold', id, agent, ' ')).toBe('BAD_USER_INPUT');
    expect(await refused('rejectHold', id, callers.agent(['orders:read']))).toBe('FORBIDDEN');
    expect(await refused('rejectHold', id, buyer.who)).toBe('FORBIDDEN');
    expect(await statusOf(id)).toBe('ON_HOLD');
  });
});
