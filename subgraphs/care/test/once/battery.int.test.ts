import { describe, expect, it } from 'vitest';
import { runOnce } from './battery.ts';

describe('messages under lost, doubled and overtaken events, and a process that dies', () => {
  it('come to a real mail server once each, and none after a newer fact', async () => {
    const report = await runOnce({ orders: 40, kills: 5, seed: 'once' });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ orders: 40, kills: 5, copies: 0, mails: report.mails });
    expect(Object.values(report.killsAt)).toEqual([1, 1, 1, 1, 1]);
    for (const trouble of [report.lost, report.doubled, report.reordered])
      expect(trouble).toBeGreaterThan(10);
    // Each order is told of twice at the least.
    expect(report.due).toBeGreaterThan(80);
    expect(report.mails).toBeGreaterThanOrEqual(report.due);
  }, 300_000);

  it('come again only under the same Message-ID where the server cannot be asked', async () => {
    const report = await runOnce({ orders: 40, kills: 5, seed: 'smtp', asks: false });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ kills: 5, killsAt: { 'care.afterSend': 1 } });
    // Whatever was under way when the process died after an answer: as many as are sent side by side.
    expect(report.copies).toBeGreaterThan(0);
    expect(report.copies).toBeLessThanOrEqual(8 * report.kills);
  }, 300_000);
});
