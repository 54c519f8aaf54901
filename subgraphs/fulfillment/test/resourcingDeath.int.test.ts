import { describe, expect, it } from 'vitest';
import { away, placeAtFirst, useRefusals } from './refusedWork.ts';
import { act, units, workOn } from './subgraphWorld.ts';

describe('re-sourcing', () => {
  const subgraph = useRefusals();
  const { dieAt, order, pass, refuse, seen, told, transfers } = subgraph;

  it.each([
    'fulfillmentOrder.beforeCommit',
    'resourcing.beforeCommit',
    'resourcing.afterAsk',
    'resourcing.beforeTransfer',
    'resourcing.afterTransfer',
    'capacity.beforeCommit',
  ])('survives death at %s: nothing is lost and nothing doubled', async (point) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    dieAt(point);
    const refusal = await act(subgraph.world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' }).catch(
      () => undefined,
    );
    await subgraph.world.settle();
    expect((await workOn(subgraph.world, orderId)).length).toBe(1);
    dieAt(undefined);
    await subgraph.world.restart();
    // A refusal that was not answered may be sent again.
    if (refusal === undefined) await act(subgraph.world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await pass(60_000);
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    expect(new Set(transfers().map((input) => input.idempotencyKey)).size).toBe(1);
    expect(told(id, 'fulfillment.Rerouted').length).toBe(1);
  });

  it.each([
    'fulfillmentOrder.beforeCommit',
    'resourcing.beforeCommit',
    'capacity.beforeCommit',
    'journal.afterCommit',
  ])('survives death at %s while the search is under way', async (point) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    subgraph.world.answers['promise.resourceOrder'] = (variables) => {
      dieAt(point);
      return placeAtFirst('paris')(variables);
    };
    await refuse(id);
    subgraph.world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    dieAt(undefined);
    await subgraph.world.restart();
    await pass(120_000);
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    expect(new Set(transfers().map((input) => input.idempotencyKey)).size).toBe(1);
    expect(told(id, 'fulfillment.Rerouted').length).toBe(1);
  });

  it('goes on when a subgraph that was away is back', async () => {
    subgraph.world.answers['promise.resourceOrder'] = away;
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    await refuse(id);
    expect((await seen(orderId)).length).toBe(1);
    subgraph.world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    await pass(30_000);
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 2]);
  });
});
