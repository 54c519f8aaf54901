import { describe, expect, it } from 'vitest';
import { readPage } from './markdown.ts';

const { packages } = JSON.parse(readPage('package-lock.json')) as {
  packages: Record<string, { version?: string }>;
};
const rows = [
  ...readPage('docs/decisions/0006-pins.md').matchAll(/^\| ([@\w/, -]+) \| ([^|]+) \| [^|]+ \|$/gm),
]
  .map(([, names = '', versions = '']) => ({ names: names.split(', '), versions: versions.split(/, /) }))
  .filter(({ names }) => !['Package', '---'].includes(names[0] ?? ''));

describe('the list of pins', () => {
  it('says what is installed', () => {
    expect(rows.length).toBeGreaterThan(8);
    const wrong = rows.flatMap(({ names, versions }) =>
      names.flatMap((name) => {
        const installed = packages[`node_modules/${name}`]?.version ?? 'not installed';
        const isSaid = versions.some((version) => installed.startsWith(version.replace(/^\^/, '').trim()));
        return isSaid ? [] : [`${name} ${installed}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
