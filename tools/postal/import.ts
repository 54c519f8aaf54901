import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { derivePostalAreas, type PostalPoint } from '@promesse/geography/postal/derive';
import { tableFile } from '@promesse/geography/postal/files';
import { writePostalTable } from '@promesse/geography/postal/table';
import { readGeoNames } from './rows.ts';

/**
 * Takes over postal codes in GeoNames' form (https://download.geonames.org/export/zip/): makes a table of each country
 * in it, in the folder `postal` of the data folder. Every process that answers promises reads it when it starts.
 */
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    data: { type: 'string', default: '.data' },
  },
});
if (values.file === undefined) throw new Error('npm run import:postal -- --file TSV [--data FOLDER]');
const byCountry = new Map<string, PostalPoint[]>();
let refused = 0;
for await (const line of createInterface({ input: createReadStream(values.file), crlfDelay: Infinity })) {
  const row = readGeoNames(line).next().value;
  if (row === undefined) {
    refused++;
    continue;
  }
  const rows = byCountry.get(row.country);
  if (rows === undefined) byCountry.set(row.country, [row]);
  else rows.push(row);
}
if (byCountry.size === 0)
  throw new Error('No row of the file has twelve columns with a code and coordinates.');
const folder = join(values.data, 'postal');
mkdirSync(folder, { recursive: true });
for (const [country, rows] of byCountry) {
  const areas = derivePostalAreas(country, rows);
  writeFileSync(tableFile(folder, country), writePostalTable(areas));
  console.log(`${country}: ${rows.length} rows, ${areas.length} areas.`);
}
if (refused > 0) console.log(`${refused} lines had no code or no coordinates and were left out.`);
