import type { MessageText } from '../text.ts';

/** Collection, returns and care, in English. */
export const afterwards = {
  READY_TO_COLLECT: {
    subject: 'Ready to collect: order {number}',
    body: ['Your order waits for you at {place} until {until}. Please bring the order number.'],
    sms: 'Order {number} is ready at {place} until {until}.',
  },
  COLLECT_REMINDER: {
    subject: 'Your order {number} is still waiting for you',
    body: ['Your order waits at {place} until {until}.'],
    sms: 'Order {number} waits at {place} until {until}.',
  },
  COLLECT_LAST_DAY: {
    subject: 'Last day to collect your order {number}',
    body: ['Today is the last day to collect your order at {place}.'],
    sms: 'Last day to collect order {number} at {place}.',
  },
  COLLECTED: {
    subject: 'Thank you for coming by',
    body: ['You have collected your order {number} at {place}. We hope that you like it.'],
  },
  COLLECT_EXPIRED: {
    subject: 'Your order {number} was not collected',
    body: [
      'Your order waited for you, and its time is over. It is cancelled, and what you have paid comes back to you.',
    ],
  },
  RETURN_LABEL: {
    subject: 'The label for your return {return}',
    body: [
      'Your return is registered. Print the label, stick it on the parcel and hand it in; the order page has the label.',
    ],
  },
  RETURN_ON_ITS_WAY: {
    subject: 'Your return {return} is on its way',
    body: ['The carrier has your return. We write as soon as it has arrived.'],
  },
  RETURN_RECEIVED: {
    subject: 'Your return {return} has arrived',
    body: ['We have your return and look at it now.'],
  },
  RETURN_INSPECTED: {
    subject: 'Your return {return} has been checked',
    body: ['We have looked at your return. What we accept is refunded now.'],
  },
  RETURN_REFUNDED: {
    subject: 'We have refunded {amount} for your return',
    body: [
      'We have sent {amount} back to the means of payment you used. It can take your bank a few days to show it.',
    ],
  },
  RETURN_REFUSED: {
    subject: 'About your return {return}',
    body: ['We are sorry: we cannot accept your return. Write to us if you think that we are wrong.'],
  },
  EXCHANGE_SHIPPED: {
    subject: 'Your exchange is on its way',
    body: ['The item you chose instead has left us with {carrier}.'],
  },
  PROMISE_MOVED: {
    subject: 'A new date for your order {number}',
    body: [
      'We promised your order by {previous} and cannot keep that: it will be with you by {latest}. We are sorry.',
      'You can keep waiting, cancel what has not left yet, or collect it where a store has it: by the link to your order.',
    ],
  },
  TICKET_OPENED: {
    subject: 'We have your request {ticket}',
    body: ['Thank you for writing about order {number}. We answer as soon as we can.'],
  },
  TICKET_ANSWERED: {
    subject: 'An answer to your request {ticket}',
    body: ['We have answered your request about order {number}. You find the answer on the order page.'],
  },
  TICKET_CLOSED: {
    subject: 'Your request {ticket} is closed',
    body: ['We believe that your request about order {number} is settled. Write again if it is not.'],
  },
  GOODWILL: {
    subject: 'A small thank you for your patience',
    body: ['Order {number} did not go as it should. We have sent {amount} back to you.'],
  },
  SURVEY: {
    subject: 'How was the delivery of your order {number}?',
    body: ['One click is enough: how was the delivery, from 1 (bad) to 5 (very good)?'],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
