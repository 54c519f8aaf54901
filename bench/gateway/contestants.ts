import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtProgram } from '../builtProgram.ts';

/** Name of a gateway in tables and in the JSON. */
export type ContestantName = 'promesse' | 'apollo' | 'mercurius' | 'hive' | 'hiveRust';

/** Where a contestant finds the graph. */
export interface Setting {
  readonly supergraphFile: string;
  readonly subgraphs: string;
  readonly port: number;
  /** Whether identical requests under way may be merged. */
  readonly dedup: boolean;
}

export interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Contestant {
  readonly name: ContestantName;
  readonly title: string;
  /** Whether it can merge identical work under way at all. */
  readonly canDedup: boolean;
  command(setting: Setting): Command;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const hiveProgram = here('./node_modules/@graphql-hive/gateway/dist/bin.js');
const yesNo = (on: boolean): string => (on ? 'yes' : 'no');

/** With the Rust planner the JIT must be off: it would resolve the fields itself and answer null. */
const hive = (name: 'hive' | 'hiveRust', title: string, engine: string): Contestant => ({
  name,
  title,
  canDedup: true,
  command: ({ supergraphFile, port, dedup }) => ({
    args: [
      ...[hiveProgram, 'supergraph', supergraphFile, engine, '--fork', '1'],
      ...['--host', '127.0.0.1', '--port', String(port), '--config-path', here('./peers/hive.config.mjs')],
    ],
    env: { DEDUP: dedup ? 'on' : 'off', DISABLED_OPENTELEMETRY: '1' },
  }),
});

const peer = (name: 'apollo' | 'mercurius', title: string): Contestant => ({
  name,
  title,
  canDedup: false,
  command: ({ supergraphFile, subgraphs, port }) => ({
    args: [here(`./peers/${name}.mjs`)],
    env: { SUPERGRAPH: supergraphFile, SUBGRAPHS: subgraphs, PORT: String(port) },
  }),
});

/** Ours: the stand-alone program as `npm run gateway` starts it, with its limits, metrics and Apollo path as they come. */
export const promesse: Contestant = {
  name: 'promesse',
  title: 'Promesse',
  canDedup: true,
  command: ({ supergraphFile, port, dedup }) => {
    const { file, flags } = builtProgram('gateway');
    return {
      args: [...flags, file, '--supergraph', supergraphFile, '--port', String(port)],
      env: {
        GATEWAY_SHARE_READS: yesNo(dedup),
        GATEWAY_SHARE_REQUESTS: yesNo(dedup),
        // Here all subscribers are one caller: they come from one address, without a token.
        GATEWAY_SOCKETS_PER_CALLER: '100000',
        GATEWAY_STREAMS_PER_CALLER: '100000',
      },
    };
  },
};

export const apollo = peer('apollo', 'Apollo Gateway');

/** Everybody whose packages are installed, ours first. */
export function contestants(): {
  readonly present: readonly Contestant[];
  readonly absent: readonly Contestant[];
} {
  const all: readonly (readonly [Contestant, string])[] = [
    [promesse, '../../tools/gateway.ts'],
    [apollo, './node_modules/@apollo/gateway/package.json'],
    [peer('mercurius', 'Mercurius (JIT)'), './node_modules/@mercuriusjs/gateway/package.json'],
    [hive('hive', 'Hive (JIT)', '--jit'), './node_modules/@graphql-hive/gateway/package.json'],
    [
      hive('hiveRust', 'Hive (Rust planner)', '--hive-router-runtime'),
      './node_modules/@graphql-hive/router-runtime/package.json',
    ],
  ];
  return {
    present: all.filter(([, file]) => existsSync(here(file))).map(([contestant]) => contestant),
    absent: all.filter(([, file]) => !existsSync(here(file))).map(([contestant]) => contestant),
  };
}
