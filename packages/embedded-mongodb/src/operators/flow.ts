import { MongoError } from '../document/errors.ts';
import { isTrue } from '../document/truth.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { isNullish, namedArguments } from './arguments.ts';
import type { Compile, Evaluate, OperatorCompiler } from './scope.ts';
import { withVariables } from './scope.ts';

function cond(operand: unknown, compile: Compile): Evaluate {
  const parts = Array.isArray(operand)
    ? operand
    : isDoc(operand)
      ? [operand['if'], operand['then'], operand['else']]
      : [];
  if (parts.length !== 3) throw new MongoError(16020, 'Expression $cond takes exactly 3 arguments.');
  if (parts.some((part) => part === undefined))
    throw new MongoError(17080, "Missing 'if', 'then' or 'else' parameter to $cond");
  const [test, yes, no] = parts.map(compile) as [Evaluate, Evaluate, Evaluate];
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
}

function ifNull(operand: unknown, compile: Compile): Evaluate {
  if (!Array.isArray(operand) || operand.length < 2)
    throw new MongoError(1257300, '$ifNull needs at least two arguments');
  const args = operand.map(compile);
  return (scope) => {
    let value: unknown;
    for (const arg of args) {
      value = arg(scope);
      if (!isNullish(value)) return value;
    }
    return value;
  };
}

function branching(operand: unknown, compile: Compile): Evaluate {
  const args = namedArguments('$switch', operand, ['branches', 'default']);
  if (!Array.isArray(args['branches']) || args['branches'].length === 0)
    throw new MongoError(40068, '$switch requires at least one branch');
  const branches = args['branches'].map((branch: unknown) => {
    const { case: test, then } = branch as Doc;
    if (test === undefined || then === undefined)
      throw new MongoError(40067, "$switch requires each branch have a 'case' and a 'then' expression");
    return [compile(test), compile(then)] as const;
  });
  const otherwise = 'default' in args ? compile(args['default']) : undefined;
  return (scope) => {
    for (const [test, then] of branches) if (isTrue(test(scope))) return then(scope);
    if (!otherwise)
      throw new MongoError(
        40066,
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return otherwise(scope);
  };
}

function letIn(operand: unknown, compile: Compile): Evaluate {
  const args = namedArguments('$let', operand, ['vars', 'in']);
  const variables = Object.entries(args['vars'] as Doc).map(
    ([name, value]) => [name, compile(value)] as const,
  );
  const body = compile(args['in']);
  return (scope) => {
    const values: Doc = {};
    for (const [name, evaluate] of variables) values[name] = evaluate(scope);
    return body(withVariables(scope, values));
  };
}

/** Conditions, variables and constants. */
export const flow: { [name: string]: OperatorCompiler } = {
  $cond: cond,
  $ifNull: ifNull,
  $switch: branching,
  $let: letIn,
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
  $expr: (operand, compile) => compile(operand),
  $rand: () => () => Math.random(),
};
