import type { EngineResponse } from '../types.ts';

const error = {
  message: 'The answer is too large; ask for less at a time.',
  extensions: { code: 'ANSWER_TOO_LARGE' },
};

/** The answer to a request whose answer would be too large. */
export const tooLarge: EngineResponse = {
  body: JSON.stringify({ data: null, errors: [error] }),
  outcome: 'errors',
};
