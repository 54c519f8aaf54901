import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../schema/errorCodes.ts';
import { commandsIn, guidePages, readPage } from '../docs/markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'generated'].includes(entry.name) ? [] : sources(path);
    return path.endsWith('.ts') && !path.includes('.test.') ? [path] : [];
  });
}

describe('the application', () => {
  it('keeps its import rules', () => {
    const [, ...args] = (scripts['architecture'] ?? '').split(' ');
    const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toMatch(/no dependency violations found/);
    expect(status).toBe(0);
  }, 120_000);

  it('reads the environment in config.ts and main.ts alone', () => {
    const readers = ['main', 'schema', 'platform', 'gateway', 'subgraphs', 'retailer', 'tools']
      .flatMap(sources)
      .filter((file) => !/(^|\/)\w*[cC]onfig\.ts$/.test(file) && read(file).includes('process.env'));
    expect(readers).toEqual([]);
  });
});

describe('the pages', () => {
  it('name every error code, and no other', () => {
    const text = readPage('docs/reference/error-codes.md');
    const named = [...text.matchAll(/^\| `?([A-Z_]+)`? \|/gm)].map((row) => row[1]);
    expect(named.sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it('name only commands that exist', () => {
    const named = guidePages().flatMap((page) =>
      commandsIn(readPage(page)).map((command) => ({ page, command })),
    );
    expect(named.length).toBeGreaterThan(20);
    const exists = (command: string): boolean => command === 'ci' || scripts[command] !== undefined;
    expect(named.filter(({ command }) => !exists(command))).toEqual([]);
  });
});
