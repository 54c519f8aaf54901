import { describe, expect, it } from 'vitest';
import { Conflicts, LockWait } from './conflicts.ts';

const key = (name: string): Buffer => Buffer.from(name);
function begin(conflicts: Conflicts): { startedAt: number } {
  const holder = { startedAt: conflicts.nextMoment() };
  conflicts.begin(holder);
  return holder;
}
const conflict = expect.objectContaining({
  code: 112,
  labels: ['TransientTransactionError'],
});

describe('who may change what', () => {
  it('lets the first transaction win and the second start over', () => {
    const conflicts = new Conflicts();
    const [first, second] = [begin(conflicts), begin(conflicts)];
    conflicts.claimFor(first, 'records', key('a'));
    expect(() => conflicts.claimFor(second, 'records', key('a'))).toThrow(conflict);
  });

  it('lets a write outside wait for the one that holds the key', () => {
    const conflicts = new Conflicts();
    const holder = begin(conflicts);
    conflicts.claimFor(holder, 'records', key('a'));
    expect(() => conflicts.claimNow('records', key('a'))).toThrow(LockWait);
    conflicts.end(holder, false);
    expect(() => conflicts.claimNow('records', key('a'))).not.toThrow();
  });

  it('refuses a transaction what changed after its snapshot, but not what changed before', () => {
    const conflicts = new Conflicts();
    const old = begin(conflicts);
    conflicts.claimNow('records', key('a'));
    const fresh = begin(conflicts);
    expect(() => conflicts.claimFor(old, 'records', key('a'))).toThrow(conflict);
    expect(() => conflicts.claimFor(fresh, 'records', key('a'))).not.toThrow();
  });

  it('remembers a commit, and forgets an abort', () => {
    const conflicts = new Conflicts();
    const watcher = begin(conflicts);
    const [committed, aborted] = [begin(conflicts), begin(conflicts)];
    conflicts.claimFor(committed, 'records', key('a'));
    conflicts.claimFor(aborted, 'records', key('b'));
    conflicts.end(committed, true);
    conflicts.end(aborted, false);
    expect(() => conflicts.claimFor(watcher, 'records', key('a'))).toThrow(conflict);
    expect(() => conflicts.claimFor(watcher, 'records', key('b'))).not.toThrow();
  });

  it('still knows what matters after forgetting thousands of changes that do not', () => {
    const conflicts = new Conflicts();
    const early = begin(conflicts);
    for (let i = 0; i < 6_000; i++) conflicts.claimNow('records', key(`early ${i}`));
    const late = begin(conflicts);
    conflicts.claimNow('records', key('late'));
    conflicts.end(early, false);
    expect(() => conflicts.claimFor(late, 'records', key('early 1'))).not.toThrow();
    expect(() => conflicts.claimFor(late, 'records', key('late'))).toThrow(conflict);
  });
});
