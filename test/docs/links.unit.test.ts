import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages, guidePages, readPage, root, withoutBlocks } from './markdown.ts';

const isThere = (path: string): boolean => existsSync(join(root, path));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Where the relative links of a page lead, from the top. */
const linksOf = (page: string): string[] =>
  [...withoutBlocks(readPage(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(page), target)));

/** Paths that a page names in code, from the top: `main/config.ts`; not patterns such as `subgraphs/<name>`. */
const pathsOf = (page: string): string[] =>
  [...withoutBlocks(readPage(page)).matchAll(/`([\w.-]+\/[\w./-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => folders.includes(path.split('/')[0] ?? ''));

describe('the pages', () => {
  it('link only to what is there', () => {
    const links = allPages().flatMap((page) => linksOf(page).map((target) => ({ page, target })));
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter(({ target }) => !isThere(target))).toEqual([]);
  });

  it('name only files that are there', () => {
    const paths = guidePages().flatMap((page) => pathsOf(page).map((path) => ({ page, path })));
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter(({ path }) => !isThere(path))).toEqual([]);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached)
      for (const target of linksOf(page)) if (target.endsWith('.md') && isThere(target)) reached.add(target);
    // Decisions are found by their numbers.
    const own = guidePages().filter((page) => !/^(\.|docs\/decisions\/\d)/.test(page));
    expect(own.filter((page) => !reached.has(page))).toEqual([]);
  });

  it('begin with a README that is read in five minutes', () => {
    expect(readPage('README.md').split('\n').length).toBeLessThanOrEqual(101);
  });
});
