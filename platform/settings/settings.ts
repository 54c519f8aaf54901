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
import { SettingsMemory } from './settingsMemory.ts';
import { evolveSettings, noSettings, type SettingsEvent, type SettingsState } from './settingsState.ts';

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
  /** How often another process's changes are looked for when no message told of them, in ms. @default 2_000 */
  readonly refreshEveryMs?: number;
}

/** Creates the settings of a subgraph. Until `start()` the defaults hold. */
export function createSettings<V extends object>(
  definition: SettingsDefinition<V>,
  parts: SettingsParts,
): Settings<V> {
  const { journal, log, soleWriter = false, refreshEveryMs = 2_000 } = parts;
  const { subgraph } = definition;
  const stream = streamOf(subgraph);
  const model = settingsModel(journal.connection);
  const memory = new SettingsMemory(definition, log);
  const decide = createDecider(subgraph, parts, (state) => memory.take(state));
  const refresh = async (): Promise<void> => {
    const found = await model.findOne({ _id: subgraph }).lean();
    // Stored as it was decided; each value is checked against the schema when it is taken over.
    if (found !== null) memory.take(found as SettingsState);
  };
  const follower = followSettings({ journal, stream, refresh, version: () => memory.version, log });
  let timer: Timer | undefined;

  return {
    definition,
    current: () => memory.values,
    version: () => memory.version,
    onChange: (listener) => memory.onChange(listener),
    change: (command, call) =>
      decide('changeSettings', command, call, (state) => decideChange(definition, state, command)),
    reset: (command, call) =>
      decide('resetSettings', command, call, (state) => decideReset(definition, state, command)),
    history: async (count, before = Infinity) => {
      const end = Math.min(before, memory.version + 1);
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

const streamOf = (subgraph: string): string => `settings:${subgraph}`;

/** Carries out one change under its key: decided, journalled, and `made` known when it has committed. */
function createDecider(
  subgraph: string,
  { journal, idempotency }: SettingsParts,
  made: (state: SettingsState) => void,
) {
  const model = settingsModel(journal.connection);
  const aggregate = defineAggregate<SettingsState, SettingsEvent>({ name: 'settings', model, evolve: evolveSettings }); // prettier-ignore
  return async (
    operation: string,
    input: object,
    { actor, cause, idempotencyKey: key }: SettingsCall,
    decide: (state: SettingsState | undefined) => SettingsEvent[],
  ): Promise<void> => {
    const scope = { principal: actor, operation: `${operation}:${subgraph}`, key, input };
    await journal.exclusive(streamOf(subgraph), () =>
      idempotency.once(scope, async (tx) => {
        const decision = await runDecision(journal, aggregate, { id: subgraph, actor, cause, tx, decide });
        const state = decision.state ?? noSettings;
        tx.afterCommit(() => made(state));
        return { version: state.revision };
      }),
    );
  };
}
