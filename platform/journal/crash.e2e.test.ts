import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../test/support/childProcess.ts';

const fixture = fileURLToPath(new URL('../../test/fixtures/crash.ts', import.meta.url));
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'promesse-crash-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Every point of the way of an event at which a process may die. */
const points = [
  'jar.beforeCommit',
  'journal.afterCommit',
  'relay.beforePublish',
  'inbox.beforeCommit',
  'inbox.beforeAck',
  'relay.beforeSettle',
];

describe('a process killed on the way of an event', () => {
  it.each(points)('at %s loses nothing it acknowledged and doubles nothing', async (point) => {
    const dying = runProgram(fixture, { args: [dataDir, '200', `${point}:7`] });
    expect(await dying.ended).toBe('SIGKILL');
    const acknowledged = dying.lines.filter((line) => line === 'acknowledged').length;
    const restarted = runProgram(fixture, { args: [dataDir, '0'] });
    const report = JSON.parse(await restarted.line(/^\{/)) as {
      events: string[];
      applied: string[];
      coins: number;
    };
    expect(await restarted.ended).toBe(0);
    expect(acknowledged).toBeGreaterThan(2);
    expect(report.coins).toBe(report.events.length);
    expect(report.events.length).toBeGreaterThanOrEqual(acknowledged);
    expect(report.events.length).toBeLessThanOrEqual(acknowledged + 1);
    expect([...report.applied].sort()).toEqual(report.events);
    for (const stream of ['jar:jar0#', 'jar:jar1#']) {
      const seqs = report.applied
        .filter((entry) => entry.startsWith(stream))
        .map((entry) => Number(entry.slice(stream.length)));
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    }
  });
});
