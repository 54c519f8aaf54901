import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage, root } from './markdown.ts';

const folder = 'docs/decisions';
const records = readdirSync(join(root, folder))
  .filter((file) => file !== 'README.md')
  .sort();

describe('the decision records', () => {
  it('are all in the list, in their order, and nothing else is', () => {
    expect(records.length).toBeGreaterThan(5);
    const rows = [...readPage(`${folder}/README.md`).matchAll(/^\| \[(\d+)\]\(([^)]+)\) \| \S.* \|$/gm)];
    expect(rows.map(([, , file]) => file)).toEqual(records);
    expect(rows.map(([, number]) => Number(number))).toEqual(
      records.map((file) => Number.parseInt(file, 10)),
    );
  });
  it('have the number of their file in their title, and no number twice', () => {
    const numbers = records.map((file) => {
      const number = Number.parseInt(file, 10);
      expect(readPage(`${folder}/${file}`)).toMatch(new RegExp(`^# ${number}\\. \\S`));
      return number;
    });
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
