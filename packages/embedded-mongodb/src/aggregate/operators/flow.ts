import { MongoError } from '../../errors.ts';
import type { Doc } from '../../bson/types.ts';
import { isDoc } from '../../bson/types.ts';
import type { OperatorCompiler } from '../operators.ts';
import { compileExpression, isTrue, withVariables } from '../expression.ts';
import { isNullish, namedArguments } from './arguments.ts';

function cond(operand: unknown): ReturnType<OperatorCompiler> {
  const parts = Array.isArray(operand)
    ? operand
    : isDoc(operand)
      ? [operand['if'], operand['then'], operand['else']]
      : [];
  if (parts.length !== 3) throw new MongoError(16020, 'Expression $cond takes exactly 3 arguments.');
  if (parts.some((part) => part === undefined))
    throw new MongoError(17080, "Missing 'if', 'then' or 'else' parameter to $cond");
  const [test, yes, no] = parts.map(compileExpression) as [OperatorResult, OperatorResult, OperatorResult];
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
}

type OperatorResult = ReturnType<OperatorCompiler>;

function ifNull(operand: unknown): OperatorResult {
  if (!Array.isArray(operand) || operand.length < 2)
    throw new MongoError(1257300, '$ifNull needs at least two arguments');
  const args = operand.map(compileExpression);
  return (scope) => {
    let value: unknown;
    for (const arg of args) {
      value = arg(scope);
      if (!isNullish(value)) return value;
    }
    return value;
  };
}

function branching(operand: unknown): OperatorResult {
  const args = namedArguments('$switch', operand, ['branches', 'default']);
  if (!Array.isArray(args['branches']) || args['branches'].length === 0)
    throw new MongoError(40068, '$switch requires at least one branch');
  const branches = args['branches'].map((branch: unknown) => {
    const { case: test, then } = branch as Doc;
    if (test === undefined || then === undefined)
      throw new MongoError(40067, "$switch requires each branch have a 'case' and a 'then' expression");
    return [compileExpression(test), compileExpression(then)] as const;
  });
  const otherwise = 'default' in args ? compileExpression(args['default']) : undefined;
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

function letIn(operand: unknown): OperatorResult {
  const args = namedArguments('$let', operand, ['vars', 'in']);
  const variables = Object.entries(args['vars'] as Doc).map(
    ([name, value]) => [name, compileExpression(value)] as const,
  );
  const body = compileExpression(args['in']);
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
  $expr: (operand) => compileExpression(operand),
  $rand: () => () => Math.random(),
};
