import type { Log } from '../log/log.ts';
import type { SettingsDefinition } from './settingsDefinition.ts';
import { valuesOf, type SettingsState } from './settingsState.ts';

/** The settings of a subgraph as this process holds them. */
export class SettingsMemory<V extends object> {
  readonly #definition: SettingsDefinition<V>;
  readonly #log: Log;
  readonly #listeners: ((values: Readonly<V>) => void)[] = [];
  #values: Readonly<V>;
  #version = 0;

  /** Until something is taken over the defaults hold. */
  constructor(definition: SettingsDefinition<V>, log: Log) {
    this.#definition = definition;
    this.#log = log;
    this.#values = definition.defaults;
  }

  get values(): Readonly<V> {
    return this.#values;
  }

  get version(): number {
    return this.#version;
  }

  /** Hears of each change after `values` has it. */
  onChange(listener: (values: Readonly<V>) => void): void {
    this.#listeners.push(listener);
  }

  /** Takes over a stored state unless it is older than what is known. */
  take(state: SettingsState): void {
    if (state.revision <= this.#version) return;
    const { subgraph } = this.#definition;
    const { values, unfit } = valuesOf(this.#definition, state);
    if (unfit.length > 0)
      this.#log.warn({ subgraph, count: unfit.length }, 'stored settings that no longer fit are ignored');
    [this.#values, this.#version] = [values, state.revision];
    for (const listener of this.#listeners) listener(values);
  }
}
