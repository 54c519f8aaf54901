import { RequestFault } from '../../platform/http/requestFault.ts';

/** A caller has as many streams open as one may have. */
export const tooManyStreams = (): RequestFault =>
  new RequestFault('This caller has too many streams open; end one first.', {
    status: 429,
    code: 'TOO_MANY_SUBSCRIPTIONS',
  });
