import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCodes } from './codes.ts';

const careFolder = join(import.meta.dirname, '..');
/** What decides messages: everything but the table of codes, the texts, and tests. */
const deciding = ['commands', 'domain', 'routes']
  .flatMap((folder) => readdirSync(join(careFolder, folder)).map((file) => join(careFolder, folder, file)))
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.endsWith('codes.ts'))
  // Which codes are news of a parcel that turns back, or of a preview, says nothing of who tells them.
  .filter((file) => !/(judge|previewFacts)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Whether something tells a code: by its name, or by a name with an ending that says whose wish it was. */
const isTold = (code: string): boolean =>
  deciding.includes(`'${code}'`) ||
  new RegExp(`\\b${code}: '|\`${code.replace(/_BY_CUSTOMER$/, '')}\\$\\{byCustomer\\}\``).test(deciding);

describe('every code of a message', () => {
  it.each(allCodes)('%s is told by something', (code) => {
    expect(isTold(code)).toBe(true);
  });
});
