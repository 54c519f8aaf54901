import { Timestamp } from 'bson';
import { compareValues, sameValue } from '../document/compare.ts';
import type { Edit } from '../document/editor.ts';
import { keep, remove } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import type { Numeric } from '../document/numbers.ts';
import { add, isNumeric, multiply } from '../document/numbers.ts';
import { show } from '../document/show.ts';
import { compileSort } from '../document/sort.ts';
import { toNumber } from '../document/toNumber.ts';
import { bsonType, isDoc, isInt32, typeName } from '../document/types.ts';
import { elementTest, isOperators } from '../filter/match.ts';

/** What an operator may need to know of the moment. */
export interface UpdateMoment {
  readonly now: Date;
}

function arithmetic(
  name: string,
  operand: unknown,
  path: string,
  apply: (a: Numeric, b: Numeric) => Numeric,
  start: Numeric | undefined,
): Edit {
  if (!isNumeric(operand))
    throw new MongoError(
      14,
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${show(operand)}}`,
    );
  return (current) => {
    if (current === undefined) return start ?? multiply(operand, 0);
    if (!isNumeric(current))
      throw new MongoError(
        14,
        `Cannot apply ${name} to a value of non-numeric type. {${path}} has the field '${path.split('.').at(-1) ?? ''}' of non-numeric type ${typeName(current)}`,
      );
    return apply(current, operand);
  };
}

function arrayAt(name: string, path: string, current: unknown): unknown[] {
  if (Array.isArray(current)) return current;
  throw new MongoError(
    2,
    `Cannot apply ${name} to a non-array field. Field named '${path}' has non-array type ${typeName(current)}`,
  );
}

function pushEdit(operand: unknown, path: string): Edit {
  const modifiers = isDoc(operand) && '$each' in operand ? operand : { $each: [operand] };
  for (const name of Object.keys(modifiers))
    if (!['$each', '$slice', '$sort', '$position'].includes(name))
      throw new MongoError(2, `Unrecognized clause in $push: ${name}`);
  for (const name of ['$slice', '$position'])
    if (name in modifiers && !Number.isInteger(toNumber(modifiers[name])))
      throw new MongoError(
        2,
        `The value for ${name} must be an integer value but was given type: ${typeName(modifiers[name])}`,
      );
  const items: unknown = modifiers['$each'];
  if (!Array.isArray(items))
    throw new MongoError(
      2,
      `The argument to $each in $push must be an array but it was of type: ${typeName(items)}`,
    );
  return (current) => {
    if (current !== undefined && !Array.isArray(current))
      throw new MongoError(2, `The field '${path}' must be an array but is of type ${typeName(current)}`);
    let next = [...((current as unknown[] | undefined) ?? [])];
    const at = '$position' in modifiers ? toNumber(modifiers['$position']) : next.length;
    next.splice(at < 0 ? Math.max(0, next.length + at) : at, 0, ...items);
    if ('$sort' in modifiers) next = sorted(next, modifiers['$sort']);
    if ('$slice' in modifiers) {
      const count = toNumber(modifiers['$slice']);
      next = count < 0 ? next.slice(count) : next.slice(0, count);
    }
    return next;
  };
}

function sorted(items: unknown[], sort: unknown): unknown[] {
  if (!isDoc(sort)) {
    const direction = toNumber(sort);
    return items.sort((a, b) => direction * compareValues(a, b));
  }
  const order = compileSort(sort);
  return items.sort((a, b) => order(isDoc(a) ? a : {}, isDoc(b) ? b : {}));
}

function addToSet(operand: unknown, path: string): Edit {
  const each = isDoc(operand) && '$each' in operand;
  const items: unknown = each ? operand['$each'] : [operand];
  if (!Array.isArray(items))
    throw new MongoError(
      14,
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(items)}`,
    );
  return (current) => {
    if (current !== undefined && !Array.isArray(current))
      throw new MongoError(
        2,
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(current)}`,
      );
    const next = [...((current as unknown[] | undefined) ?? [])];
    const before = next.length;
    for (const item of items as unknown[]) if (!next.some((other) => sameValue(other, item))) next.push(item);
    return current !== undefined && next.length === before ? keep : next;
  };
}

function pull(operand: unknown, path: string): Edit {
  const test =
    isDoc(operand) || bsonType(operand) === 'BSONRegExp'
      ? isDoc(operand)
        ? elementTest(operand, {})
        : elementTest({ $in: [operand] }, {})
      : (item: unknown) => sameValue(item, operand);
  return (current) => {
    if (current === undefined) return keep;
    const items = arrayAt('$pull', path, current);
    const next = items.filter(
      (item) => !(isDoc(operand) && !isOperators(operand) && !isDoc(item) ? false : test(item)),
    );
    return next.length === items.length ? keep : next;
  };
}

function pullAll(operand: unknown, path: string): Edit {
  if (!Array.isArray(operand)) throw new MongoError(2, '$pullAll requires an array argument');
  return (current) => {
    if (current === undefined) return keep;
    return arrayAt('$pullAll', path, current).filter(
      (item) => !operand.some((other) => sameValue(other, item)),
    );
  };
}

function pop(operand: unknown, path: string): Edit {
  const end = toNumber(operand);
  if (end !== 1 && end !== -1) throw new MongoError(9, `$pop expects 1 or -1, found: ${show(operand)}`);
  return (current) => {
    if (current === undefined) return keep;
    if (!Array.isArray(current))
      throw new MongoError(14, `Path '${path}' contains an element of non-array type '${typeName(current)}'`);
    return end === 1 ? current.slice(0, -1) : current.slice(1);
  };
}

function bit(operand: unknown, path: string): Edit {
  if (!isDoc(operand))
    throw new MongoError(
      2,
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  return (current) => {
    let value: unknown = current ?? 0;
    for (const [name, mask] of Object.entries(operand)) {
      if (!isInteger(value))
        throw new MongoError(
          2,
          `Cannot apply $bit to a value of non-integral type. {${path}} has the field of non-integer type ${typeName(value)}`,
        );
      if (!isInteger(mask)) throw new MongoError(2, `The $bit modifier field must be an Integer(32/64 bit)`);
      const wide = typeof value === 'bigint' || typeof mask === 'bigint';
      const [a, b] = [BigInt(value), BigInt(mask)];
      const result = name === 'and' ? a & b : name === 'or' ? a | b : name === 'xor' ? a ^ b : undefined;
      if (result === undefined)
        throw new MongoError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
      value = wide ? BigInt.asIntN(64, result) : Number(BigInt.asIntN(32, result));
    }
    return value;
  };
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && isInt32(value));
}

function currentDate(operand: unknown, moment: UpdateMoment): Edit {
  const kind = isDoc(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  if (kind === 'date') return () => moment.now;
  if (kind === 'timestamp') return () => new Timestamp({ t: Math.floor(moment.now.getTime() / 1000), i: 1 });
  throw new MongoError(
    2,
    `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}`,
  );
}

function extreme(operand: unknown, wins: (order: number) => boolean): Edit {
  return (current) => (current === undefined || wins(compareValues(operand, current)) ? operand : keep);
}

/** Compiles one operator for one path. `undefined` when there is no such operator. */
export function compileEdit(
  name: string,
  operand: unknown,
  path: string,
  moment: UpdateMoment,
): Edit | undefined {
  switch (name) {
    case '$set':
    case '$setOnInsert':
      return () => operand;
    case '$unset':
      return () => remove;
    case '$inc':
      return arithmetic(name, operand, path, (a, b) => add(a, b, true), operand as Numeric);
    case '$mul':
      return arithmetic(name, operand, path, (a, b) => multiply(a, b, true), undefined);
    case '$min':
      return extreme(operand, (order) => order < 0);
    case '$max':
      return extreme(operand, (order) => order > 0);
    case '$push':
      return pushEdit(operand, path);
    case '$addToSet':
      return addToSet(operand, path);
    case '$pull':
      return pull(operand, path);
    case '$pullAll':
      return pullAll(operand, path);
    case '$pop':
      return pop(operand, path);
    case '$bit':
      return bit(operand, path);
    case '$currentDate':
      return currentDate(operand, moment);
    default:
      return undefined;
  }
}
