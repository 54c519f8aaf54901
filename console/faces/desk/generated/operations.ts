/* Generated from console/faces/desk/operations.graphql by npm run schema. Do not edit. */
import { gql } from '@urql/core';

export type DeskFindResult = { readonly searchOrders: { readonly totalCount: number | null; readonly edges: readonly ({ readonly node: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } } } })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } };

export type DeskFindVariables = { readonly filter: OrderSearchInput; readonly locale: string; readonly after?: string | null | undefined };

export type DeskOrderResult = { readonly order: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lastSeq: number; readonly locale: string; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly addressLines: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly instructions: string | null } | null; readonly promiseWhole: { readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly originalLatestAt: string; readonly currentLatestAt: string; readonly timeZone: string; readonly deliveredAt: string | null; readonly confidence: number }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number; readonly cancelled: number; readonly cancelAsked: number; readonly backordered: number; readonly picked: number; readonly packed: number; readonly shipped: number; readonly delivered: number; readonly returnRequested: number; readonly returned: number; readonly writtenOff: number } })[]; readonly sums: { readonly lines: { readonly amountMinor: number; readonly currency: string }; readonly delivery: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly captured: { readonly amountMinor: number; readonly currency: string }; readonly refunded: { readonly amountMinor: number; readonly currency: string } }; readonly shipments: readonly ({ readonly id: string; readonly isReturn: boolean; readonly carrier: string; readonly lastMileCarrier: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED'; readonly milestoneText: string; readonly estimatedDeliveryAt: string | null; readonly deliveredAt: string | null; readonly parcels: readonly ({ readonly number: number; readonly trackingCode: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED' })[] })[]; readonly timeline: { readonly edges: readonly ({ readonly node: { readonly seq: number; readonly at: string; readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM'; readonly actor: string; readonly summary: string } })[] }; readonly messages: readonly ({ readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string })[]; readonly incidents: readonly ({ readonly id: string; readonly type: 'LATE_DISPATCH' | 'LABEL_NOT_SCANNED' | 'TRACKING_INVALID' | 'HELD_AT_CUSTOMS' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED' | 'LOST' | 'RETURNING' | 'NOT_RECEIVED' | 'LEAD_TIME_EXCEEDED'; readonly status: 'OPEN' | 'CLOSED'; readonly openedAt: string })[] } | null };

export type DeskOrderVariables = { readonly id: string; readonly locale: string };

export type DeskOrderLiveResult = { readonly orderStatus: { readonly seq: number; readonly order: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lastSeq: number; readonly locale: string; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly addressLines: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly instructions: string | null } | null; readonly promiseWhole: { readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly originalLatestAt: string; readonly currentLatestAt: string; readonly timeZone: string; readonly deliveredAt: string | null; readonly confidence: number }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number; readonly cancelled: number; readonly cancelAsked: number; readonly backordered: number; readonly picked: number; readonly packed: number; readonly shipped: number; readonly delivered: number; readonly returnRequested: number; readonly returned: number; readonly writtenOff: number } })[]; readonly sums: { readonly lines: { readonly amountMinor: number; readonly currency: string }; readonly delivery: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly captured: { readonly amountMinor: number; readonly currency: string }; readonly refunded: { readonly amountMinor: number; readonly currency: string } }; readonly shipments: readonly ({ readonly id: string; readonly isReturn: boolean; readonly carrier: string; readonly lastMileCarrier: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED'; readonly milestoneText: string; readonly estimatedDeliveryAt: string | null; readonly deliveredAt: string | null; readonly parcels: readonly ({ readonly number: number; readonly trackingCode: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED' })[] })[]; readonly timeline: { readonly edges: readonly ({ readonly node: { readonly seq: number; readonly at: string; readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM'; readonly actor: string; readonly summary: string } })[] }; readonly messages: readonly ({ readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string })[]; readonly incidents: readonly ({ readonly id: string; readonly type: 'LATE_DISPATCH' | 'LABEL_NOT_SCANNED' | 'TRACKING_INVALID' | 'HELD_AT_CUSTOMS' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED' | 'LOST' | 'RETURNING' | 'NOT_RECEIVED' | 'LEAD_TIME_EXCEEDED'; readonly status: 'OPEN' | 'CLOSED'; readonly openedAt: string })[] } } };

export type DeskOrderLiveVariables = { readonly id: string; readonly afterSeq: number; readonly locale: string };

export type DeskOrdersLiveResult = { readonly ordersChanged: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } } } };

export type DeskOrdersLiveVariables = { readonly locale: string };

export type DeskCancelResult = { readonly cancelOrder: { readonly __typename: 'CancelOrderSuccess'; readonly outcome: 'CANCELLED' | 'PARTIALLY_CANCELLED' | 'ASKED'; readonly cancelledUnits: number; readonly askedUnits: number; readonly refusedUnits: number; readonly order: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lastSeq: number; readonly locale: string; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly addressLines: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly instructions: string | null } | null; readonly promiseWhole: { readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly originalLatestAt: string; readonly currentLatestAt: string; readonly timeZone: string; readonly deliveredAt: string | null; readonly confidence: number }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number; readonly cancelled: number; readonly cancelAsked: number; readonly backordered: number; readonly picked: number; readonly packed: number; readonly shipped: number; readonly delivered: number; readonly returnRequested: number; readonly returned: number; readonly writtenOff: number } })[]; readonly sums: { readonly lines: { readonly amountMinor: number; readonly currency: string }; readonly delivery: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly captured: { readonly amountMinor: number; readonly currency: string }; readonly refunded: { readonly amountMinor: number; readonly currency: string } }; readonly shipments: readonly ({ readonly id: string; readonly isReturn: boolean; readonly carrier: string; readonly lastMileCarrier: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED'; readonly milestoneText: string; readonly estimatedDeliveryAt: string | null; readonly deliveredAt: string | null; readonly parcels: readonly ({ readonly number: number; readonly trackingCode: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED' })[] })[]; readonly timeline: { readonly edges: readonly ({ readonly node: { readonly seq: number; readonly at: string; readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM'; readonly actor: string; readonly summary: string } })[] }; readonly messages: readonly ({ readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string })[]; readonly incidents: readonly ({ readonly id: string; readonly type: 'LATE_DISPATCH' | 'LABEL_NOT_SCANNED' | 'TRACKING_INVALID' | 'HELD_AT_CUSTOMS' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED' | 'LOST' | 'RETURNING' | 'NOT_RECEIVED' | 'LEAD_TIME_EXCEEDED'; readonly status: 'OPEN' | 'CLOSED'; readonly openedAt: string })[] } } | { readonly __typename: 'CancelTooLate'; readonly message: string } };

export type DeskCancelVariables = { readonly input: CancelOrderInput; readonly locale: string };

export type DeskGoodwillResult = { readonly refundGoodwill: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lastSeq: number; readonly locale: string; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly addressLines: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly instructions: string | null } | null; readonly promiseWhole: { readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly originalLatestAt: string; readonly currentLatestAt: string; readonly timeZone: string; readonly deliveredAt: string | null; readonly confidence: number }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number; readonly cancelled: number; readonly cancelAsked: number; readonly backordered: number; readonly picked: number; readonly packed: number; readonly shipped: number; readonly delivered: number; readonly returnRequested: number; readonly returned: number; readonly writtenOff: number } })[]; readonly sums: { readonly lines: { readonly amountMinor: number; readonly currency: string }; readonly delivery: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly captured: { readonly amountMinor: number; readonly currency: string }; readonly refunded: { readonly amountMinor: number; readonly currency: string } }; readonly shipments: readonly ({ readonly id: string; readonly isReturn: boolean; readonly carrier: string; readonly lastMileCarrier: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED'; readonly milestoneText: string; readonly estimatedDeliveryAt: string | null; readonly deliveredAt: string | null; readonly parcels: readonly ({ readonly number: number; readonly trackingCode: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED' })[] })[]; readonly timeline: { readonly edges: readonly ({ readonly node: { readonly seq: number; readonly at: string; readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM'; readonly actor: string; readonly summary: string } })[] }; readonly messages: readonly ({ readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string })[]; readonly incidents: readonly ({ readonly id: string; readonly type: 'LATE_DISPATCH' | 'LABEL_NOT_SCANNED' | 'TRACKING_INVALID' | 'HELD_AT_CUSTOMS' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED' | 'LOST' | 'RETURNING' | 'NOT_RECEIVED' | 'LEAD_TIME_EXCEEDED'; readonly status: 'OPEN' | 'CLOSED'; readonly openedAt: string })[] } };

export type DeskGoodwillVariables = { readonly input: RefundGoodwillInput; readonly locale: string };

export type DeskRepromiseOptionsResult = { readonly previewOrderChange: { readonly possible: boolean; readonly refusals: readonly ({ readonly code: 'NOT_CONFIRMED' | 'IN_PROGRESS' | 'HAS_LEFT' | 'PARTLY_LEFT' | 'PACKED' | 'TOO_MANY' | 'NOT_AVAILABLE' | 'OTHER_COUNTRY' | 'PAYMENT_METHOD'; readonly message: string })[]; readonly options: readonly ({ readonly handle: string; readonly title: string; readonly latestDeliveryAt: string; readonly collectAtName: string | null; readonly difference: { readonly amountMinor: number; readonly currency: string } })[] } | null };

export type DeskRepromiseOptionsVariables = { readonly change: OrderChangeInput };

export type DeskRepromiseResult = { readonly confirmOrderChange: { readonly __typename: 'OrderChanged'; readonly order: { readonly id: string; readonly number: string; readonly status: 'PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED'; readonly statusText: string; readonly delayed: boolean; readonly atRisk: boolean; readonly placedAt: string; readonly channel: string; readonly address: { readonly name: string; readonly city: string; readonly country: string } | null; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly originalLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lastSeq: number; readonly locale: string; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly addressLines: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly instructions: string | null } | null; readonly promiseWhole: { readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly originalLatestAt: string; readonly currentLatestAt: string; readonly timeZone: string; readonly deliveredAt: string | null; readonly confidence: number }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number; readonly cancelled: number; readonly cancelAsked: number; readonly backordered: number; readonly picked: number; readonly packed: number; readonly shipped: number; readonly delivered: number; readonly returnRequested: number; readonly returned: number; readonly writtenOff: number } })[]; readonly sums: { readonly lines: { readonly amountMinor: number; readonly currency: string }; readonly delivery: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly captured: { readonly amountMinor: number; readonly currency: string }; readonly refunded: { readonly amountMinor: number; readonly currency: string } }; readonly shipments: readonly ({ readonly id: string; readonly isReturn: boolean; readonly carrier: string; readonly lastMileCarrier: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED'; readonly milestoneText: string; readonly estimatedDeliveryAt: string | null; readonly deliveredAt: string | null; readonly parcels: readonly ({ readonly number: number; readonly trackingCode: string; readonly milestone: 'CREATED' | 'LABEL_PURCHASED' | 'HANDED_OVER' | 'IN_TRANSIT' | 'CUSTOMS' | 'OUT_FOR_DELIVERY' | 'AVAILABLE_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'DELIVERED' | 'EXCEPTION' | 'REFUSED' | 'DAMAGED' | 'RETURN_TO_SENDER' | 'RETURNED_TO_SENDER' | 'LOST' | 'CANCELLED' })[] })[]; readonly timeline: { readonly edges: readonly ({ readonly node: { readonly seq: number; readonly at: string; readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM'; readonly actor: string; readonly summary: string } })[] }; readonly messages: readonly ({ readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string })[]; readonly incidents: readonly ({ readonly id: string; readonly type: 'LATE_DISPATCH' | 'LABEL_NOT_SCANNED' | 'TRACKING_INVALID' | 'HELD_AT_CUSTOMS' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED' | 'LOST' | 'RETURNING' | 'NOT_RECEIVED' | 'LEAD_TIME_EXCEEDED'; readonly status: 'OPEN' | 'CLOSED'; readonly openedAt: string })[] } } | { readonly __typename: 'OrderChangeAsked' } | { readonly __typename: 'OrderChangeTooLate'; readonly message: string } | { readonly __typename: 'OutOfStock'; readonly outOfStock: string } | { readonly __typename: 'PromiseExpired'; readonly expired: string } | { readonly __typename: 'PaymentDeclined'; readonly declined: string } };

export type DeskRepromiseVariables = { readonly input: ConfirmOrderChangeInput; readonly locale: string };

export type DeskPreviewMessageResult = { readonly previewMessage: { readonly subject: string; readonly text: string } | null };

export type DeskPreviewMessageVariables = { readonly orderId: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY' };

export type DeskResendResult = { readonly resendMessage: { readonly id: string; readonly code: 'ORDER_PLACED' | 'PAYMENT_ACTION_NEEDED' | 'ORDER_ON_HOLD' | 'ORDER_EDITED' | 'LINES_CANCELLED' | 'LINES_CANCELLED_BY_CUSTOMER' | 'ORDER_CANCELLED' | 'ORDER_CANCELLED_BY_CUSTOMER' | 'BACKORDERED' | 'BACKORDER_MOVED' | 'REFUNDED' | 'PREPARING_LATE' | 'LABEL_NOT_SCANNED' | 'LABEL_STILL_NOT_SCANNED' | 'TRACKING_INVALID' | 'PARCEL_SHIPPED' | 'PARCELS_DIGEST' | 'ARRIVES_TOMORROW' | 'OUT_FOR_DELIVERY' | 'DELAY_ANNOUNCED' | 'DELAY_PREDICTED' | 'DELIVERY_OVERDUE' | 'CUSTOMS' | 'ATTEMPT_FAILED' | 'AT_PICKUP_POINT' | 'PICKUP_POINT_REMINDER' | 'PICKUP_POINT_LAST_DAY' | 'PARCEL_DELIVERED' | 'ORDER_DELIVERED' | 'PARCEL_DAMAGED' | 'PARCEL_LOST' | 'RETURNING_TO_SENDER' | 'BACK_AT_WAREHOUSE' | 'READY_TO_COLLECT' | 'COLLECT_REMINDER' | 'COLLECT_LAST_DAY' | 'COLLECTED' | 'COLLECT_EXPIRED' | 'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUNDED' | 'RETURN_REFUSED' | 'EXCHANGE_SHIPPED' | 'PROMISE_MOVED' | 'TICKET_OPENED' | 'TICKET_ANSWERED' | 'TICKET_CLOSED' | 'GOODWILL' | 'SURVEY'; readonly channel: 'EMAIL' | 'SMS'; readonly status: 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED'; readonly reason: string | null; readonly at: string } };

export type DeskResendVariables = { readonly input: ResendMessageInput };

export interface OrderSearchInput {
  readonly number?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly phoneCountry?: string | null | undefined;
  readonly sku?: string | null | undefined;
  readonly placedFrom?: string | null | undefined;
  readonly placedTo?: string | null | undefined;
  readonly trackingCode?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly status?: readonly ('PLACED' | 'ON_HOLD' | 'CONFIRMED' | 'IN_FULFILLMENT' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'PARTIALLY_DELIVERED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED')[] | null | undefined;
  readonly delayed?: boolean | null | undefined;
}

export interface CancelOrderInput {
  readonly orderId: string;
  readonly lines?: readonly OrderLineQuantityInput[] | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey: string;
}

export interface RefundGoodwillInput {
  readonly orderId: string;
  readonly amount?: MoneyInput | null | undefined;
  readonly lineId?: string | null | undefined;
  readonly delivery?: boolean | null | undefined;
  readonly reason: string;
  readonly idempotencyKey: string;
}

export interface OrderChangeInput {
  readonly orderId: string;
  readonly add?: readonly CartLineInput[] | null | undefined;
  readonly remove?: readonly OrderLineQuantityInput[] | null | undefined;
  readonly address?: AddressInput | null | undefined;
  readonly instructions?: string | null | undefined;
  readonly delivery?: OrderDeliveryChangeInput | null | undefined;
}

export interface ConfirmOrderChangeInput {
  readonly change: OrderChangeInput;
  readonly deliveryOptionHandle?: string | null | undefined;
  readonly windowStartAt?: string | null | undefined;
  readonly acceptedDifference: MoneyInput;
  readonly paymentToken?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey: string;
}

export interface ResendMessageInput {
  readonly orderId: string;
  readonly messageId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

export interface OrderLineQuantityInput {
  readonly lineId: string;
  readonly quantity: number;
}

export interface MoneyInput {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface CartLineInput {
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
  readonly options?: readonly ChosenOptionInput[] | null | undefined;
}

export interface AddressInput {
  readonly name: string;
  readonly company?: string | null | undefined;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly country: string;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly instructions?: string | null | undefined;
}

export interface OrderDeliveryChangeInput {
  readonly methodTypes?: readonly ('SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT')[] | null | undefined;
  readonly collectAtId?: string | null | undefined;
}

export interface ChosenOptionInput {
  readonly code: string;
  readonly value: string;
}

export const deskFind = gql<DeskFindResult, DeskFindVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

query DeskFind($filter: OrderSearchInput!, $locale: String!, $after: String) {
  searchOrders(first: 25, after: $after, filter: $filter) {
    totalCount
    edges {
      node {
        ...DeskRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const deskOrder = gql<DeskOrderResult, DeskOrderVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

fragment DeskWhole on Order {
  ...DeskRow
  lastSeq
  locale
  contact {
    email
    phone
  }
  addressLines: address {
    name
    line1
    line2
    postalCode
    city
    country
    instructions
  }
  promiseWhole: promise {
    methodType
    title
    originalLatestAt
    currentLatestAt
    timeZone
    deliveredAt
    confidence
  }
  lines {
    id
    sku
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
    quantities {
      ordered
      cancelled
      cancelAsked
      backordered
      picked
      packed
      shipped
      delivered
      returnRequested
      returned
      writtenOff
    }
  }
  sums: totals {
    lines {
      amountMinor
      currency
    }
    delivery {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    captured {
      amountMinor
      currency
    }
    refunded {
      amountMinor
      currency
    }
  }
  shipments {
    id
    isReturn
    carrier
    lastMileCarrier
    milestone
    milestoneText(locale: $locale)
    estimatedDeliveryAt
    deliveredAt
    parcels {
      number
      trackingCode
      milestone
    }
  }
  timeline(first: 50) {
    edges {
      node {
        seq
        at
        by
        actor
        summary(locale: $locale)
      }
    }
  }
  messages {
    id
    code
    channel
    status
    reason
    at
  }
  incidents {
    id
    type
    status
    openedAt
  }
}

query DeskOrder($id: ID!, $locale: String!) {
  order(id: $id) {
    ...DeskWhole
  }
}`);

export const deskOrderLive = gql<DeskOrderLiveResult, DeskOrderLiveVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

fragment DeskWhole on Order {
  ...DeskRow
  lastSeq
  locale
  contact {
    email
    phone
  }
  addressLines: address {
    name
    line1
    line2
    postalCode
    city
    country
    instructions
  }
  promiseWhole: promise {
    methodType
    title
    originalLatestAt
    currentLatestAt
    timeZone
    deliveredAt
    confidence
  }
  lines {
    id
    sku
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
    quantities {
      ordered
      cancelled
      cancelAsked
      backordered
      picked
      packed
      shipped
      delivered
      returnRequested
      returned
      writtenOff
    }
  }
  sums: totals {
    lines {
      amountMinor
      currency
    }
    delivery {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    captured {
      amountMinor
      currency
    }
    refunded {
      amountMinor
      currency
    }
  }
  shipments {
    id
    isReturn
    carrier
    lastMileCarrier
    milestone
    milestoneText(locale: $locale)
    estimatedDeliveryAt
    deliveredAt
    parcels {
      number
      trackingCode
      milestone
    }
  }
  timeline(first: 50) {
    edges {
      node {
        seq
        at
        by
        actor
        summary(locale: $locale)
      }
    }
  }
  messages {
    id
    code
    channel
    status
    reason
    at
  }
  incidents {
    id
    type
    status
    openedAt
  }
}

subscription DeskOrderLive($id: ID!, $afterSeq: SafeInt!, $locale: String!) {
  orderStatus(orderId: $id, afterSeq: $afterSeq) {
    seq
    order {
      ...DeskWhole
    }
  }
}`);

export const deskOrdersLive = gql<DeskOrdersLiveResult, DeskOrdersLiveVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

subscription DeskOrdersLive($locale: String!) {
  ordersChanged {
    ...DeskRow
  }
}`);

export const deskCancel = gql<DeskCancelResult, DeskCancelVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

fragment DeskWhole on Order {
  ...DeskRow
  lastSeq
  locale
  contact {
    email
    phone
  }
  addressLines: address {
    name
    line1
    line2
    postalCode
    city
    country
    instructions
  }
  promiseWhole: promise {
    methodType
    title
    originalLatestAt
    currentLatestAt
    timeZone
    deliveredAt
    confidence
  }
  lines {
    id
    sku
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
    quantities {
      ordered
      cancelled
      cancelAsked
      backordered
      picked
      packed
      shipped
      delivered
      returnRequested
      returned
      writtenOff
    }
  }
  sums: totals {
    lines {
      amountMinor
      currency
    }
    delivery {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    captured {
      amountMinor
      currency
    }
    refunded {
      amountMinor
      currency
    }
  }
  shipments {
    id
    isReturn
    carrier
    lastMileCarrier
    milestone
    milestoneText(locale: $locale)
    estimatedDeliveryAt
    deliveredAt
    parcels {
      number
      trackingCode
      milestone
    }
  }
  timeline(first: 50) {
    edges {
      node {
        seq
        at
        by
        actor
        summary(locale: $locale)
      }
    }
  }
  messages {
    id
    code
    channel
    status
    reason
    at
  }
  incidents {
    id
    type
    status
    openedAt
  }
}

mutation DeskCancel($input: CancelOrderInput!, $locale: String!) {
  cancelOrder(input: $input) {
    __typename
    ... on CancelOrderSuccess {
      outcome
      cancelledUnits
      askedUnits
      refusedUnits
      order {
        ...DeskWhole
      }
    }
    ... on CancelTooLate {
      message(locale: $locale)
    }
  }
}`);

export const deskGoodwill = gql<DeskGoodwillResult, DeskGoodwillVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

fragment DeskWhole on Order {
  ...DeskRow
  lastSeq
  locale
  contact {
    email
    phone
  }
  addressLines: address {
    name
    line1
    line2
    postalCode
    city
    country
    instructions
  }
  promiseWhole: promise {
    methodType
    title
    originalLatestAt
    currentLatestAt
    timeZone
    deliveredAt
    confidence
  }
  lines {
    id
    sku
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
    quantities {
      ordered
      cancelled
      cancelAsked
      backordered
      picked
      packed
      shipped
      delivered
      returnRequested
      returned
      writtenOff
    }
  }
  sums: totals {
    lines {
      amountMinor
      currency
    }
    delivery {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    captured {
      amountMinor
      currency
    }
    refunded {
      amountMinor
      currency
    }
  }
  shipments {
    id
    isReturn
    carrier
    lastMileCarrier
    milestone
    milestoneText(locale: $locale)
    estimatedDeliveryAt
    deliveredAt
    parcels {
      number
      trackingCode
      milestone
    }
  }
  timeline(first: 50) {
    edges {
      node {
        seq
        at
        by
        actor
        summary(locale: $locale)
      }
    }
  }
  messages {
    id
    code
    channel
    status
    reason
    at
  }
  incidents {
    id
    type
    status
    openedAt
  }
}

mutation DeskGoodwill($input: RefundGoodwillInput!, $locale: String!) {
  refundGoodwill(input: $input) {
    ...DeskWhole
  }
}`);

export const deskRepromiseOptions = gql<DeskRepromiseOptionsResult, DeskRepromiseOptionsVariables>(`query DeskRepromiseOptions($change: OrderChangeInput!) {
  previewOrderChange(change: $change) {
    possible
    refusals {
      code
      message
    }
    options {
      handle
      title
      latestDeliveryAt
      collectAtName
      difference {
        amountMinor
        currency
      }
    }
  }
}`);

export const deskRepromise = gql<DeskRepromiseResult, DeskRepromiseVariables>(`fragment DeskRow on Order {
  id
  number
  status
  statusText(locale: $locale)
  delayed
  atRisk
  placedAt
  channel
  address {
    name
    city
    country
  }
  promise {
    title
    currentLatestAt
    originalLatestAt
    timeZone
  }
  totals {
    total {
      amountMinor
      currency
    }
  }
}

fragment DeskWhole on Order {
  ...DeskRow
  lastSeq
  locale
  contact {
    email
    phone
  }
  addressLines: address {
    name
    line1
    line2
    postalCode
    city
    country
    instructions
  }
  promiseWhole: promise {
    methodType
    title
    originalLatestAt
    currentLatestAt
    timeZone
    deliveredAt
    confidence
  }
  lines {
    id
    sku
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
    quantities {
      ordered
      cancelled
      cancelAsked
      backordered
      picked
      packed
      shipped
      delivered
      returnRequested
      returned
      writtenOff
    }
  }
  sums: totals {
    lines {
      amountMinor
      currency
    }
    delivery {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    captured {
      amountMinor
      currency
    }
    refunded {
      amountMinor
      currency
    }
  }
  shipments {
    id
    isReturn
    carrier
    lastMileCarrier
    milestone
    milestoneText(locale: $locale)
    estimatedDeliveryAt
    deliveredAt
    parcels {
      number
      trackingCode
      milestone
    }
  }
  timeline(first: 50) {
    edges {
      node {
        seq
        at
        by
        actor
        summary(locale: $locale)
      }
    }
  }
  messages {
    id
    code
    channel
    status
    reason
    at
  }
  incidents {
    id
    type
    status
    openedAt
  }
}

mutation DeskRepromise($input: ConfirmOrderChangeInput!, $locale: String!) {
  confirmOrderChange(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...DeskWhole
      }
    }
    ... on OrderChangeTooLate {
      message
    }
    ... on OutOfStock {
      outOfStock: message(locale: $locale)
    }
    ... on PromiseExpired {
      expired: message(locale: $locale)
    }
    ... on PaymentDeclined {
      declined: message(locale: $locale)
    }
  }
}`);

export const deskPreviewMessage = gql<DeskPreviewMessageResult, DeskPreviewMessageVariables>(`query DeskPreviewMessage($orderId: ID!, $code: MessageCode!) {
  previewMessage(orderId: $orderId, code: $code) {
    subject
    text
  }
}`);

export const deskResend = gql<DeskResendResult, DeskResendVariables>(`mutation DeskResend($input: ResendMessageInput!) {
  resendMessage(input: $input) {
    id
    code
    channel
    status
    reason
    at
  }
}`);
