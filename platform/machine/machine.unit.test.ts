import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../errors/codedError.ts';
import { defineMachine } from './machine.ts';
import type { MachineTable } from './machineTable.ts';

const sound: MachineTable<'OPEN' | 'BUSY' | 'DONE'> = {
  name: 'Job',
  initial: 'OPEN',
  final: ['DONE'],
  transitions: { OPEN: ['BUSY', 'DONE'], BUSY: ['OPEN', 'DONE'], DONE: [] },
};

describe('a state machine', () => {
  it('answers from its table', () => {
    const machine = defineMachine(sound);
    expect(machine.allowedTransitions('OPEN')).toEqual(['BUSY', 'DONE']);
    expect(machine.can('DONE', 'OPEN')).toBe(false);
    expect(machine.isFinal('DONE')).toBe(true);
  });
  it('refuses a step with a code, and says which steps there are', () => {
    const machine = defineMachine(sound);
    try {
      machine.requireTransition('DONE', 'BUSY');
      expect.unreachable();
    } catch (error) {
      expect(errorCodeOf(error)).toBe('INVALID_TRANSITION');
      expect(error).toMatchObject({ extensions: { from: 'DONE', to: 'BUSY', allowed: [] } });
    }
  });
  it.each([
    [
      'an unknown successor',
      { transitions: { ...sound.transitions, BUSY: ['LOST' as 'DONE'] } },
      'unknown state LOST',
    ],
    [
      'an unreachable state',
      { transitions: { OPEN: ['DONE'], BUSY: ['DONE'], DONE: [] } },
      'BUSY cannot be reached',
    ],
    ['a dead end', { transitions: { OPEN: ['BUSY', 'DONE'], BUSY: [], DONE: [] } }, 'BUSY is a dead end'],
    ['an unknown initial state', { initial: 'NONE' as 'OPEN' }, 'initial state NONE is unknown'],
    ['an unknown final state', { final: ['DONE', 'GONE' as 'DONE'] }, 'final state GONE is unknown'],
    [
      'a successor named twice',
      { transitions: { ...sound.transitions, OPEN: ['BUSY', 'BUSY', 'DONE'] } },
      'twice',
    ],
  ] as [string, Partial<MachineTable<'OPEN' | 'BUSY' | 'DONE'>>, string][])(
    'with %s does not boot',
    (_name, wrong, message) => {
      expect(() => defineMachine({ ...sound, ...wrong })).toThrow(message);
    },
  );
  it('names all faults at once', () => {
    const transitions = { OPEN: ['DONE'], BUSY: [], DONE: [] } as const;
    expect(() => defineMachine({ ...sound, transitions })).toThrow(/cannot be reached.*dead end/);
  });
});
