import type { GraphQLSchema } from 'graphql';
import { GraphQLError, visit } from 'graphql';
import type { SelectedOperation } from '../prepare/projectOperation.ts';
import type { CostModel } from './costModel.ts';
import type { GuardLimits } from './limits.ts';
import { measureCost } from './operationCost.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The price of an operation, known before it runs. */
export interface CostCheck {
  /** Price with no variables given. */
  readonly fixed: number;
  /** Price with the (coerced) variables of a request. */
  price(variables: Variables): number;
  /** Why a request is too expensive, or undefined. */
  check(variables: Variables): GraphQLError | undefined;
}

/** Prepares the price check; an operation whose lists no variable sizes is measured only once. */
export function prepareCostCheck(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  model: CostModel,
  limits: GuardLimits,
): CostCheck {
  const measure = (variables: Variables) => measureCost(selected, schema, model, limits, variables);
  const fixed = measure({});
  const verdict = judge(fixed, limits);
  if (!usesVariables(selected)) return { fixed: fixed.cost, price: () => fixed.cost, check: () => verdict };
  return {
    fixed: fixed.cost,
    price: (variables) => measure(variables).cost,
    check: (variables) => judge(measure(variables), limits),
  };
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

/** True when some argument of some field holds a variable. Directives do not count: the price takes the worst case. */
function usesVariables({ operation, fragments }: SelectedOperation): boolean {
  let found = false;
  for (const root of [operation.selectionSet, ...fragments.values()]) {
    visit(root, {
      Directive: () => false,
      Variable() {
        found = true;
      },
    });
  }
  return found;
}
