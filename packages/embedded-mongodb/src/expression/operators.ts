import { arithmetic } from '../operators/arithmetic.ts';
import { arrays } from '../operators/arrays.ts';
import { comparison } from '../operators/comparison.ts';
import { conversion } from '../operators/conversion.ts';
import { dates } from '../operators/dates.ts';
import { flow } from '../operators/flow.ts';
import { objects } from '../operators/objects.ts';
import type { OperatorCompiler } from '../operators/scope.ts';
import { sets } from '../operators/sets.ts';
import { strings } from '../operators/strings.ts';
import { viaMingo } from '../operators/viaMingo.ts';

/** Every expression operator: ours where BSON types or errors matter, mingo's for the rest. */
export const operatorCompilers: { readonly [name: string]: OperatorCompiler } = {
  ...viaMingo,
  ...arithmetic,
  ...arrays,
  ...comparison,
  ...conversion,
  ...dates,
  ...flow,
  ...objects,
  ...sets,
  ...strings,
};
