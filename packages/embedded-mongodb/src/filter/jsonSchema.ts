import { compareNumbers, sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { isNumeric } from '../document/numbers.ts';
import { toNumber } from '../document/toNumber.ts';
import { typeNames } from '../document/typeNames.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, typeName } from '../document/types.ts';

type Check = (value: unknown) => boolean;

/** Compiles MongoDB's dialect of JSON Schema, draft 4 with bsonType. */
export function compileJsonSchema(schema: unknown): (doc: Doc) => boolean {
  return compile(schema);
}

function compile(schema: unknown): Check {
  if (!isDoc(schema)) throw new MongoError(14, '$jsonSchema must be an object');
  const checks = Object.entries(schema).map(([keyword, operand]) => compileKeyword(keyword, operand, schema));
  return (value) => checks.every((check) => check(value));
}

const jsonTypes: { [name: string]: string[] } = {
  object: ['object'],
  array: ['array'],
  number: ['int', 'long', 'double', 'decimal'],
  boolean: ['bool'],
  string: ['string'],
  null: ['null'],
};

function whenDoc(check: (doc: Doc) => boolean): Check {
  return (value) => !isDoc(value) || check(value);
}
function whenArray(check: (items: unknown[]) => boolean): Check {
  return (value) => !Array.isArray(value) || check(value);
}
function whenText(check: (text: string) => boolean): Check {
  return (value) => typeof value !== 'string' || check(value);
}
function whenNumber(check: (value: unknown) => boolean): Check {
  return (value) => !isNumeric(value) || check(value);
}
function list(operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new MongoError(14, '$jsonSchema keyword needs an array');
  return operand;
}

function compileKeyword(keyword: string, operand: unknown, schema: Doc): Check {
  switch (keyword) {
    case 'bsonType': {
      const names = typeNames(operand);
      return (value) => names.has(typeName(value));
    }
    case 'type': {
      const names = new Set(
        list(Array.isArray(operand) ? operand : [operand]).flatMap((name) => jsonTypes[String(name)] ?? []),
      );
      return (value) => names.has(typeName(value));
    }
    case 'required':
      return whenDoc((doc) => list(operand).every((name) => Object.hasOwn(doc, name as string)));
    case 'properties': {
      const properties = Object.entries(operand as Doc).map(([name, each]) => [name, compile(each)] as const);
      return whenDoc((doc) =>
        properties.every(([name, check]) => !Object.hasOwn(doc, name) || check(doc[name])),
      );
    }
    case 'patternProperties': {
      const patterns = Object.entries(operand as Doc).map(
        ([name, each]) => [new RegExp(name, 'u'), compile(each)] as const,
      );
      return whenDoc((doc) =>
        Object.keys(doc).every((name) =>
          patterns.every(([pattern, check]) => !pattern.test(name) || check(doc[name])),
        ),
      );
    }
    case 'additionalProperties':
      return additionalProperties(operand, schema);
    case 'items':
      return items(operand, schema);
    case 'enum':
      return (value) => list(operand).some((each) => sameValue(each, value));
    case 'allOf': {
      const all = list(operand).map(compile);
      return (value) => all.every((check) => check(value));
    }
    case 'anyOf': {
      const any = list(operand).map(compile);
      return (value) => any.some((check) => check(value));
    }
    case 'oneOf': {
      const one = list(operand).map(compile);
      return (value) => one.filter((check) => check(value)).length === 1;
    }
    case 'not': {
      const inner = compile(operand);
      return (value) => !inner(value);
    }
    default:
      return compileBound(keyword, operand, schema);
  }
}

function compileBound(keyword: string, operand: unknown, schema: Doc): Check {
  switch (keyword) {
    case 'minimum':
      return whenNumber(
        (value) => compareNumbers(value, operand) >= (schema['exclusiveMinimum'] === true ? 1 : 0),
      );
    case 'maximum':
      return whenNumber(
        (value) => compareNumbers(value, operand) <= (schema['exclusiveMaximum'] === true ? -1 : 0),
      );
    case 'multipleOf':
      return whenNumber((value) => toNumber(value) % toNumber(operand) === 0);
    case 'minLength':
      return whenText((text) => [...text].length >= toNumber(operand));
    case 'maxLength':
      return whenText((text) => [...text].length <= toNumber(operand));
    case 'pattern': {
      const pattern = new RegExp(String(operand), 'u');
      return whenText((text) => pattern.test(text));
    }
    case 'minItems':
      return whenArray((all) => all.length >= toNumber(operand));
    case 'maxItems':
      return whenArray((all) => all.length <= toNumber(operand));
    case 'uniqueItems':
      return whenArray(
        (all) =>
          operand !== true ||
          all.every((item, i) => !all.slice(0, i).some((other) => sameValue(item, other))),
      );
    case 'minProperties':
      return whenDoc((doc) => Object.keys(doc).length >= toNumber(operand));
    case 'maxProperties':
      return whenDoc((doc) => Object.keys(doc).length <= toNumber(operand));
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'additionalItems':
    case 'title':
    case 'description':
      return () => true;
    case 'dependencies':
      return dependencies(operand as Doc);
    default:
      throw new MongoError(9, `Unknown $jsonSchema keyword: ${keyword}`);
  }
}

function additionalProperties(operand: unknown, schema: Doc): Check {
  if (operand === true) return () => true;
  const known = new Set(Object.keys((schema['properties'] ?? {}) as Doc));
  const patterns = Object.keys((schema['patternProperties'] ?? {}) as Doc).map(
    (name) => new RegExp(name, 'u'),
  );
  const check = operand === false ? () => false : compile(operand);
  return whenDoc((doc) =>
    Object.keys(doc).every(
      (name) => known.has(name) || patterns.some((pattern) => pattern.test(name)) || check(doc[name]),
    ),
  );
}

function items(operand: unknown, schema: Doc): Check {
  if (!Array.isArray(operand)) {
    const check = compile(operand);
    return whenArray((all) => all.every(check));
  }
  const checks = operand.map(compile);
  const rest = schema['additionalItems'];
  const restCheck: Check = rest === false ? () => false : isDoc(rest) ? compile(rest) : () => true;
  return whenArray((all) => all.every((item, i) => (checks[i] ?? restCheck)(item)));
}

function dependencies(operand: Doc): Check {
  const checks = Object.entries(operand).map(([name, needs]) => {
    const check: Check = Array.isArray(needs)
      ? (value) => isDoc(value) && needs.every((need) => Object.hasOwn(value, need as string))
      : compile(needs);
    return [name, check] as const;
  });
  return whenDoc((doc) => checks.every(([name, check]) => !Object.hasOwn(doc, name) || check(doc)));
}
