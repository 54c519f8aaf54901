import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a server is, and in whose name it is called. */
export interface Access {
  /** Such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The same for subscriptions, such as `ws://127.0.0.1:4000/graphql`. */
  readonly socketUrl: string;
  /** Bearer token. */
  readonly token: string;
}

/**
 * Access to the server of PROMESSE_URL (by default the one of `npm start`). A server in development leaves a token for
 * each of its ready-made callers in its data folder, which DATA_DIR names; elsewhere your identity provider gives it.
 */
export function accessAs(caller: 'shopper' | 'partner', path = '/graphql'): Access {
  const url = `${process.env['PROMESSE_URL'] ?? 'http://127.0.0.1:4000'}${path}`;
  const file = join(process.env['DATA_DIR'] ?? join(import.meta.dirname, '../.data'), 'dev-tokens.json');
  const tokens = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const token = tokens[caller];
  if (token === undefined) throw new Error(`There is no token for ${caller} in ${file}.`);
  return { url, socketUrl: url.replace(/^http/, 'ws'), token };
}
