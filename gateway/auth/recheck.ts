import { RequestFault } from '../../platform/http/requestFault.ts';
import type { Authenticate, Credentials } from '../model/caller.ts';

/** Looks again and again whether credentials of what is open are still good. */
export interface Rechecks {
  /** Watches a credential; `withdrawn` is called once when it is no longer believed. Returns a way to stop watching. */
  add(credentials: Credentials, withdrawn: () => void): () => void;
  close(): void;
}

interface Watched {
  readonly credentials: Credentials;
  readonly withdrawn: () => void;
}

/**
 * Rechecks of one endpoint. A token that cannot be checked at the moment is left alone: its streams end when it is
 * known to be bad, not when the issuer is away.
 */
export function createRechecks(authenticate: Authenticate, everyMs: number): Rechecks {
  const open = new Set<Watched>();
  const check = async (watched: Watched): Promise<void> => {
    try {
      await authenticate(watched.credentials);
    } catch (thrown) {
      if (!(thrown instanceof RequestFault) || thrown.shape.status !== 401) return;
      if (open.delete(watched)) watched.withdrawn();
    }
  };
  const timer = setInterval(() => {
    for (const watched of open) void check(watched);
  }, everyMs).unref();
  return {
    add(credentials, withdrawn) {
      if (credentials.authorization === undefined) return () => undefined;
      const watched = { credentials, withdrawn };
      open.add(watched);
      return () => void open.delete(watched);
    },
    close: () => clearInterval(timer),
  };
}
