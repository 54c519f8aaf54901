import { describe, expect, it } from 'vitest';
import { decideTicketChange, dueTimes, type DeskRules, type TicketChange } from './decideTicket.ts';
import { evolveTicket, ticketEvent, type TicketState } from './ticket.ts';

const hourMs = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const target = { firstResponse: 120, resolution: 960 };
const rulesAt = (nowMs: number): DeskRules => ({
  nowMs,
  desk: {
    ...{ zone: 'UTC', closedDays: [] },
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:00' })),
  },
  targets: { LOW: target, NORMAL: target, HIGH: target, URGENT: { firstResponse: 30, resolution: 60 } },
});
// A Tuesday morning.
const start = at('2026-03-10T09:00:00Z');
const opened = (nowMs = start): TicketState => {
  const due = dueTimes('NORMAL', rulesAt(nowMs));
  const event = ticketEvent('care.TicketOpened', {
    ...{
      ticketId: 't',
      number: 'T-1',
      orderId: 'o',
      owner: 's',
      channel: 'web',
      reason: 'LOST',
      priority: 'NORMAL',
    },
    ...{ firstResponseDueAtMs: due.firstResponseDueAtMs, resolutionDueAtMs: due.resolutionDueAtMs },
  });
  return evolveTicket(undefined, event, nowMs);
};
const changed = (ticket: TicketState, change: TicketChange, nowMs: number): TicketState =>
  decideTicketChange(ticket, change, rulesAt(nowMs)).reduce(
    (state, event) => evolveTicket(state, event, nowMs),
    ticket,
  );

describe('a ticket', () => {
  it('is due within open hours: two hours, and two working days', () => {
    const { firstResponse, resolution } = opened(at('2026-03-13T16:00:00Z'));
    expect(firstResponse.dueAtMs).toBe(at('2026-03-16T10:00:00Z'));
    expect(resolution.dueAtMs).toBe(at('2026-03-17T16:00:00Z'));
  });

  it('stands still while the customer is asked, and goes on with what was left', () => {
    const asked = changed(opened(), { status: 'PENDING_CUSTOMER' }, start + hourMs);
    expect(asked.firstResponse).toEqual({ leftMs: hourMs });
    expect(asked.resolution).toEqual({ leftMs: 15 * hourMs });
    const woken = changed(asked, { status: 'OPEN' }, at('2026-03-20T16:30:00Z'));
    // Half an hour is left of Friday.
    expect(woken.firstResponse).toEqual({ dueAtMs: at('2026-03-23T09:30:00Z') });
  });

  it('that is late when it is stopped is due at once when it goes on', () => {
    const late = changed(opened(), { status: 'PENDING_CUSTOMER' }, at('2026-03-12T12:00:00Z'));
    expect(late.firstResponse).toEqual({ leftMs: 0 });
    const now = at('2026-03-16T10:00:00Z');
    expect(changed(late, { status: 'OPEN' }, now).firstResponse).toEqual({ dueAtMs: now });
  });

  it('keeps when it was answered, and when it was solved', () => {
    const answered = changed(opened(), { answered: true }, start + hourMs);
    expect(answered.firstResponse.metAtMs).toBe(start + hourMs);
    expect(answered.resolution.metAtMs).toBeUndefined();
    const solved = changed(answered, { status: 'SOLVED', resolution: 'EXPLAINED' }, start + 2 * hourMs);
    expect([solved.firstResponse.metAtMs, solved.resolution.metAtMs]).toEqual([
      start + hourMs,
      start + 2 * hourMs,
    ]);
    expect(solved.resolvedAs).toBe('EXPLAINED');
  });

  it('is not solved without saying what it came to, nor against its table of states', () => {
    expect(() => changed(opened(), { status: 'SOLVED' }, start)).toThrow('resolution');
    const closed = changed(opened(), { status: 'CLOSED', resolution: 'OTHER' }, start);
    expect(() => changed(closed, { status: 'OPEN' }, start)).toThrow();
  });

  it('is left alone by a change that changes nothing', () => {
    expect(decideTicketChange(opened(), { status: 'NEW', tags: [] }, rulesAt(start))).toEqual([]);
  });
});
