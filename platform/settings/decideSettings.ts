import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { SettingsChanged } from '../../schema/events/settings.ts';
import { codedError } from '../errors/codedError.ts';
import type { Json } from '../values/json.ts';
import type { SettingsDefinition } from './settingsDefinition.ts';
import { noSettings, valuesOf, type SettingsEvent, type SettingsState } from './settingsState.ts';

/** What a change and a reset both carry. */
interface Ask {
  /** The version the caller has seen. */
  readonly version: number;
  /** Why, in words: 3 to 500 characters. */
  readonly reason: string;
}
export interface ChangeSettings extends Ask {
  readonly changes: readonly { readonly key: string; readonly value?: unknown }[];
}
export interface ResetSettings extends Ask {
  readonly keys: readonly string[];
}

type Change = SettingsChanged['changes'][number];
interface Wanted {
  readonly key: string;
  /** Where it stands in the input. */
  readonly field: string;
  /** Absent: the default. */
  readonly value?: unknown;
}

const mostAtOnce = 50;

/** Sets keys to values. CONFLICT for an old version; BAD_USER_INPUT that names the field for everything else. */
export const decideChange = <V extends object>(
  definition: SettingsDefinition<V>,
  state: SettingsState | undefined,
  { changes, ...ask }: ChangeSettings,
): SettingsEvent[] =>
  decide(
    definition,
    state ?? noSettings,
    ask,
    changes.map(({ key, value }, i) => ({ key, field: `changes[${i}]`, value: value ?? null })),
  );

/** Gives keys back to their defaults. */
export const decideReset = <V extends object>(
  definition: SettingsDefinition<V>,
  state: SettingsState | undefined,
  { keys, ...ask }: ResetSettings,
): SettingsEvent[] =>
  decide(
    definition,
    state ?? noSettings,
    ask,
    keys.map((key, i) => ({ key, field: `keys[${i}]` })),
  );

function decide<V extends object>(
  definition: SettingsDefinition<V>,
  state: SettingsState,
  ask: Ask,
  wanted: readonly Wanted[],
): SettingsEvent[] {
  const { subgraph, items } = definition;
  checkAsk(ask);
  checkKeys(definition, wanted);
  if (ask.version !== state.revision)
    throw codedError(
      'CONFLICT',
      `The settings of ${subgraph} are at version ${state.revision}, not ${ask.version}; read them again.`,
      { field: 'version', version: state.revision },
    );
  const before: Readonly<Record<string, unknown>> = { ...valuesOf(definition, state).values };
  const after: Readonly<Record<string, unknown>> = checkedValues(definition, state, wanted);
  const changes = wanted.flatMap((each): Change[] => {
    const { key } = each;
    const reset = !('value' in each);
    const same = isDeepStrictEqual(before[key], after[key]);
    if (same && (!reset || !(key in state.overrides))) return [];
    const byDefault = items.find((item) => item.key === key)?.default;
    return [{ key, before: before[key], after: reset ? byDefault : after[key], reset }];
  });
  if (changes.length === 0) return [];
  return [{ type: `${subgraph}.SettingsChanged`, data: { reason: ask.reason.trim(), changes } }];
}

const bad = (message: string, field: string): Error => codedError('BAD_USER_INPUT', message, { field });

function checkAsk({ reason }: Ask): void {
  const { length } = reason.trim();
  if (length < 3 || length > 500)
    throw bad('Say why in 3 to 500 characters: it stays in the history.', 'reason');
}

function checkKeys<V extends object>({ subgraph, items }: SettingsDefinition<V>, wanted: readonly Wanted[]) {
  if (wanted.length === 0 || wanted.length > mostAtOnce)
    throw bad(`Name 1 to ${mostAtOnce} settings, not ${wanted.length}.`, 'changes');
  const seen = new Set<string>();
  for (const { key, field } of wanted) {
    if (!items.some((item) => item.key === key))
      throw bad(
        `${subgraph} has no such setting; it has ${items.map((item) => item.key).join(', ')}.`,
        field,
      );
    if (seen.has(key)) throw bad(`${key} is named twice.`, field);
    seen.add(key);
  }
}

/** All values as they would be, checked together: one setting may bound another. */
function checkedValues<V extends object>(
  definition: SettingsDefinition<V>,
  state: SettingsState,
  wanted: readonly Wanted[],
): Readonly<Record<string, Json>> {
  const { unfit } = valuesOf(definition, state);
  const next: Record<string, unknown> = { ...state.overrides };
  for (const key of unfit) delete next[key];
  for (const each of wanted) {
    if ('value' in each) next[each.key] = each.value;
    else delete next[each.key];
  }
  const parsed = definition.check(next);
  if (parsed.success) return parsed.data as Readonly<Record<string, Json>>;
  throw wrongValue(parsed.error.issues[0], wanted);
}

function wrongValue(issue: z.core.$ZodIssue | undefined, wanted: readonly Wanted[]): Error {
  const [key, ...inside] = (issue?.path ?? []).map(String);
  const named = wanted.find((each) => each.key === key);
  const place = [key ?? 'settings', ...inside].join('.');
  const field = named === undefined ? place : [named.field, 'value', ...inside].join('.');
  return bad(`${place}: ${issue?.message ?? 'does not fit'}.`, field);
}
