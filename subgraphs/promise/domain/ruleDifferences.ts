/** Where two rule sets differ. Values as JSON text. */
export interface RuleDifference {
  /** Path of the place; members of lists are named by their id or name where they have one, as in `rules[eu-only].when`. */
  readonly path: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly before: string | null;
  readonly after: string | null;
}

type Members = readonly (readonly [name: string, value: unknown])[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a member of a list is called: rules have ids, groups and stages have names; undefined for others. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const name = value['id'] ?? value['name'];
  return typeof name === 'string' ? name : undefined;
}

/** The members of a value by name; undefined when it is compared as a whole. Lists without names keep their order. */
function membersOf(value: unknown): Members | undefined {
  if (isObject(value)) return Object.entries(value).map(([name, member]) => [`.${name}`, member]);
  if (!Array.isArray(value)) return undefined;
  const names = value.map(nameOf);
  const named = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return named ? value.map((member, at) => [`[${names[at] ?? ''}]`, member]) : undefined;
}

const textOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

function compared(path: string, before: unknown, after: unknown): RuleDifference[] {
  const [left, right] = [membersOf(before), membersOf(after)];
  if (left === undefined || right === undefined || Array.isArray(before) !== Array.isArray(after)) {
    const [was, is] = [textOf(before), textOf(after)];
    if (was === is) return [];
    const kind = was === null ? 'ADDED' : is === null ? 'REMOVED' : 'CHANGED';
    return [{ path, kind, before: was, after: is }];
  }
  const now = new Map(right);
  const was = new Map(left);
  const names = [
    ...left.map(([name]) => name),
    ...right.map(([name]) => name).filter((name) => !was.has(name)),
  ];
  const found = names.flatMap((name) => compared(`${path}${name}`, was.get(name), now.get(name)));
  const order = orderOf(path, before, after);
  return order === undefined ? found : [...found, order];
}

/** Rules and stages hold in their order: the same ones in another order are a difference of their own. */
function orderOf(path: string, before: unknown, after: unknown): RuleDifference | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const [was, is] = [before.map(nameOf), after.map(nameOf)];
  const kept = (names: readonly (string | undefined)[], others: readonly (string | undefined)[]) =>
    JSON.stringify(names.filter((name) => others.includes(name)));
  if (kept(was, is) === kept(is, was)) return undefined;
  return { path: `${path}[]`, kind: 'CHANGED', before: JSON.stringify(was), after: JSON.stringify(is) };
}

/** Everything in which one rule set differs from another; its name for the program, `id` and `version`, aside. */
export function ruleDifferences(before: unknown, after: unknown): RuleDifference[] {
  return compared('', before, after)
    .map((each) => ({ ...each, path: each.path.replace(/^\./, '') }))
    .filter(({ path }) => path !== 'id' && path !== 'version');
}
