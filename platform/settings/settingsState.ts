import type { SettingsChanged } from '../../schema/events/settings.ts';
import type { Json } from '../values/json.ts';
import { frozen, type SettingsDefinition } from './settingsDefinition.ts';

/** What was decided otherwise than by default. A key that is not named follows its default, also when that changes. */
export interface SettingsState {
  readonly overrides: Readonly<Record<string, Json>>;
  /** Changes so far; equals the version. */
  readonly revision: number;
}

/** `<subgraph>.SettingsChanged`. */
export interface SettingsEvent {
  readonly type: string;
  readonly data: SettingsChanged;
}

export const noSettings: SettingsState = { overrides: {}, revision: 0 };

/** Folds one change in. */
export function evolveSettings(state: SettingsState | undefined, { data }: SettingsEvent): SettingsState {
  const overrides = { ...state?.overrides };
  for (const { key, after, reset } of data.changes) {
    if (reset) delete overrides[key];
    else overrides[key] = after as Json;
  }
  return { overrides, revision: (state?.revision ?? 0) + 1 };
}

/** The values in force, and keys whose stored value no longer fits the schema: their defaults hold. */
export function valuesOf<V extends object>(
  definition: SettingsDefinition<V>,
  { overrides }: SettingsState,
): { readonly values: Readonly<V>; readonly unfit: readonly string[] } {
  const unfit: string[] = [];
  const fitting: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(overrides)) {
    if (definition.fits(key, value)) fitting[key] = value;
    else unfit.push(key);
  }
  const whole = definition.check(fitting);
  if (whole.success) return { values: frozen(whole.data), unfit };
  return { values: definition.defaults, unfit: Object.keys(overrides) };
}
