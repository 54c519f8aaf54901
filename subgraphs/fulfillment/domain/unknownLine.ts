import { codedError } from '../../../platform/errors/codedError.ts';

/** A line that this work does not have, or that was named twice. */
export const unknownLine = (lineId: string): Error =>
  codedError('BAD_USER_INPUT', `Line ${lineId} is not (or no longer) part of this fulfillment order.`, {
    field: 'lineId',
  });
