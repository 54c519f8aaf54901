import { readFileSync } from 'node:fs';

/** The flags of Node that `npm start` gives the product, as package.json has them: what is measured is what users start. */
export function startFlags(): readonly string[] {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Readonly<Record<string, string>> };
  const [, flags] = /^node (.*)--conditions=source --import tsx main\.ts$/.exec(scripts['start'] ?? '') ?? [];
  if (flags === undefined) throw new Error('The script `start` of package.json is not written as expected.');
  return flags.split(' ').filter((flag) => flag !== '');
}
