import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { compileExpression } from '../expression/compile.ts';
import { rootScope } from '../operators/scope.ts';

/** A count that must not be negative, 0 when absent. */
export function countOf(body: Doc, field: string): number {
  const value = body[field];
  if (value === undefined || value === null) return 0;
  const number = toNumber(value);
  if (Number.isNaN(number))
    throw new MongoError(14, `BSON field '${field}' is the wrong type, expected a number`);
  if (number < 0)
    throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return Math.trunc(number);
}

/** A document that may be left out. */
export function docOf(body: Doc, field: string): Doc | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value))
    throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
  return value;
}

/** The values of the variables a command's `let` defines. */
export function variablesOf(body: Doc): Doc | undefined {
  const given = docOf(body, 'let');
  if (!given) return undefined;
  const variables: Doc = {};
  for (const [name, expression] of Object.entries(given)) {
    if (!/^[a-z]/.test(name))
      throw new MongoError(9, `'${name}' starts with an invalid character for a user variable name`);
    variables[name] = compileExpression(expression)(rootScope({}, variables));
  }
  return variables;
}
