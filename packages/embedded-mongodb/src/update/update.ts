import { sameValue } from '../document/compare.ts';
import type { Edit } from '../document/editor.ts';
import { Editor, remove } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import { show } from '../document/show.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, typeName } from '../document/types.ts';
import { updatePipeline } from '../pipeline/updatePipeline.ts';
import { compileEdit } from './operators.ts';
import { compileArrayFilters, concretePaths } from './paths.ts';

/** A compiled update. */
export interface Update {
  /** True when the document is replaced as a whole. */
  readonly replaces: boolean;
  /** The document as it will be; `position` is where the filter matched inside an array. */
  apply(doc: Doc, position: number | undefined, inserting: boolean): Doc;
}

/** What besides the update itself the command said. */
export interface UpdateOptions {
  readonly arrayFilters?: readonly unknown[] | undefined;
  readonly variables?: Doc | undefined;
}

/** Compiles an update: operators, a replacement or a pipeline. Throws for what is none. */
export function compileUpdate(update: unknown, options: UpdateOptions = {}): Update {
  if (Array.isArray(update)) {
    if (options.arrayFilters)
      throw new MongoError(9, 'arrayFilters may not be specified for pipeline-syle updates');
    const run = updatePipeline(update, options.variables);
    return { replaces: false, apply: (doc) => keepId(doc, run(doc)) };
  }
  if (!isDoc(update)) throw new MongoError(9, `Update argument must be either an object or an array`);
  const [first] = Object.keys(update);
  if (!first?.startsWith('$')) return replacement(update, options);
  return operators(update, options);
}

function replacement(update: Doc, options: UpdateOptions): Update {
  if (options.arrayFilters?.length)
    throw new MongoError(9, 'arrayFilters may not be specified for replacements');
  return {
    replaces: true,
    apply(doc) {
      if ('_id' in update && '_id' in doc && !sameValue(update['_id'], doc['_id']))
        throw immutableId('replacement');
      return '_id' in doc ? { _id: doc['_id'], ...without(update, '_id') } : update;
    },
  };
}

function without(doc: Doc, field: string): Doc {
  if (!(field in doc)) return doc;
  const rest = { ...doc };
  delete rest[field];
  return rest;
}

function immutableId(what: string): MongoError {
  return new MongoError(
    66,
    what === 'replacement'
      ? "After applying the update, the (immutable) field '_id' was found to have been altered"
      : "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function keepId(before: Doc, after: Doc): Doc {
  if (!('_id' in before)) return after;
  if (!('_id' in after)) return { _id: before['_id'], ...after };
  if (!sameValue(before['_id'], after['_id'])) throw immutableId('update');
  return after;
}

interface Step {
  readonly path: readonly string[];
  readonly edit: Edit;
  readonly onlyOnInsert: boolean;
  readonly renameTo?: readonly string[];
}

function operators(update: Doc, options: UpdateOptions): Update {
  const moment = { now: new Date() };
  const filters = compileArrayFilters(options.arrayFilters ?? []);
  const steps: Step[] = [];
  const used = new Set<string>();
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$'))
      throw new MongoError(
        9,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Unknown modifier: ${name}`,
      );
    if (!isKnown(name))
      throw new MongoError(
        9,
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDoc(fields))
      throw new MongoError(
        9,
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${show(fields)}}`,
      );
    for (const [field, operand] of Object.entries(fields))
      steps.push(...compileSteps(name, field, operand, moment));
  }
  for (const { path } of steps)
    for (const part of path) if (/^\$\[.+\]$/.test(part)) used.add(part.slice(2, -1));
  for (const identifier of filters.keys())
    if (!used.has(identifier))
      throw new MongoError(
        9,
        `The array filter for identifier '${identifier}' was not used in the update ${show(update)}`,
      );
  checkConflicts(steps);
  steps.sort((a, b) => comparePaths(a.path, b.path));
  return {
    replaces: false,
    apply(doc, position, inserting) {
      const editor = new Editor(doc);
      for (const step of steps) {
        if (step.onlyOnInsert && !inserting) continue;
        if (step.renameTo) rename(editor, step);
        else
          for (const path of concretePaths(editor, step.path, filters, position))
            editor.edit(path, step.edit);
      }
      const before = doc['_id'];
      if (before !== undefined && !sameValue(before, editor.root['_id'])) throw immutableId('update');
      return editor.root;
    },
  };
}

function isKnown(name: string): boolean {
  return [
    '$set',
    '$setOnInsert',
    '$unset',
    '$inc',
    '$mul',
    '$min',
    '$max',
    '$push',
    '$addToSet',
    '$pull',
    '$pullAll',
    '$pop',
    '$bit',
    '$currentDate',
    '$rename',
  ].includes(name);
}

function compileSteps(name: string, field: string, operand: unknown, moment: { now: Date }): Step[] {
  if (field === '') throw new MongoError(56, 'An empty update path is not valid.');
  const path = field.split('.');
  if (path.includes(''))
    throw new MongoError(
      56,
      `The update path '${field}' contains an empty field name, which is not allowed.`,
    );
  if (path[0]?.startsWith('$'))
    throw new MongoError(
      path[0] === '$' || path[0].startsWith('$[') ? 2 : 52,
      `The dollar ($) prefixed field '${path[0]}' in '${field}' is not valid for storage.`,
    );
  if (name === '$rename') {
    if (typeof operand !== 'string')
      throw new MongoError(2, `The 'to' field for $rename must be a string: ${field}: ${show(operand)}`);
    if (operand === field)
      throw new MongoError(2, `The source and target field for $rename must differ: ${field}: "${field}"`);
    return [
      { path, edit: () => remove, onlyOnInsert: false, renameTo: operand.split('.') },
      { path: operand.split('.'), edit: (current) => current, onlyOnInsert: true },
    ];
  }
  const edit = compileEdit(name, operand, field, moment) as Edit;
  return [{ path, edit, onlyOnInsert: name === '$setOnInsert' }];
}

function rename(editor: Editor, step: Step): void {
  for (const path of [step.path, step.renameTo as readonly string[]])
    for (let i = 1; i < path.length; i++)
      if (Array.isArray(editor.peek(path.slice(0, i))))
        throw new MongoError(
          2,
          `The source and destination field of $rename cannot be an array element: '${path.join('.')}'`,
        );
  const value = editor.peek(step.path);
  if (value === undefined) return;
  editor.edit(step.path, () => remove);
  editor.edit(step.renameTo as readonly string[], () => value);
}

function checkConflicts(steps: readonly Step[]): void {
  const paths = steps.map((step) => step.path.join('.')).sort();
  for (let i = 1; i < paths.length; i++) {
    const [before, path] = [paths[i - 1] as string, paths[i] as string];
    if (path === before || path.startsWith(`${before}.`))
      throw new MongoError(40, `Updating the path '${path}' would create a conflict at '${before}'`);
  }
  const all = new Set(paths);
  for (const path of paths)
    for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1))
      if (all.has(path.slice(0, at)))
        throw new MongoError(
          40,
          `Updating the path '${path}' would create a conflict at '${path.slice(0, at)}'`,
        );
}

/** New fields appear in the order of their names, numbers as numbers. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
