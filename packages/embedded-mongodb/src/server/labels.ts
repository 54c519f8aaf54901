import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';

/** The codes after which a driver may send a retryable write once more. */
const retryableCodes = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Codes that say a transaction may succeed when it is started over. */
const transientCodes = new Set([24, 112, 246, 251, 91, 189, 10107, 11600, 11602, 13435, 13436]);

/** Codes of a failed commit that leave no doubt that nothing was committed. */
const startOverCodes = new Set([24, 112, 246, 251, 267]);

/** Adds the error labels a server gives, or those a fail point puts in their place. */
export function addLabels(name: string, body: Doc, reply: Doc, forced: string[] | undefined): Doc {
  const concernError = reply['writeConcernError'];
  const failed = 'errmsg' in reply;
  if (!failed && !isDoc(concernError)) return reply;
  if (forced) return { ...reply, errorLabels: forced.length ? forced : undefined };
  const code = Number(failed ? reply['code'] : (concernError as Doc)['code']);
  const labels = new Set((reply['errorLabels'] as string[] | undefined) ?? []);
  const ending = name === 'commitTransaction' || name === 'abortTransaction';
  const inTransaction = body['autocommit'] === false && !ending;
  if (inTransaction && failed && transientCodes.has(code)) labels.add('TransientTransactionError');
  if (name === 'commitTransaction' && failed && startOverCodes.has(code))
    labels.add('TransientTransactionError');
  if (!inTransaction && body['txnNumber'] !== undefined && retryableCodes.has(code))
    labels.add('RetryableWriteError');
  if (labels.size === 0) return reply;
  return { ...reply, errorLabels: [...labels] };
}
