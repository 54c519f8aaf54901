/** Bounds an operation must respect before it is validated or planned, and while it runs. */
export interface GuardLimits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Nesting of selection sets, fragments followed. */
  readonly depth: number;
  /** Nesting of brackets in the text, and of selection sets with every fragment counted as a level. */
  readonly nesting: number;
  /** Nesting of lists and objects in a value, written in the document or sent as a variable. */
  readonly valueDepth: number;
  /** Aliased fields, fragments followed. */
  readonly aliases: number;
  /** Fields at the root of the operation, fragments followed. */
  readonly rootFields: number;
  /** Directives written in the document. */
  readonly directives: number;
  /** Operations in the document: several rules of validation follow all fragments from each of them. */
  readonly operations: number;
  /** Fragments defined in the document: validation compares them pair by pair. */
  readonly fragments: number;
  /** Fields whose response key occurs already in the same selection set: validation compares them pair by pair. */
  readonly repeatedFields: number;
  /** Pairs of fields with one response key, fragments spread, weighed by their arguments: what validation compares. */
  readonly fieldPairs: number;
  /** Fields, values of their arguments, fragments and spreads after every spread is replaced by what it stands for. */
  readonly expandedFields: number;
  /** Cost by `@cost` and `@listSize`, with the variables of the request. */
  readonly cost: number;
  /** Size assumed for a list whose length nothing tells. */
  readonly assumedListSize: number;
  /** Largest slicing argument (`@listSize(slicingArguments:)`) a client may ask for. */
  readonly listSize: number;
  /** Objects and list items one request may gather or be answered with while it runs. */
  readonly values: number;
  /** Length of one answer, characters. */
  readonly answerLength: number;
  /** Time a plan may take, milliseconds. 0: any, on the thread that serves; for tools and tests with plans of their own. */
  readonly planningMs: number;
}

/** Limits in force when nothing else is configured: generous for people, hopeless for floods. */
export const defaultLimits: GuardLimits = {
  tokens: 10_000,
  depth: 30,
  nesting: 100,
  valueDepth: 12,
  aliases: 200,
  rootFields: 50,
  directives: 200,
  operations: 50,
  fragments: 100,
  repeatedFields: 200,
  fieldPairs: 10_000,
  expandedFields: 10_000,
  cost: 100_000,
  assumedListSize: 10,
  listSize: 1_000,
  values: 200_000,
  answerLength: 16_000_000,
  planningMs: 5_000,
};

/** Defaults where nothing (or undefined) is given. */
export function completeLimits(
  given: Partial<Record<keyof GuardLimits, number | undefined>> | undefined,
): GuardLimits {
  const present = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaultLimits, ...Object.fromEntries(present) };
}
