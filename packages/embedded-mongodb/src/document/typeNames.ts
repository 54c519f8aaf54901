import { MongoError } from './errors.ts';
import { toNumber } from './toNumber.ts';

const typeNumbers: { [number: number]: string } = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};

/** The set of type names a $type operand stands for. */
export function typeNames(operand: unknown): Set<string> {
  const wanted = (Array.isArray(operand) ? operand : [operand]) as unknown[];
  const names = new Set<string>();
  for (const each of wanted) {
    if (each === 'number') for (const name of ['int', 'long', 'double', 'decimal']) names.add(name);
    else if (typeof each === 'string') {
      if (!Object.values(typeNumbers).includes(each))
        throw new MongoError(2, `Unknown type name alias: ${each}`);
      names.add(each);
    } else {
      const name = typeNumbers[toNumber(each)];
      if (name === undefined) throw new MongoError(2, `Invalid numerical type code: ${String(each)}`);
      names.add(name);
    }
  }
  return names;
}
