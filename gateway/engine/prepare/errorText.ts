import { GraphQLError } from 'graphql';
import { withoutHints, withoutValues } from '../../../platform/errors/clientMessage.ts';

/** Most errors of one refusal. */
export const refusalErrors = 10;
/** Most bytes of one refusal, about: the envelope of the answer comes on top. */
const refusalBytes = 7_000;
const messageLength = 300;
const mostLocations = 3;

/** A message of graphql-js as a client may read it: no values, and without `hints` no names that were not asked for. */
export function clientMessage(message: string, hints: boolean): string {
  const text = withoutValues(hints ? message : withoutHints(message));
  return text.length <= messageLength ? text : `${text.slice(0, messageLength)}…`;
}

/** The errors of a refusal with their code: few, short, and without values. A code an error has already stays. */
export function clientErrors(
  errors: readonly GraphQLError[],
  code: string,
  hints: boolean,
): readonly GraphQLError[] {
  const shown: GraphQLError[] = [];
  let bytes = 0;
  for (const error of errors.slice(0, refusalErrors)) {
    const one = clientError(error, code, hints);
    bytes += JSON.stringify(one).length;
    if (bytes > refusalBytes && shown.length > 0) break;
    shown.push(one);
  }
  return shown;
}

function clientError(error: GraphQLError, code: string, hints: boolean): GraphQLError {
  const message = clientMessage(error.message, hints);
  const extensions = { code, ...error.extensions };
  const { source, positions } = error;
  return new GraphQLError(message, {
    ...(source && positions && { source, positions: positions.slice(0, mostLocations) }),
    extensions,
  });
}
