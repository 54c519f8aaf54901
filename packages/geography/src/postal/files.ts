import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPostalTable, type PostalArea } from './table.ts';
import type { PostalAreas } from './locate.ts';

const packaged = fileURLToPath(new URL('../../data/postal', import.meta.url));

/** File of a country's table in a folder of such tables. */
export const tableFile = (folder: string, country: string): string =>
  join(folder, `${country.toLowerCase()}.tsv`);

function read(folder: string, country: string): Map<string, PostalArea> | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  try {
    return readPostalTable(readFileSync(tableFile(folder, country), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Tables from files, each country's read when it is first asked for. A country that was imported with more precision
 * is taken from there, any other from the table that comes along.
 * @param imported folder of imported tables, if any.
 */
export function postalFiles(imported?: string): PostalAreas {
  const known = new Map<string, Map<string, PostalArea> | undefined>();
  return (country) => {
    if (known.has(country)) return known.get(country);
    const own = imported === undefined ? undefined : read(imported, country);
    const table = own ?? read(packaged, country);
    known.set(country, table);
    return table;
  };
}
