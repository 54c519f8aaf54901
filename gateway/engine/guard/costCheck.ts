import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import type { CostModel } from './costModel.ts';
import type { GuardLimits } from './limits.ts';
import { measureCost } from './operationCost.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The price of an operation, known before it runs. */
export interface CostCheck {
  /** Price with no variables given. */
  readonly fixed: number;
  /** Price with these variables. */
  price(variables: Variables): number;
  /** Why a request is too expensive, or undefined. */
  check(variables: Variables): GraphQLError | undefined;
}

/** Judgements remembered for one operation; beyond that many all are forgotten. */
const judgementLimit = 128;

interface Judgement {
  readonly cost: number;
  readonly error: GraphQLError | undefined;
}

/**
 * Prepares the price check. What an operation costs depends on those variables alone that size a list: without any it
 * is judged once, and with them once for each choice of values, of which clients use few.
 */
export function prepareCostCheck(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  model: CostModel,
  limits: GuardLimits,
): CostCheck {
  const measure = (variables: Variables) => measureCost(selected, schema, model, limits, variables);
  const { result: fixed, read } = readBy(measure);
  const judged = (variables: Variables): Judgement => {
    const measured = measure(variables);
    return { cost: measured.cost, error: judge(measured, limits) };
  };
  const byVariables = judgeBy(read, judged, { cost: fixed.cost, error: judge(fixed, limits) });
  return {
    fixed: fixed.cost,
    price: (variables) => byVariables(variables).cost,
    check: (variables) => byVariables(variables).error,
  };
}

/** Judges as seldom as the variables that are read allow. */
function judgeBy(
  read: readonly string[],
  judged: (variables: Variables) => Judgement,
  fixed: Judgement,
): (variables: Variables) => Judgement {
  const [only] = read;
  if (only === undefined) return () => fixed;
  if (read.length > 1) return judged;
  const judgements = new Map<unknown, Judgement>();
  return (variables) => {
    const value = variables[only];
    if (typeof value === 'object' && value !== null) return judged(variables);
    const known = judgements.get(value);
    if (known) return known;
    const judgement = judged(variables);
    if (judgements.size >= judgementLimit) judgements.clear();
    judgements.set(value, judgement);
    return judgement;
  };
}

/** Measures without variables, and finds out which ones a measurement reads; they are the same for every value. */
function readBy<T>(measure: (variables: Variables) => T): {
  readonly result: T;
  readonly read: readonly string[];
} {
  const read = new Set<string>();
  const noted = new Proxy<Variables>(
    {},
    { get: (_, name) => void (typeof name === 'string' && read.add(name)) },
  );
  return { result: measure(noted), read: [...read] };
}

function judge(measured: ReturnType<typeof measureCost>, limits: GuardLimits): GraphQLError | undefined {
  const { cost, largestList } = measured;
  if (largestList > limits.listSize) {
    return new GraphQLError(
      `The operation asks for a list of ${largestList}; at most ${limits.listSize} are allowed.`,
      {
        extensions: { code: 'LIST_TOO_LARGE', limit: limits.listSize },
      },
    );
  }
  if (cost <= limits.cost) return undefined;
  return new GraphQLError(`The operation costs ${cost}; at most ${limits.cost} is allowed.`, {
    extensions: { code: 'COST_TOO_HIGH', cost, limit: limits.cost },
  });
}
