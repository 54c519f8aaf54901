import type { ErrorCodeName } from '../../../schema/errorCodes.ts';

/** What returns knows of a location; fulfillment owns it. */
interface ReturnPlace {
  readonly kind: string;
  /** Whether it takes part at all. */
  readonly active: boolean;
}

/** Why goods cannot be taken back at a place, if anything forbids it: they would be in stock and nowhere to be had. */
export function placeFault(
  id: string,
  place: ReturnPlace | null,
): { readonly code: ErrorCodeName; readonly message: string } | undefined {
  if (place === null) return { code: 'UNKNOWN_LOCATION', message: `There is no location ${id}.` };
  if (place.kind === 'PICKUP_POINT')
    return {
      code: 'LOCATION_WITHOUT_STOCK',
      message: `Location ${id} holds no stock and takes nothing back.`,
    };
  if (!place.active)
    return { code: 'LOCATION_CLOSED', message: `Location ${id} is closed and takes nothing back.` };
  return undefined;
}
