/** Facts a text may name; what each holds stands in `facts.ts`. */
export type FactName =
  | 'amount'
  | 'latestAtMs'
  | 'previousLatestAtMs'
  | 'untilMs'
  | 'units'
  | 'lines'
  | 'carrier'
  | 'tracking'
  | 'place'
  | 'remedy'
  | 'number';

/** What a customer may switch off, by channel. */
export type MessageGroup = 'ORDER' | 'DELIVERY' | 'COLLECTION' | 'RETURN' | 'SERVICE' | 'SURVEY';

/** What one kind of message is about. */
export interface CodeRule {
  readonly group: MessageGroup;
  /** Facts its text needs; a message that lacks one is not written. */
  readonly needs: readonly FactName[];
  /** Facts its text names where they are known. */
  readonly may?: readonly FactName[];
  /** Also sent as a short message to the telephone. */
  readonly sms?: true;
  /** Worth nothing the next morning, so it may be sent during quiet hours. */
  readonly urgent?: true;
  /** Tells of one step of one parcel: only the newest step is told, and only while it is young. */
  readonly step?: true;
  /** Owed to the customer whatever else was sent that day: confirmations, cancellations, money, what they must act on. */
  readonly owed?: true;
  /** Can wait for news of the other parcels of its order. */
  readonly gathers?: true;
  /** Promises or moves a date: once for each promised date. */
  readonly delay?: true;
}

/** A code of a group, whose text needs these facts. */
const of =
  <G extends MessageGroup>(group: G) =>
  <const F extends FactName>(...needs: F[]) => ({ group, needs });
const order = of('ORDER');
const delivery = of('DELIVERY');
const collection = of('COLLECTION');
const back = of('RETURN');
const service = of('SERVICE');
const survey = of('SURVEY');
/** Owed, however much was sent that day. */
const owed = <R extends object>(rule: R) => ({ ...rule, owed: true }) as const;
const step = <const F extends FactName>(...needs: F[]) => ({ ...delivery(...needs), step: true }) as const;

/** Every message the application can write. */
export const messageCodes = {
  ORDER_PLACED: owed(order('amount', 'latestAtMs', 'lines')),
  PAYMENT_ACTION_NEEDED: { ...owed(order('amount')), sms: true },
  ORDER_ON_HOLD: order<never>(),
  ORDER_EDITED: owed(order('latestAtMs')),
  LINES_CANCELLED: owed(order('units', 'lines')),
  LINES_CANCELLED_BY_CUSTOMER: owed(order('units', 'lines')),
  ORDER_CANCELLED: owed(order<never>()),
  ORDER_CANCELLED_BY_CUSTOMER: owed(order<never>()),
  BACKORDERED: order('latestAtMs', 'units'),
  BACKORDER_MOVED: { ...order('latestAtMs', 'previousLatestAtMs'), delay: true },
  REFUNDED: owed(order('amount')),
  PREPARING_LATE: delivery('latestAtMs'),
  LABEL_NOT_SCANNED: delivery('carrier', 'latestAtMs'),
  LABEL_STILL_NOT_SCANNED: delivery('carrier'),
  TRACKING_INVALID: delivery('carrier'),
  PARCEL_SHIPPED: { ...step('carrier', 'tracking', 'latestAtMs', 'lines'), gathers: true },
  PARCELS_DIGEST: delivery('units'),
  ARRIVES_TOMORROW: { ...step('carrier', 'tracking'), gathers: true },
  OUT_FOR_DELIVERY: { ...step('carrier', 'tracking'), sms: true, urgent: true },
  DELAY_ANNOUNCED: { ...delivery('carrier', 'latestAtMs'), delay: true },
  DELAY_PREDICTED: { ...delivery('latestAtMs'), delay: true },
  DELIVERY_OVERDUE: { ...delivery('latestAtMs'), delay: true },
  CUSTOMS: { ...step('carrier'), gathers: true },
  ATTEMPT_FAILED: { ...step('carrier', 'tracking'), sms: true },
  AT_PICKUP_POINT: { ...step('carrier', 'tracking'), may: ['untilMs'], sms: true },
  PICKUP_POINT_REMINDER: { ...delivery('untilMs', 'tracking'), sms: true },
  PICKUP_POINT_LAST_DAY: { ...owed(delivery('tracking')), sms: true },
  PARCEL_DELIVERED: { ...step('carrier', 'lines'), sms: true },
  ORDER_DELIVERED: delivery<never>(),
  PARCEL_DAMAGED: owed(delivery('carrier', 'remedy')),
  PARCEL_LOST: owed(delivery('carrier', 'remedy')),
  RETURNING_TO_SENDER: owed(delivery('carrier')),
  BACK_AT_WAREHOUSE: delivery<never>(),
  READY_TO_COLLECT: { ...owed(collection('place', 'untilMs')), sms: true },
  COLLECT_REMINDER: { ...collection('place', 'untilMs'), sms: true },
  COLLECT_LAST_DAY: { ...owed(collection('place')), sms: true },
  COLLECTED: collection('place'),
  COLLECT_EXPIRED: owed(collection<never>()),
  RETURN_LABEL: owed(back('number')),
  RETURN_ON_ITS_WAY: back('number'),
  RETURN_RECEIVED: back('number'),
  RETURN_INSPECTED: back('number'),
  RETURN_REFUNDED: owed(back('amount')),
  RETURN_REFUSED: owed(back('number')),
  EXCHANGE_SHIPPED: back('carrier', 'tracking'),
  PROMISE_MOVED: { ...service('latestAtMs', 'previousLatestAtMs'), delay: true },
  TICKET_OPENED: service('number'),
  TICKET_ANSWERED: owed(service('number')),
  TICKET_CLOSED: service('number'),
  GOODWILL: owed(service('amount')),
  SURVEY: survey<never>(),
} as const satisfies Readonly<Record<string, CodeRule>>;

export type MessageCode = keyof typeof messageCodes;
export const allCodes = Object.keys(messageCodes) as MessageCode[];
export const ruleOf = (code: MessageCode): CodeRule => messageCodes[code];

/** The code of a word; a word that is none is a fault of ours. */
export function codeOf(word: string): MessageCode {
  if (!Object.hasOwn(messageCodes, word)) throw new Error(`There is no message ${word}.`);
  return word as MessageCode;
}

/** Ways a message can take. */
export type Channel = 'EMAIL' | 'SMS';
/** Channels on which a code is sent. */
export const channelsOf = (code: MessageCode): readonly Channel[] =>
  ruleOf(code).sms === true ? ['EMAIL', 'SMS'] : ['EMAIL'];
