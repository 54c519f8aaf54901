import type { MessageText } from '../text.ts';

/** Parcels on their way, in English. */
export const delivery = {
  PARCEL_SHIPPED: {
    subject: 'Your parcel is on its way',
    body: ['Your parcel has left us with {carrier}.', 'It will be with you by {latest}.'],
  },
  PARCELS_DIGEST: {
    subject: 'News of your order {number}',
    body: ['{units, plural, one {# parcel} other {# parcels}} of your order moved on today.'],
  },
  ARRIVES_TOMORROW: {
    subject: 'Your parcel arrives tomorrow',
    body: ['{carrier} plans to deliver your parcel tomorrow.'],
  },
  OUT_FOR_DELIVERY: {
    subject: 'Your parcel arrives today',
    body: ['{carrier} is on the way to you with your parcel.'],
    sms: 'Your parcel of order {number} arrives today with {carrier}.',
  },
  DELAY_ANNOUNCED: {
    subject: 'Your parcel arrives later than promised',
    body: [
      '{carrier} tells us of a delay. We now expect your parcel by {latest}. We are sorry that you have to wait.',
    ],
  },
  DELAY_PREDICTED: {
    subject: 'Your order {number} may arrive later than promised',
    body: [
      'Your parcel is slower than usual, and we would rather tell you now: it may arrive after {latest}. We watch it and write as soon as we know more.',
    ],
  },
  DELIVERY_OVERDUE: {
    subject: 'Your order {number} is late',
    body: [
      'Your order was to be with you by {latest} and has not arrived yet. We are sorry. We are following it up and write as soon as we know more.',
    ],
  },
  CUSTOMS: {
    subject: 'Your parcel is at customs',
    body: ['Your parcel with {carrier} is being cleared by customs. You need not do anything.'],
  },
  ATTEMPT_FAILED: {
    subject: 'Your parcel could not be delivered',
    body: [
      '{carrier} was at your door and could not deliver your parcel. It will be tried again or left for you to collect; the tracking shows where.',
    ],
    sms: '{carrier} could not deliver your parcel of order {number} today and will try again.',
  },
  AT_PICKUP_POINT: {
    subject: 'Your parcel is ready to be collected',
    body: [
      'Your parcel waits for you at the pickup point of {carrier}{until, select, unknown {} other { until {until}}}. Please bring the tracking number or your identity card.',
    ],
    sms: 'Parcel of order {number} waits at the pickup point of {carrier}{until, select, unknown {} other { until {until}}}: {tracking}',
  },
  PICKUP_POINT_REMINDER: {
    subject: 'Your parcel is still waiting for you',
    body: ['Your parcel waits at the pickup point until {until}.'],
    sms: 'Your parcel of order {number} waits at the pickup point until {until}: {tracking}',
  },
  PICKUP_POINT_LAST_DAY: {
    subject: 'Last day to collect your parcel',
    body: ['Today is the last day to collect your parcel. After that it goes back to us.'],
    sms: 'Last day to collect your parcel of order {number}: {tracking}',
  },
  PARCEL_DELIVERED: {
    subject: 'Your parcel has arrived',
    body: ['{carrier} has delivered your parcel. We hope that you like it.'],
    sms: 'Your parcel of order {number} has been delivered by {carrier}.',
  },
  ORDER_DELIVERED: {
    subject: 'All of your order {number} has arrived',
    body: ['Every parcel of your order has been delivered. Thank you for your patience.'],
  },
  PARCEL_DAMAGED: {
    subject: 'Your parcel was damaged',
    body: [
      '{carrier} tells us that your parcel was damaged on the way. We are sorry.',
      '{remedy, select, RESHIP {We are sending the items again.} REFUND {We give you your money back.} other {We are looking into it and write within a day.}}',
    ],
  },
  PARCEL_LOST: {
    subject: 'Your parcel was lost',
    body: [
      'Your parcel with {carrier} cannot be found. We are sorry.',
      '{remedy, select, RESHIP {We are sending the items again.} REFUND {We give you your money back.} other {We are looking into it and write within a day.}}',
    ],
  },
  RETURNING_TO_SENDER: {
    subject: 'Your parcel is on its way back to us',
    body: [
      '{carrier} could not deliver your parcel, and it comes back to us. We write to you about what happens next.',
    ],
  },
  BACK_AT_WAREHOUSE: {
    subject: 'Your parcel is back with us',
    body: [
      'The parcel that could not be delivered has arrived here. We give you your money back unless you tell us to send it again.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
