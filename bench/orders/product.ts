import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runProgram } from '../../test/support/childProcess.ts';
import { openServer, type GraphClient, type GraphServer } from '../../tools/client/graphClient.ts';
import { builtProgram, type BuiltProgram } from '../builtProgram.ts';
import { cpuMsOf } from '../procCpu.ts';

/** What the database of a product has done so far; null where the product does not tell. */
export interface DatabaseFigures {
  readonly commands: number;
  readonly transactions: number;
  readonly commits: number;
}

/** A running product with its ready-made retailer on scratch data. */
export interface Product {
  readonly server: GraphServer;
  readonly shopper: GraphClient;
  readonly admin: GraphClient;
  /** Signs carriers' webhooks. */
  readonly webhookSecret: string;
  /** CPU of the process so far, its embedded database included, ms. */
  cpuMs(): number;
  database(): Promise<DatabaseFigures | null>;
  /** Until the work behind the answers (events, messages, figures) has ended: it belongs to the orders that caused it. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const CONNECTIONS = 128;
/** A second in which the process used less CPU than this is a quiet one, ms. */
const QUIET_MS = 60;
const PATIENCE_S = 120;

/** This checkout's program, or that of an older one: as its `npm run build` left it, or its source where it has no build. */
function programOf(directory: string | undefined): BuiltProgram {
  const own = builtProgram('start');
  if (directory === undefined) return own;
  const file = ['dist/main.js', 'main.ts'].map((name) => resolve(directory, name)).find(existsSync);
  if (file === undefined) throw new Error(`${directory} has neither dist/main.js nor main.ts.`);
  return { ...own, file };
}

/** Starts this product, or the one of an older checkout in `directory`. */
export async function startProduct(directory?: string): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'promesse-bench-orders-'));
  const { file, flags } = programOf(directory);
  const child = runProgram(file, {
    node: flags,
    args: ['--port', '0', '--data', data],
    // The budget per caller is there to stop exactly this.
    env: { GATEWAY_BUDGET: 'no', LOG_LEVEL: 'silent' },
  });
  const line = await child.line(/http:\/\/[^\s/]+\/graphql/, 180_000);
  const url = /http:\/\/[^/\s]+/.exec(line)![0];
  const read = async (name: string) =>
    JSON.parse(await readFile(join(data, name), 'utf8')) as Record<string, string>;
  const tokens = await read('dev-tokens.json');
  const secrets = await read('dev-secrets.json');
  const server = openServer(url, CONNECTIONS);
  const cpuMs = (): number => cpuMsOf(child.process.pid!) ?? NaN;
  return {
    ...{ server, cpuMs },
    shopper: server.as(tokens['shopper']),
    admin: server.as(tokens['admin']),
    webhookSecret: secrets['webhook'] ?? '',
    database: () => databaseFigures(url),
    quiet: async () => {
      for (let second = 0; second < PATIENCE_S; second++) {
        const before = cpuMs();
        await pause(1_000);
        if (cpuMs() - before < QUIET_MS) return;
      }
      throw new Error(`The product was still at work ${PATIENCE_S} s after its last answer.`);
    },
    stop: async () => {
      await server.close();
      await child.kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function databaseFigures(url: string): Promise<DatabaseFigures | null> {
  const text = await (await fetch(`${url}/metrics/subgraphs`)).text();
  const figure = (name: string): number =>
    Number(new RegExp(`^promesse_database_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
  const found = {
    commands: figure('commands'),
    transactions: figure('transactions'),
    commits: figure('commits'),
  };
  return Object.values(found).some(Number.isNaN) ? null : found;
}
