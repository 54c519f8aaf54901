import { describe, expect, it } from 'vitest';
import { Departures } from '../transport/departure.ts';
import type { RequestScope } from '../types.ts';
import { SharedScope, Waiters } from './waiters.ts';

function client(): RequestScope & { readonly departure: Departures; hasLeft: boolean } {
  const authority = { authenticated: false, scopes: new Set<string>(), policies: new Set<string>() };
  const base = { identity: {}, authority, requestId: 'r', headers: {}, deadlineMs: 1 };
  return { ...base, departure: new Departures(), hasLeft: false };
}
const leave = (one: ReturnType<typeof client>): void => {
  one.hasLeft = true;
  one.departure.go();
};

describe('those who wait for one call', () => {
  it('end it when the last of them has gone, whoever was first', () => {
    const events: string[] = [];
    const waiters = new Waiters(() => events.push('deserted'));
    const [first, second, third] = [client(), client(), client()];
    waiters.add(first);
    waiters.add(second);
    const scope = new SharedScope(first, waiters);
    scope.departure.tell({ cancel: () => events.push('cancelled') });
    leave(first);
    waiters.add(third);
    leave(second);
    expect([events, scope.hasLeft]).toEqual([[], false]);
    leave(third);
    expect([events, scope.hasLeft]).toEqual([['deserted', 'cancelled'], true]);
  });

  it('are told apart from those who never go', () => {
    const waiters = new Waiters(() => expect.unreachable());
    const [first, system] = [client(), { ...client(), departure: undefined }];
    const { departure: _none, ...stays } = system;
    waiters.add(first);
    waiters.add(stays);
    const scope = new SharedScope(first, waiters);
    expect(scope.departure.hasGone).toBe(false);
    leave(first);
    expect([scope.hasLeft, scope.departure.hasGone]).toEqual([false, false]);
  });

  it('cancel work that asks when all have gone already', () => {
    const waiters = new Waiters(() => undefined);
    const only = client();
    waiters.add(only);
    leave(only);
    expect(new SharedScope(only, waiters).departure.hasGone).toBe(true);
  });
});
