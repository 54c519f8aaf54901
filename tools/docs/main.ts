import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { referencePages } from './referencePages.ts';

const root = join(import.meta.dirname, '../..');
const reference = join(root, 'docs/reference');

/** Every file that is there; all of docs/reference is generated. */
const present = (): string[] =>
  existsSync(reference)
    ? readdirSync(reference, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** Writes docs/reference; with --check, only says which files have drifted and fails. */
function main(check: boolean): void {
  const wanted = new Map([...referencePages()].map(([file, text]) => [join(reference, file), text]));
  const changed = [...wanted].filter(
    ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
  );
  const left = present().filter((file) => !wanted.has(file));
  const named = [...changed.map(([file]) => file), ...left].map((file) => relative(root, file));
  if (check && named.length > 0) {
    console.error(`These pages differ from the code; run npm run docs:\n${named.join('\n')}`);
    process.exitCode = 1;
  }
  if (check) return;
  for (const [file, text] of changed) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const file of left) rmSync(file);
  for (const file of named) console.log(`wrote ${file}`);
}

main(process.argv.includes('--check'));
