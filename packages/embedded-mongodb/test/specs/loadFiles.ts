import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BSON } from 'mongodb';
import type { SpecFile } from './format.ts';

const { EJSON } = BSON;

/** Every `.json` file below `dir` in name order, read as Extended JSON. Throws when a file is not in the format. */
export async function loadFiles(dir: string): Promise<SpecFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map((path) => loadFile(dir, path)));
}

async function loadFile(dir: string, path: string): Promise<SpecFile> {
  const file = EJSON.parse(await readFile(path, 'utf8')) as Omit<SpecFile, 'path'>;
  if (!file.schemaVersion?.startsWith('1.') || !Array.isArray(file.tests)) {
    throw new Error(`${path}: not a unified-format file of schema version 1`);
  }
  return { ...file, path: relative(dir, path) };
}
