import { codedError, isErrorCode } from '../errors/codedError.ts';
import { SubgraphError } from './subgraphClient.ts';

/** Another subgraph's coded refusal becomes ours, so that the caller learns what to do; everything else stays a fault. */
export function passOn(error: unknown): never {
  if (!(error instanceof SubgraphError) || !isErrorCode(error.code) || error.code === 'INTERNAL') throw error;
  const message = error.errors[0]?.message ?? 'Another subgraph refused.';
  throw codedError(error.code, message);
}
