import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { OperatorCompiler, Scope } from './scope.ts';

/** An operator over positional arguments, between `least` and `most` of them. */
export function positional(
  name: string,
  least: number,
  most: number,
  apply: (values: unknown[], scope: Scope) => unknown,
): OperatorCompiler {
  return (operand, compile) => {
    const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
    if (args.length < least || args.length > most)
      throw new MongoError(
        16020,
        `Expression ${name} takes ${least === most ? `exactly ${least}` : `at least ${least}, and at most ${most},`} arguments. ${args.length} were passed in.`,
      );
    return (scope) =>
      apply(
        args.map((arg) => arg(scope)),
        scope,
      );
  };
}

/** An operator over one argument; a one-element array is that element. */
export function unary(name: string, apply: (value: unknown, scope: Scope) => unknown): OperatorCompiler {
  return positional(name, 1, 1, ([value], scope) => apply(value, scope));
}

/** An operator over named arguments. */
export function named(
  name: string,
  known: readonly string[],
  apply: (values: Doc, scope: Scope) => unknown,
): OperatorCompiler {
  return (operand, compile) => {
    const args = namedArguments(name, operand, known);
    const compiled = Object.entries(args).map(([key, value]) => [key, compile(value)] as const);
    return (scope) => {
      const values: Doc = {};
      for (const [key, evaluate] of compiled) values[key] = evaluate(scope);
      return apply(values, scope);
    };
  };
}

/** The named arguments of an operator, checked for strangers. */
export function namedArguments(name: string, operand: unknown, known: readonly string[]): Doc {
  if (!isDoc(operand)) throw new MongoError(9, `${name} only supports an object as its argument`);
  for (const key of Object.keys(operand))
    if (!known.includes(key)) throw new MongoError(9, `Unrecognized argument to ${name}: ${key}`);
  return operand;
}

/** Null in MongoDB's wide sense. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
