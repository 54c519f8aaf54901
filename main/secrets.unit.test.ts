import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { openSecrets } from './secrets.ts';

describe('the secrets of a data folder', () => {
  let dir = '';
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'promesse-secrets-'))));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const open = (env: Record<string, string> = {}) => openSecrets(readConfig(['--data', dir], env));
  const file = () => join(dir, 'dev-secrets.json');

  it('are made once, for the owner alone, and kept', () => {
    const first = open();
    expect(open()).toEqual(first);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(3);
  });
  it('of before the rename still serve', () => {
    writeFileSync(file(), JSON.stringify({ room: 'old-secret', handle: 'h', webhook: 'w' }));
    expect(open()).toEqual({ subgraph: 'old-secret', handle: 'h', webhook: 'w' });
  });
  it('give way to settings', () => {
    const mine = 'x'.repeat(32);
    expect(open({ SUBGRAPH_SECRET: mine }).subgraph).toBe(mine);
  });
  it('are not made in production', () => {
    expect(() => open({ NODE_ENV: 'production' })).toThrow('Production needs SUBGRAPH_SECRET');
  });
});
