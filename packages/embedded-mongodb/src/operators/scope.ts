import type { StringOrder } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';

/** What an expression sees while it is evaluated. */
export interface Scope {
  /** What `$field` paths start from. */
  readonly current: unknown;
  /** The document the stage works on. */
  readonly root: unknown;
  readonly variables: Doc;
  readonly strings?: StringOrder | undefined;
}

/** A compiled expression; `undefined` is a missing value. */
export type Evaluate = (scope: Scope) => unknown;

/** Compiles an expression; what operators are given for their operands. */
export type Compile = (expression: unknown) => Evaluate;

/** Compiles the operand of one operator. */
export type OperatorCompiler = (operand: unknown, compile: Compile) => Evaluate;

const noVariables: Doc = {};

/** The scope of one document, with the variables the command's `let` defined. */
export function rootScope(doc: unknown, variables: Doc = noVariables, strings?: StringOrder): Scope {
  return { current: doc, root: doc, variables, strings };
}

/** The scope with further variables. */
export function withVariables(scope: Scope, variables: Doc): Scope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
