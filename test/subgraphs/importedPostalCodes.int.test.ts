import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../support/npm.ts';
import { openTradingApplication } from '../support/tradingApplication.ts';

interface Answer {
  readonly destination: { readonly precision: string; readonly fallback: boolean };
  readonly options: readonly {
    readonly methodType: string;
    readonly collectAt: { readonly id: string; readonly distanceMetres: number } | null;
  }[];
}

/** A row in GeoNames' form. */
const row = (code: string, place: string, latitude: number, longitude: number): string =>
  ['FR', code, place, '', '', '', '', '', '', latitude, longitude, 6].join('\t');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a shop would be told for a postal code that no table of ours has. */
async function promised(postalFolder?: string): Promise<Answer> {
  const application = await openTradingApplication(postalFolder === undefined ? {} : { postalFolder });
  try {
    await application.sell({ sku: 'lamp' });
    await application.stock('lamp', 'store', 9);
    const query = `query($input: PromiseInput!) { promise(input: $input) { destination { precision fallback }
      options { methodType collectAt { id distanceMetres } } } }`;
    const destination = { country: 'FR', postalCode: '59999' };
    const input = { channel: 'web', currency: 'EUR', destination, lines: [{ sku: 'lamp', quantity: 1 }] };
    return (await application.ok<{ promise: Answer }>('promise', query, { input })).promise;
  } finally {
    await application.stop();
  }
}

it('a promise is as precise as the postal codes that were imported', async () => {
  const before = await promised();
  expect(before.destination.precision).not.toBe('POSTCODE');
  const file = join(folder, 'codes.tsv');
  // A quarter around the store, dense enough to be known well; a line without coordinates, and one that is none.
  const rows = [
    ...[row('59999', 'New Quarter', 48.861, 2.351), row('59999', 'Market', 48.8611, 2.3511)],
    ...[row('59998', 'Mill', 48.87, 2.36), row('59996', 'Bridge', 48.855, 2.36)],
    ...[row('59997', 'Hill', 48.85, 2.34), row('59995', 'Park', 48.865, 2.34)],
  ];
  writeFileSync(file, [...rows, 'FR\t59998\tNowhere', 'no row at all', ''].join('\n'));
  const command = runCommand(`npm run -s import:postal -- --file ${file} --data ${folder}`);
  expect(await command.ended).toBe(0);
  expect(command.output()).toContain('FR: 6 rows');
  expect(command.output()).toContain('2 lines had no code or no coordinates');
  const after = await promised(join(folder, 'postal'));
  expect(after.destination).toEqual({ precision: 'POSTCODE', fallback: false });
  const inStore = ({ options }: Answer) =>
    options.find(({ methodType }) => methodType === 'RESERVE_AND_COLLECT')?.collectAt;
  expect(inStore(before)).toBeUndefined();
  expect(inStore(after)).toMatchObject({ id: 'store' });
  expect(inStore(after)?.distanceMetres).toBeLessThan(1_000);
});

it('a file without a usable row is refused, and nothing is written', async () => {
  const file = join(folder, 'empty.tsv');
  writeFileSync(file, 'postal_code\tplaces\n75001\tParis\n');
  const command = runCommand(`npm run -s import:postal -- --file ${file} --data ${join(folder, 'none')}`);
  expect(await command.ended).not.toBe(0);
  expect(command.output()).toContain('No row of the file has twelve columns');
});
