import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, setField, typeName } from '../document/types.ts';
import { isNullish, namedArguments, positional, unary } from './arguments.ts';
import type { Compile, Evaluate, OperatorCompiler } from './scope.ts';

function mergeObjects(values: unknown[]): Doc {
  const merged: Doc = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDoc(value))
      throw new MongoError(
        40400,
        `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
      );
    for (const name of Object.keys(value)) setField(merged, name, value[name]);
  }
  return merged;
}

function getField(operand: unknown, compile: Compile): Evaluate {
  const args: Doc =
    isDoc(operand) && 'field' in operand
      ? namedArguments('$getField', operand, ['field', 'input'])
      : { field: operand };
  const field = constantField('$getField', args['field'], compile);
  const input = 'input' in args ? compile(args['input']) : undefined;
  return (scope) => {
    const base = input ? input(scope) : scope.current;
    const name = field(scope);
    if (isNullish(base)) return base;
    return isDoc(base) && typeof name === 'string' && Object.hasOwn(base, name) ? base[name] : undefined;
  };
}

function constantField(name: string, operand: unknown, compile: Compile): Evaluate {
  const field = compile(operand);
  return (scope) => {
    const value = field(scope);
    if (typeof value !== 'string')
      throw new MongoError(
        3041704,
        `${name} requires 'field' to evaluate to type String, but got ${typeName(value)}`,
      );
    return value;
  };
}

function setFieldOperator(unset: boolean): OperatorCompiler {
  const name = unset ? '$unsetField' : '$setField';
  return (operand, compile) => {
    const args = namedArguments(name, operand, unset ? ['field', 'input'] : ['field', 'input', 'value']);
    const field = constantField(name, args['field'], compile);
    const input = compile(args['input']);
    const value = unset ? () => undefined : compile(args['value']);
    return (scope) => {
      const base = input(scope);
      if (isNullish(base)) return null;
      if (!isDoc(base)) throw new MongoError(4161105, `${name} requires 'input' to evaluate to type Object`);
      const doc = { ...base };
      const next = value(scope);
      if (next === undefined) delete doc[field(scope) as string];
      else setField(doc, field(scope) as string, next);
      return doc;
    };
  };
}

/** Operators over embedded documents. */
export const objects: { [name: string]: OperatorCompiler } = {
  $mergeObjects: positional('$mergeObjects', 0, Number.MAX_SAFE_INTEGER, (values) =>
    mergeObjects(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  ),
  $objectToArray: unary('$objectToArray', (value) => {
    if (isNullish(value)) return null;
    if (!isDoc(value))
      throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
  $getField: getField,
  $setField: setFieldOperator(false),
  $unsetField: setFieldOperator(true),
};
