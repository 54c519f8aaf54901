import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { derivePostalAreas } from '@promesse/geography/postal/derive';
import { tableFile } from '@promesse/geography/postal/files';
import { writePostalTable } from '@promesse/geography/postal/table';
import { readMeans } from './rows.ts';

/**
 * Derives the compact tables of `packages/geography/data/postal` from a folder with one TSV for each country:
 * postal_code, places, latitude, longitude and more, as means of the GeoNames postal files (CC BY 4.0).
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('npm run derive:postal -- --data FOLDER');
const folder = fileURLToPath(new URL('../../packages/geography/data/postal', import.meta.url));
mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const file of readdirSync(values.data).filter((name) => /^[a-z]{2}\.tsv$/.test(name))) {
  const country = basename(file, '.tsv').toUpperCase();
  const areas = derivePostalAreas(country, readMeans(readFileSync(join(values.data, file), 'utf8')));
  const text = writePostalTable(areas);
  writeFileSync(tableFile(folder, country), text);
  bytes += text.length;
  console.log(`${country} ${areas.length} areas, ${text.length} bytes`);
}
console.log(`${bytes} bytes`);
