import { describe, expect, it } from 'vitest';
import {
  decideTicketChange,
  decideWake,
  dueTimes,
  isDueSoon,
  isOverdue,
  type DeskRules,
  type TicketChange,
} from './decideTicket.ts';
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

  it('is due soon in the last open hour before a time that runs, not before, and not once it has passed', () => {
    // Opened on a Friday at 16:00: to be answered on Monday at 10:00, two open hours later.
    const friday = at('2026-03-13T16:00:00Z');
    const soon = (ticket: TicketState, nowMs: number) => isDueSoon(ticket, rulesAt(nowMs), hourMs);
    expect(soon(opened(friday), friday + hourMs / 2)).toBe(false);
    // All weekend one open hour is left.
    expect(soon(opened(friday), at('2026-03-14T12:00:00Z'))).toBe(true);
    expect(soon(opened(friday), at('2026-03-16T10:00:00Z'))).toBe(true);
    const late = at('2026-03-16T10:00:01Z');
    expect([soon(opened(friday), late), isOverdue(opened(friday), late)]).toEqual([false, true]);
    const answered = changed(opened(friday), { answered: true }, friday);
    expect(soon(answered, at('2026-03-14T12:00:00Z'))).toBe(false);
    const asked = changed(opened(friday), { status: 'PENDING_CUSTOMER' }, friday);
    expect(soon(asked, at('2026-03-16T09:30:00Z'))).toBe(false);
  });

  it('is put off until a moment later than now, with its clocks going on, and opens again then', () => {
    const until = start + 48 * hourMs;
    const wrong = [
      { status: 'SNOOZED' },
      { status: 'SNOOZED', snoozedUntilMs: start },
      { snoozedUntilMs: until },
      { status: 'OPEN', snoozedUntilMs: until },
    ] as const;
    for (const change of wrong) expect(() => changed(opened(), change, start)).toThrow('says until when');
    const asleep = changed(opened(), { status: 'SNOOZED', snoozedUntilMs: until }, start);
    expect(asleep).toMatchObject({ status: 'SNOOZED', snoozedUntilMs: until });
    expect(asleep.resolution).toEqual(opened().resolution);
    expect(changed(asleep, { priority: 'HIGH' }, until + 1)).toMatchObject({ snoozedUntilMs: until });
    expect(decideWake(asleep, rulesAt(until - 1))).toEqual([]);
    const [woken] = decideWake(asleep, rulesAt(until));
    expect(woken?.data).toMatchObject({ status: 'OPEN' });
    expect(changed(asleep, { status: 'OPEN' }, until)).not.toHaveProperty('snoozedUntilMs');
    expect(decideWake(opened(), rulesAt(until))).toEqual([]);
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
