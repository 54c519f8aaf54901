import type { Binary } from 'bson';
import { rank, rankOf } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import { bsonType } from '../document/types.ts';
import type { Leaf } from './predicate.ts';

/** Compiles a $bits... operator. */
export function bits(name: string, operand: unknown, test: (value: bigint, mask: bigint) => boolean): Leaf {
  const mask = bitMask(name, operand);
  return (value) => {
    if (bsonType(value) === 'Binary') return test(binaryBits(value as Binary), mask);
    if (rankOf(value) !== rank.number) return false;
    const number = toNumber(value);
    return Number.isInteger(number) && test(typeof value === 'bigint' ? value : BigInt(number), mask);
  };
}

function bitMask(name: string, operand: unknown): bigint {
  if (Array.isArray(operand)) {
    let mask = 0n;
    for (const each of operand as unknown[]) {
      const at = toNumber(each);
      if (!Number.isInteger(at) || at < 0)
        throw new MongoError(2, `${name} bit positions must be integers >= 0`);
      mask |= 1n << BigInt(at);
    }
    return mask;
  }
  if (bsonType(operand) === 'Binary') return binaryBits(operand as Binary);
  const number = toNumber(operand);
  if (!Number.isInteger(number) || number < 0)
    throw new MongoError(9, `${name} takes an Array, a number, or a BinData`);
  return BigInt(number);
}

function binaryBits(value: Binary): bigint {
  let number = 0n;
  for (let i = value.position - 1; i >= 0; i--) number = (number << 8n) | BigInt(value.buffer[i] as number);
  return number;
}
