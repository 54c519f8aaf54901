import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorCodeOf } from '../errors/codedError.ts';
import { decideChange, decideReset } from './decideSettings.ts';
import { defineSettings } from './settingsDefinition.ts';
import { evolveSettings, valuesOf, type SettingsEvent, type SettingsState } from './settingsState.ts';

const definition = defineSettings(
  'toys',
  z
    .object({
      days: z.int().min(1).max(90).default(7).describe('Days.'),
      remindDaysBefore: z.int().min(0).default(2).describe('Days before the end.'),
      fees: z.record(z.string(), z.int().min(0)).default({ EUR: 290 }).describe('Minor units by currency.'),
    })
    .refine(({ days, remindDaysBefore }) => remindDaysBefore < days, {
      path: ['remindDaysBefore'],
      message: 'a reminder comes before the end',
    }),
);
const reason = 'because of spring';
const change = (state: SettingsState | undefined, version: number, values: object) =>
  decideChange(definition, state, {
    ...{ version, reason },
    changes: Object.entries(values).map(([key, value]: [string, unknown]) => ({ key, value })),
  });
const fold = (state: SettingsState | undefined, events: readonly SettingsEvent[]) =>
  events.reduce<SettingsState | undefined>((before, event) => evolveSettings(before, event), state);
const faultOf = (run: () => unknown): unknown[] => {
  try {
    run();
  } catch (error) {
    return [errorCodeOf(error), (error as { extensions: { field?: string } }).extensions.field];
  }
  return [];
};

describe('a definition', () => {
  it('knows each setting with default, text and JSON Schema', () => {
    expect(definition.items.map(({ key, default: value }) => [key, value])).toEqual([
      ['days', 7],
      ['remindDaysBefore', 2],
      ['fees', { EUR: 290 }],
    ]);
    expect(definition.items[0]?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 90 });
    expect(() => Object.assign(definition.defaults.fees, { EUR: 0 })).toThrow(TypeError);
  });
  it('without a text or a default stops the start', () => {
    const silent = z.object({ days: z.int().default(1) });
    const open = z.object({ days: z.int().describe('Days.') });
    expect(() => defineSettings('toys', silent)).toThrow('description');
    expect(() => defineSettings('toys', open)).toThrow('default');
  });
});

describe('a change', () => {
  it('says what was before and after, and only of what differs', () => {
    const events = change(undefined, 0, { days: 14, remindDaysBefore: 2 });
    expect(events).toEqual([
      {
        type: 'toys.SettingsChanged',
        data: { reason, changes: [{ key: 'days', before: 7, after: 14, reset: false }] },
      },
    ]);
    const state = fold(undefined, events);
    expect(change(state, 1, { days: 14 })).toEqual([]);
    expect(valuesOf(definition, state ?? { overrides: {}, revision: 0 }).values).toEqual({
      ...{ days: 14, remindDaysBefore: 2, fees: { EUR: 290 } },
    });
  });
  it('of an old version is refused, and an old version with nothing to change as well', () => {
    const state = fold(undefined, change(undefined, 0, { days: 14 }));
    for (const version of [0, 2, -1])
      expect(faultOf(() => change(state, version, { days: 14 }))).toEqual(['CONFLICT', 'version']);
  });
  it.each([
    [{ days: 0 }, 'changes[0].value'],
    [{ days: '7' }, 'changes[0].value'],
    [{ days: null }, 'changes[0].value'],
    [{ remindDaysBefore: 1, fees: { EUR: -1 } }, 'changes[1].value.EUR'],
    [{ days: 2 }, 'remindDaysBefore'],
    [{ remindDaysBefore: 7 }, 'changes[0].value'],
    [{ hours: 1 }, 'changes[0]'],
    [{ toString: 1 }, 'changes[0]'],
    [{}, 'changes'],
  ])('to %j is refused at %s', (values, field) => {
    expect(faultOf(() => change(undefined, 0, values))).toEqual(['BAD_USER_INPUT', field]);
  });
  it('needs a reason, and names no setting twice', () => {
    const ask = { version: 0, changes: [{ key: 'days', value: 8 }] };
    for (const bad of ['', '  a ', 'x'.repeat(501)])
      expect(faultOf(() => decideChange(definition, undefined, { ...ask, reason: bad }))).toEqual([
        'BAD_USER_INPUT',
        'reason',
      ]);
    const twice = { ...ask, reason, changes: [...ask.changes, ...ask.changes] };
    expect(faultOf(() => decideChange(definition, undefined, twice))).toEqual([
      'BAD_USER_INPUT',
      'changes[1]',
    ]);
  });
});

describe('a reset', () => {
  it('gives back to the default, also when that is another one by then', () => {
    const state = fold(undefined, change(undefined, 0, { days: 14, fees: {} }));
    const events = decideReset(definition, state, { version: 1, reason, keys: ['days', 'remindDaysBefore'] });
    expect(events[0]?.data.changes).toEqual([{ key: 'days', before: 14, after: 7, reset: true }]);
    expect(fold(state, events)).toEqual({ overrides: { fees: {} }, revision: 2 });
  });
  it('that breaks a rule between settings is refused', () => {
    const state = fold(undefined, change(undefined, 0, { days: 14, remindDaysBefore: 10 }));
    const keys = ['days'];
    expect(faultOf(() => decideReset(definition, state, { version: 1, reason, keys }))).toEqual([
      'BAD_USER_INPUT',
      'remindDaysBefore',
    ]);
  });
});

describe('stored values', () => {
  it('that no longer fit count as not set, and may be set anew', () => {
    const state = { overrides: { days: 91, gone: true, fees: { EUR: 1 } }, revision: 3 };
    const { values, unfit } = valuesOf(definition, state);
    expect(values).toEqual({ days: 7, remindDaysBefore: 2, fees: { EUR: 1 } });
    expect(unfit).toEqual(['days', 'gone']);
    expect(change(state, 3, { days: 8 })[0]?.data.changes).toEqual([
      { key: 'days', before: 7, after: 8, reset: false },
    ]);
  });
  it('are always values that pass the check, whatever was changed in whatever order', () => {
    const step = fc.record({
      key: fc.constantFrom('days', 'remindDaysBefore'),
      value: fc.option(fc.integer({ min: -1, max: 100 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state: SettingsState | undefined;
        for (const { key, value } of steps) {
          const version = state?.revision ?? 0;
          const attempt = () =>
            value === undefined
              ? decideReset(definition, state, { version, reason, keys: [key] })
              : change(state, version, { [key]: value });
          if (faultOf(attempt).length === 0) state = fold(state, attempt());
          const { values, unfit } = valuesOf(definition, state ?? { overrides: {}, revision: 0 });
          expect(definition.check({ ...values }).success).toBe(true);
          expect(unfit).toEqual([]);
        }
      }),
    );
  });
});
