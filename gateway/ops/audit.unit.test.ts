import { expect, it } from 'vitest';
import { createLog } from '../../platform/log/log.ts';
import { codeOfAnswer, createAudit, denialIn } from './audit.ts';

function audit() {
  const lines: Record<string, unknown>[] = [];
  const clock = { nowMs: 0 };
  const log = createLog({
    destination: { write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>) },
  });
  const kept = createAudit(log, () => clock.nowMs);
  const refuse = (rule: string) =>
    kept.refused({
      endpoint: '/graphql',
      requestId: 'r-1',
      caller: 'subject:anna@example.test',
      address: '203.0.113.9',
      rule,
    });
  return { lines, clock, refuse, flush: () => kept.flush() };
}

it('a refusal leaves who, what and which rule, and no name', () => {
  const { lines, refuse } = audit();
  refuse('COST_TOO_HIGH');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    kind: 'audit',
    code: 'COST_TOO_HIGH',
    requestId: 'r-1',
    path: '/graphql',
    peer: '203.0.113.9',
  });
  expect(JSON.stringify(lines)).not.toContain('anna');
  expect(lines[0]).not.toHaveProperty('dropped');
});

it('a flood of one rule is counted, and hides no other rule', () => {
  const { lines, clock, refuse, flush } = audit();
  for (let at = 0; at < 8_000; at++) refuse('BAD_REQUEST');
  refuse('UNAUTHENTICATED');
  expect(lines).toHaveLength(21);
  clock.nowMs = 10_000;
  refuse('BAD_REQUEST');
  expect(lines.slice(21)).toMatchObject([
    { code: 'BAD_REQUEST', count: 7_980 },
    { code: 'BAD_REQUEST', requestId: 'r-1' },
  ]);
  for (let at = 0; at < 30; at++) refuse('BAD_REQUEST');
  flush();
  expect(lines.at(-1)).toMatchObject({ code: 'BAD_REQUEST', count: 11 });
});

it('an answer says which rule refused it, or denied some of its fields', () => {
  const answer = (code: string, data: unknown = null) =>
    JSON.stringify({ data, errors: [{ message: 'no', extensions: { code } }] });
  expect(codeOfAnswer(answer('COST_TOO_HIGH'))).toBe('COST_TOO_HIGH');
  expect(codeOfAnswer('{"errors":[]}')).toBe('BAD_USER_INPUT');
  expect(denialIn(answer('FORBIDDEN', { a: 'x'.repeat(100_000) }))).toBe('FORBIDDEN');
  expect(denialIn(answer('UNAUTHENTICATED'))).toBe('UNAUTHENTICATED');
  expect(denialIn(answer('SUBGRAPH_TIMEOUT', { text: '"code":"FORBIDDEN"' }))).toBeUndefined();
});
