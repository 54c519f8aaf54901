import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect } from 'vitest';
import { scratchDir } from '../support/applicationProcess.ts';
import { runCommand, type Command } from '../support/npm.ts';

/** How long a command line may take, milliseconds. */
export const patienceMs = 300_000;

/** What a file of tests runs command lines with; whatever still runs is ended after each test. */
export interface CommandLines {
  start(line: string, env?: Record<string, string>): Command;
  /** Runs a command line to its end, which must be a good one; what it said. */
  finish(line: string, env?: Record<string, string>): Promise<string>;
  /** Runs a command line that must refuse; what it said. */
  refuse(line: string, env?: Record<string, string>): Promise<string>;
  /** A path in a folder of the tests' own. */
  folder(name: string): string;
}

/** For the top of a file of tests. */
export function openCommandLines(): CommandLines {
  const scratch = scratchDir();
  const running: Command[] = [];
  afterEach(async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
  });
  afterAll(() => scratch.remove());
  const start = (line: string, env?: Record<string, string>): Command => {
    const command = runCommand(line, env);
    running.push(command);
    return command;
  };
  return {
    start,
    finish: async (line, env) => {
      const command = start(line, env);
      expect([line, await command.ended, command.output()]).toEqual([line, 0, command.output()]);
      return command.output();
    },
    refuse: async (line, env) => {
      const command = start(line, env);
      expect(await command.ended, command.output()).toBe(1);
      return command.output();
    },
    folder: (name) => join(scratch.dir, name),
  };
}

export const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
