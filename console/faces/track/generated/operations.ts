/* Generated from console/faces/track/operations.graphql by npm run schema. Do not edit. */
import { gql } from '@urql/core';

export type TrackOrderResult = { readonly trackedOrder: { readonly number: string; readonly locale: string; readonly timeZone: string; readonly placedAt: string; readonly firstPromisedAt: string; readonly promisedAt: string; readonly deliveredAt: string | null; readonly cancelled: boolean; readonly parcels: readonly ({ readonly trackingCodes: readonly string[]; readonly step: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY' | null; readonly stepAt: string | null; readonly expectedAt: string | null; readonly deliveredAt: string | null })[]; readonly choice: { readonly previousAt: string; readonly promisedAt: string; readonly answer: 'KEEP' | 'CANCEL' | 'COLLECT' | null; readonly options: readonly ({ readonly answer: 'KEEP' | 'CANCEL' | 'COLLECT'; readonly promisedAt: string | null; readonly placeId: string | null; readonly placeName: string | null; readonly handle: string | null; readonly difference: { readonly amountMinor: number; readonly currency: string } | null })[] } | null } | null };

export type TrackOrderVariables = { readonly orderId: string; readonly token: string };

export type TrackAnswerResult = { readonly answerPromise: { readonly outcome: 'DONE' | 'ASKED' | 'TOO_LATE' } };

export type TrackAnswerVariables = { readonly input: AnswerPromiseInput };

export type TrackByNumberResult = { readonly orderByNumber: { readonly id: string; readonly number: string; readonly locale: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly placedAt: string; readonly promise: { readonly originalLatestAt: string; readonly currentLatestAt: string; readonly deliveredAt: string | null; readonly timeZone: string } } | null };

export type TrackByNumberVariables = { readonly number: string; readonly email: string };

export interface AnswerPromiseInput {
  readonly orderId: string;
  readonly token: string;
  readonly promisedAt: string;
  readonly answer: 'KEEP' | 'CANCEL' | 'COLLECT';
  readonly collectAtId?: string | null | undefined;
  readonly handle?: string | null | undefined;
  readonly acceptedDifference?: MoneyInput | null | undefined;
  readonly idempotencyKey: string;
}

export interface MoneyInput {
  readonly amountMinor: number;
  readonly currency: string;
}

export const trackOrder = gql<TrackOrderResult, TrackOrderVariables>(`query TrackOrder($orderId: ID!, $token: String!) {
  trackedOrder(orderId: $orderId, token: $token) {
    number
    locale
    timeZone
    placedAt
    firstPromisedAt
    promisedAt
    deliveredAt
    cancelled
    parcels {
      trackingCodes
      step
      stepAt
      expectedAt
      deliveredAt
    }
    choice {
      previousAt
      promisedAt
      answer
      options {
        answer
        promisedAt
        placeId
        placeName
        handle
        difference {
          amountMinor
          currency
        }
      }
    }
  }
}`);

export const trackAnswer = gql<TrackAnswerResult, TrackAnswerVariables>(`mutation TrackAnswer($input: AnswerPromiseInput!) {
  answerPromise(input: $input) {
    outcome
  }
}`);

export const trackByNumber = gql<TrackByNumberResult, TrackByNumberVariables>(`query TrackByNumber($number: String!, $email: String!) {
  orderByNumber(number: $number, email: $email) {
    id
    number
    locale
    status
    statusText
    placedAt
    promise {
      originalLatestAt
      currentLatestAt
      deliveredAt
      timeZone
    }
  }
}`);
