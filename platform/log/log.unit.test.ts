import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function recorded(): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return {
    lines,
    log: createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
  };
}

describe('the log', () => {
  it('drops what is not on the list, and says that it did', () => {
    const { lines, log } = recorded();
    log.info(
      { requestId: 'r-1', email: 'jane@example.org', address: { street: 'Main St' }, variables: { a: 1 } },
      'done',
    );
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: 'r-1',
      dropped: ['email', 'address', 'variables'],
    });
    expect(lines[0]).not.toMatch(/jane|Main/);
  });
  it('hashes the subject', () => {
    const { lines, log } = recorded();
    log.info({ subject: 'shopper-42' }, 'a');
    log.child({ subject: 'shopper-42' }).warn({}, 'b');
    const [first, second] = lines.map((line) => JSON.parse(line) as { subject: string });
    expect(first?.subject).toHaveLength(12);
    expect(second?.subject).toBe(first?.subject);
    expect(lines.join('')).not.toContain('shopper-42');
  });
  it('keeps kind and place of an error, not what somebody typed', () => {
    const { lines, log } = recorded();
    const error = new TypeError(
      'E11000 dup key: { email: "jane@example.org" } at mongodb://user:pw@host/db for "Jane Doe" phone +33 6 12 34 56 78',
    );
    log.error({ error }, 'failed');
    expect(lines[0]).not.toMatch(/jane|Jane|pw@|12 34/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      error: { type: 'TypeError', stack: expect.stringContaining('at ') as string },
    });
  });
  it('does not let an object in under an allowed name', () => {
    const { lines, log } = recorded();
    log.info({ reason: { email: 'jane@example.org' } }, 'x');
    expect(lines[0]).not.toContain('jane');
  });

  const forgeries = [
    'a\r\n{"level":50}',
    'a\u001b[31mred',
    'a\u009b2J',
    'a\u2028b',
    'a\u0085b',
    'a\u202eb',
    'a\u0000b',
    'a\u007fb',
  ];
  it.each(forgeries)('writes %j as one line of printable characters, wherever it stands', (text) => {
    const { lines, log } = recorded();
    const error = Object.assign(new Error(text), { code: text, name: text });
    log.child({ path: text }).warn({ requestId: text, reason: text, subject: text, [text]: 1, error }, text);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/);
    const line = JSON.parse(lines[0] ?? '') as Record<string, string>;
    // Nor when the line is read again by a program that prints it.
    expect([line['requestId'], line['path'], line['msg']].join('')).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/,
    );
  });
  it('bounds what it writes', () => {
    const { lines, log } = recorded();
    log.warn({ requestId: 'x'.repeat(200_000) }, 'y'.repeat(200_000));
    expect(lines[0]?.length).toBeLessThan(5_000);
  });
  it('does not take lines of a message for places of an error', () => {
    const { lines, log } = recorded();
    log.error(
      { error: new Error('no\n    at forged (jane@example.org:1:1)\n    at again (x:1:1)') },
      'failed',
    );
    const { error } = JSON.parse(lines[0] ?? '') as { error: { stack: string } };
    expect(error.stack).toContain('at ');
    expect(error.stack).not.toMatch(/forged|again|jane/);
  });
});
