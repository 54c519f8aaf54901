/** What a caller should do about an error. */
export interface ErrorCode {
  /** The nearest HTTP status, for logs and for transports that need one. */
  readonly status: number;
  /** What it means. */
  readonly meaning: string;
  /** What the client should do. */
  readonly action: string;
}

/** Every code that can stand in `extensions.code`. The README's table is compared with it both ways. */
export const errorCodes = {
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'An argument has the wrong form or value.',
    action: 'Correct the argument the message names.',
  },
  INVALID_QUANTITY: {
    status: 400,
    meaning: 'A quantity is not a whole number within the allowed range.',
    action: 'Send a whole number from 1 to 99,999.',
  },
  CURRENCY_MISMATCH: {
    status: 400,
    meaning: 'Amounts of different currencies meet.',
    action: 'Use the currency of the cart or order.',
  },
  UNKNOWN_SKU: { status: 404, meaning: 'No variant has this SKU.', action: 'Refresh the catalogue.' },
  UNKNOWN_LOCATION: {
    status: 404,
    meaning: 'There is no location with this id.',
    action: 'Import the location first, or correct the id.',
  },
  LOCATION_CLOSED: {
    status: 409,
    meaning: 'The location is closed and takes no units.',
    action: 'Name an open location.',
  },
  LOCATION_WITHOUT_STOCK: {
    status: 409,
    meaning: 'The location holds no stock, as a pickup point does not.',
    action: 'Name a warehouse, store or supplier.',
  },
  CARRIER_NOT_CONNECTED: {
    status: 409,
    meaning: "The parcel travels with a supplier's own carrier, which tells us nothing.",
    action: 'Say how far it is with reportTracking.',
  },
  CARRIER_CONNECTED: {
    status: 409,
    meaning: 'The carrier of this shipment reports by itself.',
    action: 'Wait for its report, or ask for it with pollShipment.',
  },
  ADDRESS_NOT_CARRIED: {
    status: 400,
    meaning: 'The carrier of the chosen option cannot print or read a field of the address.',
    action: 'Shorten or transcribe the field the message names, or choose another delivery option.',
  },
  SCAN_REFUSED: {
    status: 409,
    meaning: 'What was scanned is not on the list, is unknown, or nothing of it is left to pick.',
    action: 'Put the article back and scan what the list names; `reason` of the extensions says which it is.',
  },
  ALREADY_CLAIMED: {
    status: 409,
    meaning: 'Another location was faster, or the offer has ended.',
    action: 'Take it off the list; nothing is to be done.',
  },
  NOTHING_TO_PICK: {
    status: 409,
    meaning: 'No accepted work is due by then.',
    action: 'Accept work first, or take a later instant.',
  },
  NOTHING_TO_HAND_OVER: {
    status: 409,
    meaning: 'No labelled parcel waits for this pickup.',
    action: 'Label the parcels first.',
  },
  OPTION_REFUSED: {
    status: 400,
    meaning: 'An option of a made-to-order article is missing, unknown, or has a value it does not take.',
    action: 'Correct the option that `option` of the extensions names.',
  },
  COUNT_OUTDATED: {
    status: 409,
    meaning: 'The units were counted before a later count, or too long ago.',
    action: 'Count again.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'There is no such thing, or it is not yours.',
    action: 'Check the id and the token.',
  },
  UNAUTHENTICATED: { status: 401, meaning: 'A valid token is needed.', action: 'Sign in and try again.' },
  FORBIDDEN: {
    status: 403,
    meaning: 'The token does not allow this.',
    action: 'Use a token with the named scopes.',
  },
  INVALID_TRANSITION: {
    status: 409,
    meaning: 'The table of transitions does not allow this step now.',
    action: 'Read the state again and choose one of its allowed actions.',
  },
  CONFLICT: {
    status: 409,
    meaning: 'Somebody else changed it meanwhile.',
    action: 'Read it again and retry.',
  },
  ALREADY_REFUNDED: {
    status: 409,
    meaning: 'The money of these units has gone back, so they are not sent again for nothing.',
    action: 'Order them anew.',
  },
  CART_EMPTY: { status: 400, meaning: 'The cart has no lines.', action: 'Add a line first.' },
  CART_INCOMPLETE: {
    status: 400,
    meaning: 'The cart lacks something that an order needs.',
    action: 'Set what the message names.',
  },
  CART_ORDERED: { status: 409, meaning: 'The cart has become an order.', action: 'Open a new cart.' },
  CART_HOLD_LIMIT: {
    status: 409,
    meaning: 'The cart has held its units for as long as carts may.',
    action: 'Place the order, or free the units first.',
  },
  PAYMENT_DECLINED: {
    status: 402,
    meaning: 'The provider declined the card; nothing was taken, and what was to be paid still is.',
    action: 'Pay with another card, under a new key.',
  },
  PAYMENT_METHOD_NOT_ALLOWED: {
    status: 403,
    meaning: 'This means of payment is not open to this caller on this channel for this delivery method.',
    action: 'Pay by other means, or choose another delivery option.',
  },
  PROMISE_INVALID: {
    status: 400,
    meaning: 'The handle is not one of ours, or belongs to another cart or destination.',
    action: 'Ask for delivery options again.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    meaning: 'The idempotency key is missing or malformed.',
    action: 'Send 1 to 255 printable ASCII characters.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    meaning: 'The key was used with other input.',
    action: 'Use a new key for new input.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    meaning: 'The first call with this key has not ended.',
    action: 'Repeat the same call shortly.',
  },
  COLLECTION_REFUSED: {
    status: 403,
    meaning: 'The collection code is wrong or missing, or this person may not collect.',
    action: 'Ask the customer for the code, or for the name they allowed.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    meaning: 'Somebody guessed too often; whether the last guess was right is not said.',
    action: 'Wait some minutes, or sign in.',
  },
  BAD_SIGNATURE: {
    status: 401,
    meaning: 'The signature of a webhook or subgraph call is wrong or too old.',
    action: 'Check secret and clock.',
  },
  DEADLINE_EXCEEDED: {
    status: 504,
    meaning: 'The deadline of the request has passed.',
    action: 'Retry a read; repeat a write with the same key.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    meaning: 'A subgraph or its database cannot be reached.',
    action: 'Retry later.',
  },
  INTERNAL: { status: 500, meaning: 'A fault of ours; the id leads to the log.', action: 'Report the id.' },
} as const satisfies Record<string, ErrorCode>;

export type ErrorCodeName = keyof typeof errorCodes;
