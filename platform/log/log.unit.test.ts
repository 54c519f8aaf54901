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
});
