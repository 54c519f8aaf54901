import type { Timer } from '../clock/clock.ts';
import { defineAggregate } from '../journal/aggregate.ts';
import type { Idempotency } from '../journal/idempotency.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalEvent } from '../journal/journalRow.ts';
import { runDecision } from '../journal/runDecision.ts';
import type { Log } from '../log/log.ts';
import { settingsModel } from '../mongo/settingsModel.ts';
import { decideChange, decideReset, type ChangeSettings, type ResetSettings } from './decideSettings.ts';
import { followSettings } from './followSettings.ts';
import type { SettingsDefinition } from './settingsDefinition.ts';
import { evolveSettings, noSettings, valuesOf, type SettingsEvent, type SettingsState } from './settingsState.ts'; // prettier-ignore

/** Who changes settings, in which request, under which key. */
export interface SettingsCall {
  readonly actor: string;
  readonly cause: string;
  readonly idempotencyKey: string;
}

/** What the retailer decided about one subgraph: read from memory, changed in its journal. */
export interface Settings<V extends object = object> {
  readonly definition: SettingsDefinition<V>;
  /** The values in force; ask again each time, never keep them. */
  current(): Readonly<V>;
  version(): number;
  /** Hears of each change, whoever made it, after `current()` has it. */
  onChange(listener: (values: Readonly<V>) => void): void;
  change(command: ChangeSettings, call: SettingsCall): Promise<void>;
  reset(command: ResetSettings, call: SettingsCall): Promise<void>;
  /** Changes of a version below `before`, newest first, at most `count`. */
  history(count: number, before?: number): Promise<readonly JournalEvent[]>;
  /** Takes over what is stored now. */
  refresh(): Promise<void>;
  /** Loads, then follows. Start it before the journal: reactions read settings. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What settings stand on. */
export interface SettingsParts {
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly log: Log;
  /** No other process runs this subgraph: nobody else changes its settings. @default false */
  readonly soleWriter?: boolean | undefined;
  /** How often another process's changes are looked for when no doorbell told of them, in ms. @default 2_000 */
  readonly refreshEveryMs?: number;
}

/** Creates the settings of a subgraph. Until `start()` the defaults hold. */
export function createSettings<V extends object>(
  definition: SettingsDefinition<V>,
  { journal, idempotency, log, soleWriter = false, refreshEveryMs = 2_000 }: SettingsParts,
): Settings<V> {
  const { subgraph } = definition;
  const stream = `settings:${subgraph}`;
  const model = settingsModel(journal.connection);
  const aggregate = defineAggregate<SettingsState, SettingsEvent>({ name: 'settings', model, evolve: evolveSettings }); // prettier-ignore
  const listeners: ((values: Readonly<V>) => void)[] = [];
  let values = definition.defaults;
  let version = 0;
  let timer: Timer | undefined;

  const take = (state: SettingsState): void => {
    if (state.revision <= version) return;
    const found = valuesOf(definition, state);
    if (found.unfit.length > 0)
      log.warn({ subgraph, count: found.unfit.length }, 'stored settings that no longer fit are ignored');
    [values, version] = [found.values, state.revision];
    for (const listener of listeners) listener(values);
  };
  const refresh = async (): Promise<void> => {
    const found = await model.findOne({ _id: subgraph }).lean();
    if (found !== null) take(found as unknown as SettingsState); // stored as it was decided
  };
  const follower = followSettings({ journal, stream, refresh, version: () => version, log });

  const run = async (
    operation: string,
    input: object,
    { actor, cause, idempotencyKey: key }: SettingsCall,
    decide: (state: SettingsState | undefined) => SettingsEvent[],
  ): Promise<void> => {
    const scope = { principal: actor, operation: `${operation}:${subgraph}`, key, input };
    await journal.exclusive(stream, () =>
      idempotency.once(scope, async (tx) => {
        const made = await runDecision(journal, aggregate, { id: subgraph, actor, cause, tx, decide });
        const state = made.state ?? noSettings;
        tx.afterCommit(() => take(state));
        return { version: state.revision };
      }),
    );
  };

  return {
    definition,
    current: () => values,
    version: () => version,
    onChange: (listener) => void listeners.push(listener),
    change: (command, call) =>
      run('changeSettings', command, call, (state) => decideChange(definition, state, command)),
    reset: (command, call) =>
      run('resetSettings', command, call, (state) => decideReset(definition, state, command)),
    history: async (count, before = Infinity) => {
      const end = Math.min(before, version + 1);
      const rows = await journal.read(stream, Math.max(0, end - 1 - count));
      return rows.filter(({ seq }) => seq < end).reverse();
    },
    refresh,
    start: async () => {
      await refresh();
      if (soleWriter) return;
      follower.start();
      timer = journal.clock.every(refreshEveryMs, follower.look);
    },
    stop: async () => {
      timer?.cancel();
      await follower.stop();
    },
  };
}
