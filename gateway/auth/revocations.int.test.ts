import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { silentLog } from '../../platform/log/log.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import { openRevocations } from './revocations.ts';

const folder = mkdtempSync(join(tmpdir(), 'revocations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('subjects and single tokens are withdrawn by a file, also while it is read wrong', async () => {
  const file = join(folder, 'list.json');
  writeFileSync(file, '{"subjects":["s-1"]}');
  const list = openRevocations(file, silentLog());
  expect([list.isRevoked({ sub: 's-1' }), list.isRevoked({ sub: 's-2', jti: 't-1' })]).toEqual([true, false]);
  writeFileSync(file, '{"tokens":["t-1"]}');
  await waitFor('the change', () => list.isRevoked({ sub: 's-2', jti: 't-1' }));
  expect(list.isRevoked({ sub: 's-1' })).toBe(false);
  writeFileSync(file, '{"token":["t-1"]}');
  writeFileSync(`${file}.other`, '');
  expect(list.isRevoked({ jti: 't-1' })).toBe(true);
  list.close();
});

it('a list that cannot be read stops the start', () => {
  const file = join(folder, 'bad.json');
  writeFileSync(file, '[]');
  expect(() => openRevocations(file, silentLog())).toThrow();
});
