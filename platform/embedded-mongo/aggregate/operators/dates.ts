import type { OperatorCompiler } from '../operators.ts';

/** Date operators that differ from mingo's. */
export const dates: { [name: string]: OperatorCompiler } = {};
