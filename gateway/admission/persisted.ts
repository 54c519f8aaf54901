import { createHash } from 'node:crypto';
import { RequestFault, badRequest } from '../../platform/http/requestFault.ts';
import type { GraphqlParams } from './graphqlParams.ts';
import type { Safelist } from './safelist.ts';
import { ByteLru } from '../engine/run/byteLru.ts';

/** Where automatically persisted operation texts are kept; a shared store lets several gateways learn once. */
export interface PersistedStore {
  get(hash: string): Promise<string | undefined>;
  set(hash: string, text: string): Promise<void>;
}

/** An in-memory store bounded in bytes, that forgets what was used least recently. @default 16 MiB */
export function createMemoryStore(maxBytes = 16 * 1_024 * 1_024): PersistedStore {
  const texts = new ByteLru<string>(maxBytes);
  return {
    get: (hash) => Promise.resolve(texts.get(hash)),
    set(hash, text) {
      // Two bytes for each character at most, and what an entry of the cache takes by itself.
      texts.set(hash, text, 2 * text.length + 256);
      return Promise.resolve();
    },
  };
}

export interface PersistedOptions {
  /** Absent: automatically persisted queries are refused. */
  readonly store?: PersistedStore;
  /** Present: known operations. */
  readonly safelist?: Safelist;
  /** True: nothing outside the safelist runs. */
  readonly safelistOnly: boolean;
}

/** Finds the operation text a request means. */
export interface PersistedOperations {
  resolve(params: GraphqlParams): Promise<string>;
  /** The text of a request that names nothing persisted and may run as it is; undefined: ask `resolve`. */
  plainText(params: GraphqlParams): string | undefined;
  /** Called once the text is known to be valid, so that garbage never fills the store. */
  learn(params: GraphqlParams): Promise<void>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// These two answers are part of the protocol: clients react to the code, and expect status 200.
const notFound = () =>
  new RequestFault('PersistedQueryNotFound', {
    status: 200,
    code: 'PERSISTED_QUERY_NOT_FOUND',
    wellFormed: true,
  });
const notSupported = () =>
  new RequestFault('PersistedQueryNotSupported', {
    status: 200,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    wellFormed: true,
  });
const notListed = () =>
  new RequestFault('This operation is not on the list of known operations.', {
    status: 403,
    code: 'OPERATION_NOT_ALLOWED',
  });

/** The hash a request names, if it names one. */
function namedHash(params: GraphqlParams): string | undefined {
  const persisted = params.extensions?.['persistedQuery'];
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1) throw badRequest('Unsupported persisted query version.');
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    throw badRequest('"sha256Hash" must be 64 hexadecimal digits.');
  }
  return sha256Hash;
}

/** Automatically persisted queries (Apollo's protocol) and the safelist of known operations. */
export function createPersistedOperations({
  store,
  safelist,
  safelistOnly,
}: PersistedOptions): PersistedOperations {
  const fromSafelist = (params: GraphqlParams, hash: string | undefined): string | undefined => {
    const id = params.documentId ?? hash;
    if (id !== undefined) return safelist?.byId(id.replace(/^sha256:/, ''));
    return params.query !== undefined && safelist?.has(params.query) ? params.query : undefined;
  };

  const plainText = ({ query, extensions }: GraphqlParams): string | undefined =>
    extensions === undefined && !safelistOnly ? query : undefined;

  return {
    plainText,
    async resolve(params) {
      const plain = plainText(params);
      if (plain !== undefined) return plain;
      const hash = namedHash(params);
      if (hash !== undefined && params.query !== undefined && sha256(params.query) !== hash) {
        throw badRequest('The provided sha does not match the query.');
      }
      const known = fromSafelist(params, hash);
      if (known !== undefined) return known;
      if (safelistOnly) throw notListed();
      if (params.query !== undefined) {
        if (hash !== undefined && store === undefined) throw notSupported();
        return params.query;
      }
      if (params.documentId !== undefined) throw notListed();
      if (store === undefined) throw notSupported();
      const text = await store.get(hash as string);
      if (text === undefined) throw notFound();
      return text;
    },
    async learn(params) {
      if (store === undefined || params.query === undefined) return;
      const hash = namedHash(params);
      if (hash !== undefined) await store.set(hash, params.query);
    },
  };
}
