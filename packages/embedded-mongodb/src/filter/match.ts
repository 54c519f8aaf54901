import { MongoError } from '../document/errors.ts';
import { toRegExp } from '../document/pattern.ts';
import { isTrue } from '../document/truth.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { compileExpression } from '../expression/compile.ts';
import { rootScope } from '../operators/scope.ts';
import { compileJsonSchema } from './jsonSchema.ts';
import { equals, leafTest } from './leaf.ts';
import type { Leaf, Predicate, FilterOptions } from './predicate.ts';
import { testPath } from './testPath.ts';

const everything: Predicate = () => true;

/** Compiles a filter document. Throws BadValue for what is no filter. */
export function compileFilter(filter: Doc, options: FilterOptions = {}): Predicate {
  const tests: Predicate[] = [];
  for (const name of Object.keys(filter)) {
    const condition = filter[name];
    const test = name.startsWith('$')
      ? compileLogical(name, condition, options)
      : compileField(name, condition, options);
    if (test !== everything) tests.push(test);
  }
  return all(tests);
}

function all(tests: readonly Predicate[]): Predicate {
  const [first, second] = tests;
  if (!first) return everything;
  if (!second) return first;
  return (doc, position) => {
    for (const test of tests) if (!test(doc, position)) return false;
    return true;
  };
}

function compileLogical(name: string, operand: unknown, options: FilterOptions): Predicate {
  switch (name) {
    case '$and':
      return all(clauses(name, operand, options));
    case '$or': {
      const tests = clauses(name, operand, options);
      return (doc, position) => tests.some((test) => test(doc, position));
    }
    case '$nor': {
      const tests = clauses(name, operand, options);
      return (doc) => !tests.some((test) => test(doc));
    }
    case '$expr': {
      const evaluate = compileExpression(operand);
      return (doc) => isTrue(evaluate(rootScope(doc, options.variables, options.strings)));
    }
    case '$jsonSchema':
      return compileJsonSchema(operand);
    case '$comment':
      return everything;
    case '$alwaysTrue':
      return everything;
    case '$alwaysFalse':
      return () => false;
    case '$sampleRate':
      return () => Math.random() < Number(operand);
    case '$where':
      throw new MongoError(2, '$where is not supported by this server: it runs no JavaScript');
    case '$text':
      throw new MongoError(27, 'text index required for $text query');
    default:
      throw new MongoError(
        2,
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function clauses(name: string, operand: unknown, options: FilterOptions): Predicate[] {
  if (!Array.isArray(operand)) throw new MongoError(2, `${name} argument must be an array`);
  if (operand.length === 0) throw new MongoError(2, `${name} must be a nonempty array`);
  return operand.map((clause: unknown) => {
    if (!isDoc(clause)) throw new MongoError(2, `${name} argument's entries must be objects`);
    return compileFilter(clause, options);
  });
}

/** True when the value is a set of operators rather than a value to be equal to. */
export function isOperators(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false;
  for (const name in condition) return name.startsWith('$') && !['$ref', '$id', '$db'].includes(name);
  return false;
}

function compileField(name: string, condition: unknown, options: FilterOptions): Predicate {
  const path = name.includes('.') ? name.split('.') : [name];
  if (isOperators(condition)) return all(compileOperators(path, condition, options));
  return positive(path, equals(condition, options.strings));
}

function positive(path: readonly string[], leaf: Leaf): Predicate {
  return (doc, position) => testPath(doc, path, leaf, position);
}

function negative(path: readonly string[], leaf: Leaf): Predicate {
  return (doc) => !testPath(doc, path, leaf);
}

/** Compiles `{$gt: 1, $lt: 5}` and the like against one path. */
export function compileOperators(
  path: readonly string[],
  condition: Doc,
  options: FilterOptions,
): Predicate[] {
  const tests: Predicate[] = [];
  for (const name of Object.keys(condition)) {
    const operand = condition[name];
    switch (name) {
      case '$ne':
        if (isRegExpValue(operand)) throw new MongoError(2, "Can't have regex as arg to $ne.");
        tests.push(negative(path, equals(operand, options.strings)));
        break;
      case '$nin':
        tests.push(negative(path, leafTest('$in', operand, options)));
        break;
      case '$not':
        tests.push(not(path, operand, options));
        break;
      case '$all':
        tests.push(containsAll(path, operand, options));
        break;
      case '$elemMatch':
        tests.push(elementMatches(path, operand, options));
        break;
      case '$exists': {
        const exists = (value: unknown): boolean => value !== undefined;
        tests.push(isTrue(operand) ? positive(path, exists) : negative(path, exists));
        break;
      }
      case '$regex': {
        const pattern = toRegExp(operand, condition['$options']);
        tests.push(positive(path, (value) => typeof value === 'string' && pattern.test(value)));
        break;
      }
      case '$options':
        if (!('$regex' in condition)) throw new MongoError(2, '$options needs a $regex');
        break;
      case '$comment':
        break;
      case '$near':
      case '$nearSphere':
      case '$geoWithin':
      case '$geoIntersects':
      case '$within':
        throw new MongoError(
          291,
          `unable to find index for ${name} query: this server has no geospatial indexes`,
        );
      default:
        tests.push(positive(path, leafTest(name, operand, options)));
    }
  }
  return tests;
}

function isRegExpValue(value: unknown): boolean {
  return (value as { _bsontype?: string } | null | undefined)?._bsontype === 'BSONRegExp';
}

function not(path: readonly string[], operand: unknown, options: FilterOptions): Predicate {
  if (isRegExpValue(operand)) {
    const pattern = toRegExp(operand, undefined);
    return negative(path, (value) => typeof value === 'string' && pattern.test(value));
  }
  if (!isDoc(operand)) throw new MongoError(2, '$not needs a regex or a document');
  if (!isOperators(operand)) throw new MongoError(2, '$not needs a regex or a document of operators');
  const test = all(compileOperators(path, operand, options));
  return (doc) => !test(doc);
}

function containsAll(path: readonly string[], operand: unknown, options: FilterOptions): Predicate {
  if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
  if (operand.length === 0) return () => false;
  return all(
    operand.map((item: unknown) =>
      isDoc(item) && '$elemMatch' in item
        ? elementMatches(path, item['$elemMatch'], options)
        : positive(path, equals(item, options.strings)),
    ),
  );
}

function elementMatches(path: readonly string[], operand: unknown, options: FilterOptions): Predicate {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  const test = elementTest(operand, options);
  const leaf: Leaf = (value, position) => {
    if (!Array.isArray(value)) return false;
    const found = value.findIndex(test);
    if (found >= 0 && position) position.index = found;
    return found >= 0;
  };
  leaf.wholeOnly = true;
  return positive(path, leaf);
}

/** What $elemMatch asks of one array element. */
export function elementTest(operand: Doc, options: FilterOptions): (item: unknown) => boolean {
  const [first] = Object.keys(operand);
  if (isOperators(operand) && !['$and', '$or', '$nor', '$where', '$expr'].includes(first as string)) {
    // The element stands alone: an array inside the array is not looked into.
    const tests = compileOperators([], operand, options);
    return (item) => tests.every((test) => test(item as Doc));
  }
  const test = compileFilter(operand, options);
  return (item) => (isDoc(item) || Array.isArray(item)) && test(item as Doc);
}
