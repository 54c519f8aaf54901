import type { Log } from '../log/log.ts';
import { RequestFault } from './requestFault.ts';

/** Turns whatever was thrown into something that may be shown. */
export interface ErrorMask {
  /** A `RequestFault` as it is; anything else is logged under a new id and answered as an internal error. */
  faultOf(thrown: unknown, requestId: string): RequestFault;
}

export function createErrorMask(log: Log, newId: () => string): ErrorMask {
  return {
    faultOf(thrown, requestId) {
      if (thrown instanceof RequestFault) return thrown;
      const errorId = newId();
      log.error({ errorId, requestId, error: thrown }, 'unexpected error while a request was answered');
      return new RequestFault(`Something went wrong on our side. Error id: ${errorId}`, {
        status: 500,
        code: 'INTERNAL_SERVER_ERROR',
        extensions: { errorId },
      });
    },
  };
}
