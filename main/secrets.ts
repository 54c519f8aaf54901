import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig } from './config.ts';

/** Secrets shared by the subgraphs of one deployment. */
export interface Secrets {
  /** Signs calls between gateway and subgraphs. */
  readonly subgraph: string;
  /** Signs delivery option handles. */
  readonly handle: string;
  /** Signs carriers' webhooks. */
  readonly webhook: string;
}

/** Secrets from the settings; outside production, missing ones are made once and kept in the data folder (mode 0600). */
export function openSecrets(config: AppConfig): Secrets {
  const { SUBGRAPH_SECRET: subgraph, HANDLE_SECRET: handle, WEBHOOK_SECRET: webhook } = config;
  if (subgraph !== undefined && handle !== undefined && webhook !== undefined)
    return { subgraph, handle, webhook };
  if (config.NODE_ENV === 'production')
    throw new Error(
      'Production needs SUBGRAPH_SECRET, HANDLE_SECRET and WEBHOOK_SECRET, the same in every process.',
    );
  const kept = keptSecrets(join(config.DATA_DIR, 'dev-secrets.json'));
  return {
    subgraph: subgraph ?? kept.subgraph,
    handle: handle ?? kept.handle,
    webhook: webhook ?? kept.webhook,
  };
}

function keptSecrets(file: string): Secrets {
  const fresh = (): string => randomBytes(32).toString('base64url');
  try {
    // Exclusive: of several processes that start together, one makes the file and all read it.
    writeFileSync(file, JSON.stringify({ subgraph: fresh(), handle: fresh(), webhook: fresh() }), {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  // Files of before the rename have `room` for `subgraph`.
  const { room, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as Secrets & { room?: string };
  return room === undefined ? kept : { ...kept, subgraph: kept.subgraph ?? room };
}
