import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../schema/events/registry.ts';
import { arrivedEvent } from './arrivedEvent.ts';

const good = {
  id: 'e-1',
  stream: 'return:r-1',
  seq: 1,
  type: 'returns.ReturnInTransit',
  v: eventTypes['returns.ReturnInTransit'].v,
  at: 1,
  actor: 'system:returns',
  cause: 'c-1',
  data: { returnId: 'r-1', orderId: 'o-1' },
};
const arrives = (change: object, owner: unknown = 'returns') =>
  arrivedEvent({ ...good, ...change }, owner, eventTypes);

describe('an event that comes by a bus', () => {
  it('is taken as its type declares it', () => {
    expect(arrives({ data: { ...good.data, more: 'than declared' } })).toEqual(good);
  });

  it.each([
    ['of another subgraph', {}, 'orders'],
    ['of nobody', {}, null],
    ['of a subgraph whose name is the beginning of another', {}, 'return'],
    ['of no known type', { type: 'returns.Nothing' }, 'returns'],
    ['of a type every object has', { type: 'constructor' }, 'constructor'],
    ['of another version', { v: good.v + 1 }, 'returns'],
    ['without an id', { id: '' }, 'returns'],
    ['with an id that is an object', { id: { $ne: null } }, 'returns'],
    ['with an id that is endless', { id: 'x'.repeat(2_000) }, 'returns'],
    ['with a stream of operators', { stream: { $gt: '' } }, 'returns'],
    ['with no sequence', { seq: 0 }, 'returns'],
    ['with members nobody knows', { pending: ['orders'] }, 'returns'],
    ['with a payload that does not fit', { data: { returnId: 7 } }, 'returns'],
    ['with a payload that is a list', { data: [] }, 'returns'],
    ['with a payload that is too large', { data: { ...good.data, more: 'x'.repeat(300_000) } }, 'returns'],
  ])('is refused %s', (_what, change, owner) => {
    expect(() => arrives(change, owner)).toThrow();
  });

  it.each([[null], ['ring'], [[]], [7]])('is refused when it is %j', (value) => {
    expect(() => arrivedEvent(value, 'returns', eventTypes)).toThrow('It is not an event');
  });
});
