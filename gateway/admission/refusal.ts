import type { Refused } from './admission.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import { faultBody } from '../../platform/http/requestFault.ts';

/** HTTP status of an operation the engine refused to prepare, for clients that look at it. */
export const refusalStatus = ({ reason }: Refused): number => (reason === 'internal' ? 500 : 400);

/** Response body of an operation the engine refused to prepare; a bug of ours shows an id only. */
export function refusalBody(refused: Refused, mask: ErrorMask, requestId: string): string {
  if (refused.reason === 'internal') return faultBody(mask.faultOf(refused.errors[0], requestId));
  return JSON.stringify({ errors: refused.errors.map((error) => error.toJSON()) });
}

/** The code of the first error: which rule refused. */
export const codeOfErrors = (errors: Refused['errors']): string => {
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' ? code : 'UNKNOWN';
};
