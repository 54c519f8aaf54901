import { describe, expect, it } from 'vitest';
import { away, moved, placeAtFirst, useRefusals } from './refusedWork.ts';
import { units, workOn } from './subgraphWorld.ts';

describe('re-sourcing', () => {
  const subgraph = useRefusals();
  const { cancel, order, pass, refuse, seen, told } = subgraph;

  it('takes units out that are cancelled while they have no place', async () => {
    subgraph.world.answers['promise.resourceOrder'] = away;
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await refuse(id);
    await cancel(orderId, 'l1', 2);
    expect(told(id, 'fulfillment.LinesCancelled')).toMatchObject([
      { searching: true, lines: [{ lineId: 'l1', quantity: 2 }] },
    ]);
    subgraph.world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    await pass(30_000);
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 1],
    ]);
  });

  it('cancels at the new place what was cancelled after the decision', async () => {
    subgraph.world.answers['catalog.transferReservation'] = away;
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await refuse(id);
    await cancel(orderId, 'l1', 2);
    expect(told(id, 'fulfillment.LinesCancelled')).toEqual([]);
    subgraph.world.answers['catalog.transferReservation'] = moved;
    await pass(30_000);
    const [lyon, paris] = await workOn(subgraph.world, orderId);
    expect(lyon?.lines).toMatchObject([{ quantity: 3, cancelled: 2, rerouted: 1 }]);
    expect(paris?.lines).toMatchObject([{ quantity: 1, cancelled: 0 }]);
    // They are held in Paris by now, and given back there.
    expect(told(id, 'fulfillment.LinesCancelled')).toMatchObject([
      { locationId: 'paris', searching: true, lines: [{ lineId: 'l1', quantity: 2 }] },
    ]);
    expect(told(id, 'fulfillment.Rerouted')).toMatchObject([{ lines: [{ lineId: 'l1', quantity: 1 }] }]);
  });

  it('has nothing left to do when everything is cancelled during the search', async () => {
    subgraph.world.answers['promise.resourceOrder'] = away;
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await refuse(id);
    await cancel(orderId, 'l1', 3);
    await pass(30_000);
    expect((await seen(orderId)).length).toBe(1);
    expect(told(id, 'fulfillment.Unfulfillable')).toEqual([]);
    expect(told(id, 'fulfillment.Rerouted')).toEqual([]);
  });
});
