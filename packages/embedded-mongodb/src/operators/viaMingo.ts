import { createRequire } from 'node:module';
import type * as MingoAccumulators from 'mingo/operators/accumulator';
import type * as MingoExpressions from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { fromMingo, toMingo } from './mingoValues.ts';
import type { Compile, Evaluate, OperatorCompiler } from './scope.ts';
import type * as MingoCore from 'mingo/core';

const require = createRequire(import.meta.url);

interface Mingo {
  readonly core: typeof MingoCore;
  readonly options: Options;
}

let loaded: Mingo | undefined;

/** Loads mingo when an operator first needs it; a server that runs plain queries starts faster without. */
export function mingo(): Mingo {
  if (!loaded) {
    const core = require('mingo/core') as typeof MingoCore;
    const { Context } = core;
    const context = Context.from(
      Context.init({ expression: require('mingo/operators/expression') as typeof MingoExpressions }),
      Context.init({ accumulator: require('mingo/operators/accumulator') as typeof MingoAccumulators }),
    );
    const options = {
      context,
      idKey: '_id',
      processingMode: 0,
      useStrictMode: true,
      scriptEnabled: false,
      failOnError: true,
    };
    loaded = { core, options };
  }
  return loaded;
}

/** Hands evaluated arguments to mingo's operator of that name. */
function delegate(name: string): OperatorCompiler {
  return (operand, compile) => {
    const args = compileArguments(operand, compile);
    return (scope) => {
      const { core, options } = mingo();
      try {
        return fromMingo(core.evalExpr({}, { [name]: args(scope) }, options));
      } catch (error) {
        throw error instanceof MongoError ? error : new MongoError(2, `${name}: ${(error as Error).message}`);
      }
    };
  };
}

function compileArguments(operand: unknown, compile: Compile): Evaluate {
  if (Array.isArray(operand)) {
    const items = operand.map(compile);
    return (scope) => items.map((item) => literal(item(scope)));
  }
  if (isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    const fields = Object.entries(operand).map(([key, value]) => [key, compile(value)] as const);
    return (scope) => {
      const doc: Doc = {};
      for (const [key, evaluate] of fields) doc[key] = literal(evaluate(scope));
      return doc;
    };
  }
  const evaluate = compile(operand);
  return (scope) => literal(evaluate(scope));
}

function literal(value: unknown): unknown {
  return { $literal: toMingo(value) };
}

const names = [
  '$acos',
  '$acosh',
  '$asin',
  '$asinh',
  '$atan',
  '$atan2',
  '$atanh',
  '$cos',
  '$cosh',
  '$degreesToRadians',
  '$radiansToDegrees',
  '$sin',
  '$sinh',
  '$tan',
  '$tanh',
  '$sigmoid',
  '$bitAnd',
  '$bitNot',
  '$bitOr',
  '$bitXor',
  '$dateAdd',
  '$dateDiff',
  '$dateFromParts',
  '$dateFromString',
  '$dateSubtract',
  '$dateToParts',
  '$dateToString',
  '$dateTrunc',
  '$dayOfMonth',
  '$dayOfWeek',
  '$dayOfYear',
  '$hour',
  '$isoDayOfWeek',
  '$isoWeek',
  '$isoWeekYear',
  '$millisecond',
  '$minute',
  '$month',
  '$second',
  '$week',
  '$year',
  '$indexOfArray',
  '$indexOfBytes',
  '$indexOfCP',
  '$ltrim',
  '$regexFind',
  '$regexFindAll',
  '$regexMatch',
  '$replaceAll',
  '$replaceOne',
  '$rtrim',
  '$split',
  '$strLenBytes',
  '$strLenCP',
  '$strcasecmp',
  '$substr',
  '$substrBytes',
  '$substrCP',
  '$toLower',
  '$toUpper',
  '$trim',
  '$toHashedIndexKey',
  '$zip',
  '$range',
  '$reverseArray',
  '$median',
  '$percentile',
  '$bsonSize',
  '$binarySize',
];

/** The operators whose meaning is taken from mingo as it is. */
export const viaMingo: { [name: string]: OperatorCompiler } = Object.fromEntries(
  names.map((name) => [name, delegate(name)]),
);
