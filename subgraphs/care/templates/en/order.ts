import type { MessageText } from '../text.ts';

/** The order until its parcels leave, in English. */
export const order = {
  ORDER_PLACED: {
    subject: 'Thank you for your order {number}',
    body: ['We have your order of {amount} and are getting it ready.', 'It will be with you by {latest}.'],
  },
  PAYMENT_ACTION_NEEDED: {
    subject: 'Your payment for order {number} needs you',
    body: ['Your bank asks you to confirm the payment of {amount}. We keep your items until then.'],
    sms: 'Please confirm the payment of {amount} for order {number} with your bank.',
  },
  ORDER_ON_HOLD: {
    subject: 'We are checking your order {number}',
    body: ['Your order is on hold for a moment. You need not do anything; we write as soon as it goes on.'],
  },
  ORDER_EDITED: {
    subject: 'Your order {number} has changed',
    body: ['Your order was changed as agreed. It is to be with you, or ready for you, by {latest}.'],
  },
  LINES_CANCELLED: {
    subject: 'Part of your order {number} cannot be delivered',
    body: [
      'We are sorry: we had to cancel {units, plural, one {# item} other {# items}} of your order.',
      'You do not pay for what is cancelled. The rest is on its way as planned.',
    ],
  },
  LINES_CANCELLED_BY_CUSTOMER: {
    subject: 'Part of your order {number} is cancelled',
    body: [
      'As you asked, {units, plural, one {# item is} other {# items are}} cancelled. You do not pay for {units, plural, one {it} other {them}}.',
    ],
  },
  ORDER_CANCELLED: {
    subject: 'Your order {number} is cancelled',
    body: [
      'We are sorry: we had to cancel your order. You do not pay anything; what you have paid comes back to you.',
    ],
  },
  ORDER_CANCELLED_BY_CUSTOMER: {
    subject: 'Your order {number} is cancelled',
    body: ['As you asked, your order is cancelled. What you have paid comes back to you.'],
  },
  BACKORDERED: {
    subject: 'Part of your order {number} arrives a little later',
    body: [
      'We are waiting for {units, plural, one {# item} other {# items}} to come in. We expect to deliver by {latest}.',
    ],
  },
  BACKORDER_MOVED: {
    subject: 'A new date for your order {number}',
    body: [
      'Our supplier is late: instead of {previous} we expect to deliver by {latest}. We are sorry.',
      'You can keep waiting, cancel what has not left yet, or collect it where a store has it: by the link to your order.',
    ],
  },
  REFUNDED: {
    subject: 'We have refunded {amount}',
    body: [
      'We have sent {amount} back to the means of payment you used for order {number}. It can take your bank a few days to show it.',
    ],
  },
  PREPARING_LATE: {
    subject: 'Your order {number} takes us a little longer',
    body: ['We are still preparing your order. We do what we can to be with you by {latest}.'],
  },
  LABEL_NOT_SCANNED: {
    subject: 'Your parcel is about to leave',
    body: [
      'Your parcel is packed and waits for {carrier} to take it over. We keep an eye on it; the date of {latest} stands.',
    ],
  },
  LABEL_STILL_NOT_SCANNED: {
    subject: 'We are looking after your parcel',
    body: [
      '{carrier} has not yet confirmed your parcel. We are asking them and write again as soon as we know more.',
    ],
  },
  TRACKING_INVALID: {
    subject: 'The tracking of your parcel',
    body: [
      '{carrier} does not know the tracking number we gave you. We are finding out where your parcel is and write again if anything changes; you need not do anything.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
