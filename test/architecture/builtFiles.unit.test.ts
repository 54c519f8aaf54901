import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Files of this repository, without packages, that a file loads: imports as they are written, with their suffix. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(ts.sys.readFile(file) ?? '');
  return importedFiles.map(({ fileName }) => fileName).filter((name) => /^\.{1,2}\/.*\.ts$/.test(name));
}

describe('the project that is built', () => {
  it('names all it loads itself: the compiler looks at no other times, and would leave an edit unbuilt', () => {
    const file = join(root, 'tsconfig.build.json');
    const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: unknown };
    const named = new Set(ts.parseJsonConfigFileContent(config, ts.sys, root).fileNames);
    const missing = new Set<string>();
    for (const from of named)
      for (const name of importsOf(from)) {
        const loaded = join(dirname(from), name);
        if (!named.has(loaded)) missing.add(`${relative(root, loaded)}, which ${relative(root, from)} loads`);
      }
    expect(named.size).toBeGreaterThan(500);
    expect([...missing]).toEqual([]);
  });
});
