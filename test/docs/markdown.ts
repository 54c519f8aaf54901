import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const leftOut = new Set(['node_modules', '.git', 'dist', '.data']);

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Every page of the repository, by its path from the top. */
export const allPages = (): string[] => pagesIn(root).map((path) => relative(root, path));

/** Pages that speak to people who come to the repository: the top ones, docs and examples; not the generated ones. */
export const guidePages = (): string[] =>
  allPages().filter(
    (page) => !page.startsWith('docs/reference/') && /^([^/]+|docs\/.*|examples\/.*)$/.test(page),
  );

export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** A block of code of a page. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** Blocks of code in their order, without the indentation of a list they stand in. */
export function codeBlocks(text: string): CodeBlock[] {
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', body = '']) => ({
      language,
      text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** The text without its blocks of code. */
export const withoutBlocks = (text: string): string => text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** Names of npm scripts that a text tells people to run; `ci`, `start` and `test` among them. */
export const commandsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/npm (?:run ([\w:-]+)|(ci|start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    ),
  ),
];
