import { MongoError } from '../document/errors.ts';
import { pathValue, fieldOf } from '../document/path.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, setField } from '../document/types.ts';
import type { Evaluate } from '../operators/scope.ts';
import { operatorCompilers } from './operators.ts';

/** Compiles an aggregation expression. Throws for operators that do not exist. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string')
    return expression.startsWith('$') ? compileReference(expression) : () => expression;
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const names = Object.keys(expression);
  const [first] = names;
  if (first?.startsWith('$')) {
    if (names.length > 1)
      throw new MongoError(
        15983,
        `an object representing an expression must have exactly one field: ${JSON.stringify(names)}`,
      );
    return compileOperator(first, expression[first]);
  }
  return compileObject(expression);
}

function compileObject(expression: Doc): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.includes('.'))
      throw new MongoError(
        16412,
        `FieldPath field names may not contain '.'. Consider using $getField or $setField.`,
      );
    return [name, compileExpression(value)] as const;
  });
  return (scope) => {
    const doc: Doc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) setField(doc, name, value);
    }
    return doc;
  };
}

function compileOperator(name: string, operand: unknown): Evaluate {
  const compile = operatorCompilers[name];
  if (!compile) throw new MongoError(168, `Unrecognized expression '${name}'`);
  return compile(operand, compileExpression);
}

/** Compiles `$a.b`, `$$variable` and `$$variable.a.b`. */
function compileReference(text: string): Evaluate {
  if (!text.startsWith('$$')) {
    const path = splitPath(text.slice(1));
    const [only] = path;
    if (path.length === 1 && only !== undefined)
      return ({ current }) => (isDoc(current) ? fieldOf(current, only) : pathValue(current, path));
    return (scope) => pathValue(scope.current, path);
  }
  const [name = '', ...path] = text.slice(2).split('.');
  const start = compileVariable(name);
  return path.length === 0 ? start : (scope) => pathValue(start(scope), path);
}

function compileVariable(name: string): Evaluate {
  switch (name) {
    case 'ROOT':
      return (scope) => scope.root;
    case 'CURRENT':
      return (scope) => scope.current;
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return (scope) => scope.variables['NOW'] ?? new Date();
    case '':
      throw new MongoError(9, 'empty variable names are not allowed');
    default:
      return (scope) => {
        if (name in scope.variables) return scope.variables[name];
        if (/^(DESCEND|PRUNE|KEEP)$/.test(name)) return `$$${name}`;
        throw new MongoError(17276, `Use of undefined variable: ${name}`);
      };
  }
}

function splitPath(text: string): string[] {
  if (text === '') throw new MongoError(16872, `'$' by itself is not a valid FieldPath`);
  const path = text.split('.');
  if (path.includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  return path;
}
