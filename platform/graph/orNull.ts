import { errorCodeOf } from '../errors/codedError.ts';

/** Null instead of NOT_FOUND, for questions that allow "none". */
export const orNull = async <T>(loading: Promise<T>): Promise<T | null> => {
  try {
    return await loading;
  } catch (error) {
    if (errorCodeOf(error) === 'NOT_FOUND') return null;
    throw error;
  }
};
