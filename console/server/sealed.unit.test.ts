import { describe, expect, it } from 'vitest';
import { createSealed } from './sealed.ts';

describe('a sealed value', () => {
  let now = 1_000;
  const open = createSealed('a secret', 'sessions', () => now);
  it('is read by whoever has the secret, until its time is over', () => {
    const text = open.seal({ role: 'agent' }, 2_000);
    expect(text).not.toContain('agent');
    expect(createSealed('a secret', 'sessions', () => now).open(text)).toEqual({ role: 'agent' });
    now = 2_000;
    expect(open.open(text)).toBeUndefined();
    now = 1_000;
  });
  it('is not read with another secret, for another purpose, or after a change of any letter', () => {
    const text = open.seal({ role: 'agent' }, 2_000);
    expect(createSealed('another', 'sessions', () => now).open(text)).toBeUndefined();
    expect(createSealed('a secret', 'states', () => now).open(text)).toBeUndefined();
    const changed = [...text].flatMap((letter, at) => {
      const other = `${text.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      // The last letter of base64 may hold bits that say nothing.
      return Buffer.from(other, 'base64url').equals(Buffer.from(text, 'base64url')) ? [] : [other];
    });
    expect(changed.filter((other) => open.open(other) !== undefined)).toEqual([]);
    for (const nonsense of ['', 'x', 'AAAA', text.slice(0, 20)]) expect(open.open(nonsense)).toBeUndefined();
  });
});
