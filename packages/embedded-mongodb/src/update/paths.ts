import type { Editor } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import { isIndex } from '../document/path.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { elementTest, isOperators } from '../filter/match.ts';

/** Compiled array filters, by their identifier. */
export type ArrayFilters = ReadonlyMap<string, (item: unknown) => boolean>;

/** Compiles `arrayFilters`: each names one identifier, alone or before a dotted path. */
export function compileArrayFilters(filters: readonly unknown[]): ArrayFilters {
  const compiled = new Map<string, (item: unknown) => boolean>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw new MongoError(14, 'arrayFilters must be documents');
    const identifiers = new Set<string>();
    const test = elementPredicate(filter, identifiers);
    const [identifier] = identifiers;
    if (identifier === undefined || identifiers.size !== 1)
      throw new MongoError(
        9,
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${[...identifiers].map((name) => `'${name}'`).join(' and ')}`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier))
      throw new MongoError(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    if (compiled.has(identifier))
      throw new MongoError(
        9,
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    compiled.set(identifier, test);
  }
  return compiled;
}

function elementPredicate(filter: Doc, identifiers: Set<string>): (item: unknown) => boolean {
  const tests = Object.entries(filter).map(([name, condition]) => {
    if (name === '$and' || name === '$or' || name === '$nor') {
      const parts = (condition as Doc[]).map((part) => elementPredicate(part, identifiers));
      if (name === '$and') return (item: unknown) => parts.every((part) => part(item));
      if (name === '$or') return (item: unknown) => parts.some((part) => part(item));
      return (item: unknown) => !parts.some((part) => part(item));
    }
    const [identifier = '', ...rest] = name.split('.');
    identifiers.add(identifier);
    if (rest.length) return elementTest({ [rest.join('.')]: condition }, {});
    return elementTest(isOperators(condition) ? condition : { $eq: condition }, {});
  });
  return (item) => tests.every((test) => test(item));
}

/** The concrete paths an update path with `$`, `$[]` and `$[name]` stands for in one document. */
export function concretePaths(
  editor: Editor,
  path: readonly string[],
  filters: ArrayFilters,
  position: number | undefined,
): string[][] {
  let paths: string[][] = [[]];
  for (const name of path) {
    if (name === '$') {
      if (position === undefined)
        throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
      for (const each of paths) each.push(String(position));
    } else if (name.startsWith('$[') && name.endsWith(']')) {
      const identifier = name.slice(2, -1);
      const test = identifier === '' ? () => true : filters.get(identifier);
      if (!test)
        throw new MongoError(
          2,
          `No array filter found for identifier '${identifier}' in path '${path.join('.')}'`,
        );
      paths = paths.flatMap((each) =>
        elements(editor, each, path).flatMap((item, i) => (test(item) ? [[...each, String(i)]] : [])),
      );
    } else for (const each of paths) each.push(name);
  }
  return paths;
}

function elements(editor: Editor, path: readonly string[], whole: readonly string[]): unknown[] {
  const value = editor.peek(path);
  if (Array.isArray(value)) return value;
  if (value === undefined)
    throw new MongoError(
      2,
      `The path '${path.join('.')}' must exist in the document in order to apply array updates.`,
    );
  throw new MongoError(
    2,
    `Cannot apply array updates to non-array element ${path.join('.')} of ${whole.join('.')}`,
  );
}

export { isIndex };
