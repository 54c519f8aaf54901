/* Generated from schema/subgraphs/orders.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { CartDoc, AddressDoc, DestinationDoc, OrderDoc } from '../store/models.ts';
import type { CartLineRow, LineRow, PaymentRow } from '../store/loaders.ts';
import type { OrderPage } from '../queries/orderPage.ts';
import type { CustomerRow, Activity } from '../queries/customer.ts';
import type { GiftReceiptSeen } from '../commands/giftReceipts.ts';
import type { GiftCreditDoc } from '../store/giftModel.ts';
import type { GivenLine } from '../resolvers/gifts.ts';
import type { TimelineEntry } from '../domain/timelineEntry.ts';
import type { StatusUpdate } from '../queries/statusStream.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A JSON value: at most 8 levels and 20,000 characters. */
  JSON: { input: unknown; output: unknown; }
  /** An instant in UTC, RFC 3339, for example 2026-03-29T01:00:00Z. */
  DateTime: { input: number; output: number; }
  /** A calendar day without time or zone, for example 2026-03-29. */
  LocalDate: { input: string; output: string; }
  /** An IANA time zone, for example Europe/Paris. */
  TimeZone: { input: string; output: string; }
  /** An ISO 4217 currency code, for example EUR. */
  CurrencyCode: { input: string; output: string; }
  /** An ISO 3166-1 alpha-2 country code, for example FR. */
  CountryCode: { input: string; output: string; }
  /** A whole number that is exact in IEEE 754 double precision (at most 2^53 - 1 in size). */
  SafeInt: { input: number; output: number; }
  link__Import: { input: unknown; output: unknown; }
  federation__FieldSet: { input: string; output: string; }
  federation__Scope: { input: string; output: string; }
  federation__Policy: { input: unknown; output: unknown; }
  federation__ContextFieldValue: { input: unknown; output: unknown; }
};

/** What the retailer decides about one part of the application. */
export type SettingsRecord = {
  __typename?: 'SettingsRecord';
  /** The part, for example returns. */
  subgraph: Scalars['String']['output'];
  /** Grows by one with each change; a change names the version it was made on. */
  version: Scalars['Int']['output'];
  /** All settings, with the value in force. */
  settings: Array<Setting>;
  /** Who changed what, when and why; newest first. */
  history: SettingsRevisionConnection;
};


/** What the retailer decides about one part of the application. */
export type SettingsRecordHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One setting. */
export type Setting = {
  __typename?: 'Setting';
  /** Its name, with its unit. */
  key: Scalars['String']['output'];
  /** What holds now. */
  value: Maybe<Scalars['JSON']['output']>;
  /** What holds when nothing else was decided. */
  default: Maybe<Scalars['JSON']['output']>;
  /** What it means. */
  description: Scalars['String']['output'];
  /** The values it takes, as JSON Schema. */
  schema: Scalars['JSON']['output'];
};

/** One change of settings. */
export type SettingsRevision = {
  __typename?: 'SettingsRevision';
  /** Version the change made. */
  version: Scalars['Int']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Subject of whoever changed them. */
  actor: Scalars['String']['output'];
  /** Why, in their words. */
  reason: Scalars['String']['output'];
  /** What changed. */
  changes: Array<SettingChange>;
};

/** One setting in a change. */
export type SettingChange = {
  __typename?: 'SettingChange';
  /** Name of the setting. */
  key: Scalars['String']['output'];
  /** Value until then. */
  before: Maybe<Scalars['JSON']['output']>;
  /** Value from then on. */
  after: Maybe<Scalars['JSON']['output']>;
  /** Whether it was given back to its default. */
  reset: Scalars['Boolean']['output'];
};

/** A page of changes. */
export type SettingsRevisionConnection = {
  __typename?: 'SettingsRevisionConnection';
  /** The changes of this page. */
  edges: Array<SettingsRevisionEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One change in a page. */
export type SettingsRevisionEdge = {
  __typename?: 'SettingsRevisionEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: SettingsRevision;
};

/** Settings to change, all or none. */
export type ChangeSettingsInput = {
  /** Version the change is made on; CONFLICT if it is not the present one. */
  version: Scalars['Int']['input'];
  /** New values. */
  changes: Array<SettingChangeInput>;
  /** Why, 3 to 500 characters; it stays in the history. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** One setting to change. */
export type SettingChangeInput = {
  /** Name of the setting. */
  key: Scalars['String']['input'];
  /** The whole new value. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Settings to give back to their defaults, all or none. */
export type ResetSettingsInput = {
  /** Version the change is made on; CONFLICT if it is not the present one. */
  version: Scalars['Int']['input'];
  /** Names of the settings. */
  keys: Array<Scalars['String']['input']>;
  /** Why, 3 to 500 characters; it stays in the history. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** An amount of money as an exact whole number of the currency's smallest unit. */
export type Money = {
  __typename?: 'Money';
  /** Amount in minor units: 1999 is EUR 19.99. */
  amountMinor: Scalars['SafeInt']['output'];
  /** Currency of the amount. */
  currency: Scalars['CurrencyCode']['output'];
};

/** An amount of money, as input. */
export type MoneyInput = {
  /** Amount in minor units: 1999 is EUR 19.99. */
  amountMinor: Scalars['SafeInt']['input'];
  /** Currency of the amount. */
  currency: Scalars['CurrencyCode']['input'];
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether more follows after endCursor. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes startCursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge, if any. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, if any; pass it as `after` for the next page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** Where goods should go, as precisely as a promise needs it. */
export type DestinationInput = {
  /** Country of delivery. */
  country: Scalars['CountryCode']['input'];
  /** Postal code; without it the promise falls back to the country and says so. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Latitude in degrees, if known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude in degrees, if known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** A postal address, as input. */
export type AddressInput = {
  /** Name of the recipient. */
  name: Scalars['String']['input'];
  /** Company, where goods go to one. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Street and number. */
  line1: Scalars['String']['input'];
  /** Further address line. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code; left out where the country has none or an address may lack it. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** City. */
  city: Scalars['String']['input'];
  /** State, province or county, where addresses name one. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  country: Scalars['CountryCode']['input'];
  /** Latitude in degrees, if known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude in degrees, if known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** What the carrier should know: which bell, where to leave it. At most 200 characters. */
  instructions?: InputMaybe<Scalars['String']['input']>;
};

/** How goods reach the customer. */
export type DeliveryMethodType =
  /** To an address, by a parcel carrier. */
  | 'SHIPPING'
  /** To an address, by the fastest parcel services. */
  | 'EXPRESS'
  /** To an address, on the day of the order. */
  | 'SAME_DAY'
  /** To an address, within about an hour. */
  | 'INSTANT'
  /** To an address, in a window the customer chooses. */
  | 'SCHEDULED'
  /** To an address, on a Saturday or Sunday. */
  | 'WEEKEND'
  /** To a staffed pickup point. */
  | 'PICKUP_POINT'
  /** To a parcel locker. */
  | 'LOCKER'
  /** Paid online, collected in a store. */
  | 'PICKUP_IN_STORE'
  /** Reserved online, paid and collected in a store. */
  | 'RESERVE_AND_COLLECT';

/** A document such as a label, carried inline. */
export type Document = {
  __typename?: 'Document';
  /** Name to save it under. */
  fileName: Scalars['String']['output'];
  /** Media type, for example application/pdf. */
  contentType: Scalars['String']['output'];
  /** The bytes, in base64. */
  contentBase64: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Create or replace a sales channel. A channel is switched off, never removed: orders name it. */
  saveChannel: Channel;
  /** Open a cart for the caller. */
  createCart: Cart;
  /** Add units of a variant; units of a line with the same SKU and customisation add up. Send a key, so that a call repeated after a lost answer adds nothing more. */
  addCartLine: Cart;
  /** Set the units of a line; 0 removes it. */
  setCartLineQuantity: Cart;
  /** Set where the cart's goods go. */
  setCartAddress: Cart;
  /** Set how the customer is reached: what is left out stays, null takes away. Repeating the call changes nothing more. */
  setCartContact: Cart;
  /** Set the discounts and surcharges of a cart, all of them at once: what the shop's price engine or an agent decided. A later change of lines removes them. */
  setCartAdjustments: Cart;
  /** Set the promotion codes of a cart, all of them at once. They change what delivery costs, by the rules that name them (`deliveryFees` of the promise's settings), and never what goods cost. A code that is not in force is no fault: `Cart.promotions` says which are. Delivery options are asked for anew afterwards. Repeating the key changes nothing more. */
  setCartPromotionCodes: Cart;
  /** Exchange a gift that came back for another size at equal value: articles of the cart of the same product as units of the return cost what those did, one for one, whatever they cost now; others cost what they cost. The code is that of the gift receipt, the return one whose money has become a gift card. The order is then paid with that card (`giftCards`): what is left stays on it, what is missing is paid by other means. BAD_USER_INPUT for a code nobody has, or a return without a gift card; TOO_MANY_ATTEMPTS after some wrong codes. One order for a return: CONFLICT when there is one. Of two carts the last one has it; a later change of lines removes it. Repeating the key changes nothing more. */
  setCartGiftExchange: Cart;
  /** Hold a cart's units where the chosen option takes them while its customer checks out: for some minutes, all or none, in place of what it held before. Ordering turns the hold into the order's reservation. Repeating the key holds nothing more. */
  holdCartUnits: HoldCartUnitsResult;
  /** Hold them some minutes more, up to a limit. `Cart.heldUntil` says until when; it is null when the time was over. Repeating the key prolongs nothing more. */
  prolongCartUnits: Cart;
  /** Give them back before their time. Repeating the key changes nothing more. */
  freeCartUnits: Cart;
  /** Turn a cart into an order under the chosen promise. Repeating the key returns the first outcome. */
  placeOrder: PlaceOrderResult;
  /** The customer came back from the provider's page (3-D Secure): the order goes on, or is cancelled and frees its units. Repeating the call asks again and moves nothing. */
  completePayment: Order;
  /** Pay by a further card what no means of an order covers (an authorisation lapsed, a capture failed for good). What is due is captured at once. Repeating the key pays nothing more. */
  payOrder: PayOrderResult;
  /** Cancel units that have not left yet; without lines, all such units. */
  cancelOrder: CancelOrderResult;
  /** Change an order that has not left, as it was previewed: units, recipient, address, instructions, date, window, method or place of collection. All of it or nothing; repeating the key returns the first outcome. */
  confirmOrderChange: ConfirmOrderChangeResult;
  /** Take in an order that was placed elsewhere, on a marketplace or at a till, with the outside's dates and prices; it is sourced and worked on like any other. Once for a channel and its reference: a repeated import gives the same order. */
  importOrder: PlaceOrderResult;
  /** Say that money was taken outside: at a till of a store, or for an invoice. Until then it is due. Repeating the key books nothing more. */
  recordPayment: Order;
  /** Give money back without a return: for an order, one line or the delivery, never more than was captured for it and not given back. What an agent may give is a setting. Repeating the key gives nothing more. */
  refundGoodwill: Order;
  /**
   * Decide what becomes of units that were given up for lost, paid back, and found again: the customer keeps and pays them,
   * keeps them for nothing, or they are called back. INVALID_QUANTITY for more units than wait for a decision.
   */
  decideFoundUnits: Order;
  /**
   * Add units to an order in exchange for units that come back; their money pays for them, at once or on receipt. Repeating
   * a key returns the first outcome.
   */
  addExchangeUnits: AddExchangeUnitsResult;
  /**
   * Send units again that were lost or arrived broken, without a new charge: they are written off, and what they were paid
   * with pays for the new ones. LOST: units a carrier has or has lost; DAMAGED: units the customer or a carrier has. Where
   * nobody has them in stock, their money goes back (OUT_OF_STOCK). INVALID_QUANTITY for more units than can be sent again,
   * ALREADY_REFUNDED when their money has gone back, CONFLICT while it moves. Repeating the key changes nothing more.
   */
  reshipUnits: ReshipUnitsResult;
  /** Let an order on hold for review go on. Repeating the key changes nothing more. */
  releaseHold: Order;
  /** End an order on hold: everything is cancelled and what was set aside is freed. Repeating the key changes nothing more. */
  rejectHold: Order;
  /** Let somebody else collect the order, by name. Repeating the key changes nothing more. */
  allowCollector: Order;
  /** Forget a customer: names, addresses, contacts, carts. Orders stay, under an opaque id; those that have not ended lose them when they have. Repeating the key changes nothing more. */
  eraseCustomer: CustomerErasure;
  /** Change settings of orders. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeOrdersSettings: SettingsRecord;
  /** Give settings of orders back to their defaults. */
  resetOrdersSettings: SettingsRecord;
};


export type MutationSaveChannelArgs = {
  input: SaveChannelInput;
};


export type MutationCreateCartArgs = {
  input: CreateCartInput;
};


export type MutationAddCartLineArgs = {
  input: AddCartLineInput;
};


export type MutationSetCartLineQuantityArgs = {
  input: SetCartLineQuantityInput;
};


export type MutationSetCartAddressArgs = {
  input: SetCartAddressInput;
};


export type MutationSetCartContactArgs = {
  input: SetCartContactInput;
};


export type MutationSetCartAdjustmentsArgs = {
  input: SetCartAdjustmentsInput;
};


export type MutationSetCartPromotionCodesArgs = {
  input: SetCartPromotionCodesInput;
};


export type MutationSetCartGiftExchangeArgs = {
  input: SetCartGiftExchangeInput;
};


export type MutationHoldCartUnitsArgs = {
  input: HoldCartUnitsInput;
};


export type MutationProlongCartUnitsArgs = {
  input: ProlongCartUnitsInput;
};


export type MutationFreeCartUnitsArgs = {
  input: FreeCartUnitsInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationCompletePaymentArgs = {
  input: CompletePaymentInput;
};


export type MutationPayOrderArgs = {
  input: PayOrderInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationConfirmOrderChangeArgs = {
  input: ConfirmOrderChangeInput;
};


export type MutationImportOrderArgs = {
  input: ImportOrderInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationRefundGoodwillArgs = {
  input: RefundGoodwillInput;
};


export type MutationDecideFoundUnitsArgs = {
  input: DecideFoundUnitsInput;
};


export type MutationAddExchangeUnitsArgs = {
  input: AddExchangeUnitsInput;
};


export type MutationReshipUnitsArgs = {
  input: ReshipUnitsInput;
};


export type MutationReleaseHoldArgs = {
  input: EndHoldInput;
};


export type MutationRejectHoldArgs = {
  input: EndHoldInput;
};


export type MutationAllowCollectorArgs = {
  input: AllowCollectorInput;
};


export type MutationEraseCustomerArgs = {
  input: EraseCustomerInput;
};


export type MutationChangeOrdersSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetOrdersSettingsArgs = {
  input: ResetSettingsInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Status of one order: first everything after `afterSeq` from the journal, then live, without loss or duplicate. A `resync` update means that history before it is gone. */
  orderStatus: OrderStatusUpdate;
  /** Orders as they are after something happened to them, of those the caller may see and that fit: a channel's, a store's, an agent's queue. From now on: read the list after connecting. Changes of one order that come together are told once. */
  ordersChanged: Order;
};


export type SubscriptionOrderStatusArgs = {
  orderId: Scalars['ID']['input'];
  afterSeq?: InputMaybe<Scalars['SafeInt']['input']>;
};


export type SubscriptionOrdersChangedArgs = {
  filter?: InputMaybe<OrdersChangedFilter>;
};

/** Where the retailer sells: its own shop, a till, a marketplace. */
export type Channel = {
  __typename?: 'Channel';
  /** Code, as carts and orders name it. */
  code: Scalars['ID']['output'];
  /** Name shown to people. */
  name: Scalars['String']['output'];
  /** Who may open carts on it; a partner only on its own. */
  sellers: Array<SellerKind>;
  /** Currencies it sells in; all if empty. */
  currencies: Array<Scalars['CurrencyCode']['output']>;
  /** Means of payment it takes, as far as caller and delivery method allow them. */
  paymentMethods: Array<PaymentMethod>;
  /** Whether it sells now. */
  active: Scalars['Boolean']['output'];
};

/** Kinds of caller that may sell on a channel. */
export type SellerKind =
  /** A visitor without an account. */
  | 'GUEST'
  /** A customer with an account. */
  | 'SHOPPER'
  /** The retailer's service, for a customer. */
  | 'AGENT'
  /** Somebody in a store, for a customer who stands there. */
  | 'ASSOCIATE'
  /** The partner whose channel it is. */
  | 'PARTNER'
  /** An administrator. */
  | 'ADMIN';

/** A sales channel to create or replace. */
export type SaveChannelInput = {
  /** Code: 1 to 40 small letters, digits and hyphens. */
  code: Scalars['ID']['input'];
  /** Name shown to people, at most 100 characters. */
  name: Scalars['String']['input'];
  /** Who may open carts on it. */
  sellers: Array<SellerKind>;
  /** Currencies it sells in; all if empty. */
  currencies?: InputMaybe<Array<Scalars['CurrencyCode']['input']>>;
  /** Means of payment it takes. */
  paymentMethods: Array<PaymentMethod>;
  /** Whether it sells now. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, at most 500 characters; needed from staff. It stands in the journal. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A shopper's cart. */
export type Cart = {
  __typename?: 'Cart';
  /** Cart id. */
  id: Scalars['ID']['output'];
  /** Sales channel. */
  channel: Scalars['ID']['output'];
  /** Currency of all prices. */
  currency: Scalars['CurrencyCode']['output'];
  /** Language of the shopper (en, fr, it). */
  locale: Scalars['String']['output'];
  /** Where the goods go, as a promise needs it. */
  destination: Maybe<CartDestination>;
  /** Full address, once set. */
  address: Maybe<Address>;
  /** How the customer is reached, once set. */
  contact: Maybe<Contact>;
  /** Its lines. */
  lines: Array<CartLine>;
  /** Sum of the lines, tax included, before discounts and surcharges. */
  subtotal: Money;
  /** Discounts and surcharges. */
  adjustments: Array<PriceAdjustment>;
  /** Promotion codes it carries, in capitals, in the order in which they were given, whether in force or not. */
  promotionCodes: Array<Scalars['String']['output']>;
  /** What the order would cost: with a delivery option that was offered for the cart, its price and tax. */
  totals: CartTotals;
  /** The order it became, if any. */
  order: Maybe<Order>;
};


/** A shopper's cart. */
export type CartTotalsArgs = {
  option?: InputMaybe<CartOptionInput>;
};

/** The delivery option a customer thinks of. */
export type CartOptionInput = {
  /** Its handle. */
  deliveryOptionHandle: Scalars['ID']['input'];
};

/** What a cart costs, in the cart's currency. */
export type CartTotals = {
  __typename?: 'CartTotals';
  /** Sum of the lines, before discounts and surcharges. */
  lines: Money;
  /** Sum of discounts (negative) and surcharges of lines and order. */
  adjustments: Money;
  /** Delivery with its own discounts; null without an option. */
  delivery: Maybe<Money>;
  /** Tax within all of it, where the goods go. */
  tax: Money;
  /** What is to be paid; without an option, without delivery. */
  total: Money;
};

/** A discount or surcharge. */
export type PriceAdjustment = {
  __typename?: 'PriceAdjustment';
  /** What it is, for example SPRING-10. */
  code: Scalars['String']['output'];
  /** Discount (negative) or surcharge (positive). */
  amount: Money;
  /** Line it is for, if it is for one. */
  lineId: Maybe<Scalars['ID']['output']>;
  /** Whether it is for the delivery. */
  delivery: Scalars['Boolean']['output'];
};

/** A discount or surcharge, as input. For the whole order unless a line or the delivery is named. */
export type PriceAdjustmentInput = {
  /** What it is, 1 to 40 letters, digits and ._- of the caller's choice. */
  code: Scalars['String']['input'];
  /** Discount (negative) or surcharge (positive), in the cart's currency. A line's or order's discount is at most its price; a delivery's is cut to it. */
  amount: MoneyInput;
  /** Line it is for. */
  lineId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is for the delivery. */
  delivery?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The discounts and surcharges of a cart. */
export type SetCartAdjustmentsInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** All of them, at most 100; none removes those there are. */
  adjustments: Array<PriceAdjustmentInput>;
  /** Why, at most 500 characters; needed from staff who set them for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters, remembered for 7 days; with one, repeating the call changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The promotion codes of a cart. */
export type SetCartPromotionCodesInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** All of them, at most 10 of 1 to 40 letters, digits and ._-; capitals and small letters are the same. None removes those there are. */
  codes: Array<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** A gift that came back, and the cart with what is wanted instead. */
export type SetCartGiftExchangeInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Code of the gift receipt. */
  code: Scalars['String']['input'];
  /** The return, as `GiftCredit.returnId` names it. */
  returnId: Scalars['ID']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Where a cart's goods go. */
export type CartDestination = {
  __typename?: 'CartDestination';
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** Postal code. */
  postalCode: Maybe<Scalars['String']['output']>;
  /** Latitude in degrees. */
  latitude: Maybe<Scalars['Float']['output']>;
  /** Longitude in degrees. */
  longitude: Maybe<Scalars['Float']['output']>;
};

/** A postal address. */
export type Address = {
  __typename?: 'Address';
  /** Name of the recipient. */
  name: Scalars['String']['output'];
  /** Company, where goods go to one. */
  company: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Further address line. */
  line2: Maybe<Scalars['String']['output']>;
  /** Postal code; null where the country has none. */
  postalCode: Maybe<Scalars['String']['output']>;
  /** City. */
  city: Scalars['String']['output'];
  /** State, province or county, where addresses name one. */
  region: Maybe<Scalars['String']['output']>;
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** What the carrier should know: which bell, where to leave it. */
  instructions: Maybe<Scalars['String']['output']>;
};

/** How a customer is reached. */
export type Contact = {
  __typename?: 'Contact';
  /** E-mail address, in small letters. */
  email: Maybe<Scalars['String']['output']>;
  /** Telephone number as E.164, for example +393887403368. */
  phone: Maybe<Scalars['String']['output']>;
  /** What the customer said to offers; messages about an order need no consent. */
  consents: Array<ContactConsent>;
};

/** What a customer said to offers on one channel. */
export type ContactConsent = {
  __typename?: 'ContactConsent';
  /** Channel. */
  channel: ContactChannel;
  /** Whether offers are welcome. */
  offers: Scalars['Boolean']['output'];
  /** When the customer said so. */
  at: Scalars['DateTime']['output'];
};

/** A way to reach somebody. */
export type ContactChannel =
  /** E-mail. */
  | 'EMAIL'
  /** Text messages to the telephone. */
  | 'SMS';

/** One line of a cart. */
export type CartLine = {
  __typename?: 'CartLine';
  /** Line id. */
  id: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** The variant. */
  variant: ProductVariant;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
  /** What was chosen of the variant's options; empty where the wish is in words. */
  options: Array<ChosenOption>;
  /** Price for one unit, tax included. */
  unitPrice: Money;
  /** Units times unit price. */
  total: Money;
};

/** A variant, named here only; the catalogue owns it. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  sku: Scalars['ID']['output'];
};

/** A cart to open. */
export type CreateCartInput = {
  /** Sales channel: web unless told, for a partner its own. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** Currency. */
  currency: Scalars['CurrencyCode']['input'];
  /** Language of the shopper. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** First lines. */
  lines?: InputMaybe<Array<CartLineInput>>;
  /** Where the goods go, if known; read from the address if that is given. */
  destination?: InputMaybe<DestinationInput>;
  /** Full address, so that one call makes a cart that can be ordered; its delivery options may be asked for in the same call. */
  address?: InputMaybe<AddressInput>;
  /** How the customer is reached. */
  contact?: InputMaybe<CartContactInput>;
  /** Promotion codes, as of setCartPromotionCodes. */
  promotionCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; with one, repeating the call gives the same cart. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The customer it is opened for, by the opaque id their orders carry: for agents and administrators, who say why, and for associates. The cart is then the customer's. */
  onBehalfOf?: InputMaybe<Scalars['ID']['input']>;
  /** Why it is opened for somebody else; needed from agents and administrators. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Store it is sold in: for associates, their only one unless told. Without onBehalfOf the customer is somebody unknown. Without address and destination it goes to the store: what is taken or collected there or in another store needs no address of the customer. */
  soldAt?: InputMaybe<Scalars['ID']['input']>;
};

/** How the customer of a new cart is reached. */
export type CartContactInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number: with + and the country's code, or as it is dialled in `phoneCountry`. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Country in which a number without + is read; where the cart goes if absent. */
  phoneCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** What the customer says to offers. */
  consents?: InputMaybe<Array<ContactConsentInput>>;
};

/** Units of a variant. */
export type CartLineInput = {
  /** Stock keeping unit, or the number on its barcode as scanned (GTIN). */
  sku: Scalars['ID']['input'];
  /** Units, 1 to 99,999. */
  quantity: Scalars['Int']['input'];
  /** What to make of it, for customisable variants without options: at most 500 characters. */
  customisation?: InputMaybe<Scalars['String']['input']>;
  /** What is chosen of the variant's customisationOptions; each option once. OPTION_REFUSED names the option that is missing or wrong. */
  options?: InputMaybe<Array<ChosenOptionInput>>;
};

/** A value for an option of a made-to-order article. */
export type ChosenOptionInput = {
  /** Code of the option. */
  code: Scalars['ID']['input'];
  /** Words, one of the choices, a whole number, or an https address, as the option's kind says. */
  value: Scalars['String']['input'];
};

/** What was chosen of a made-to-order article. */
export type ChosenOption = {
  __typename?: 'ChosenOption';
  /** Code of the option. */
  code: Scalars['ID']['output'];
  /** What was chosen. */
  value: Scalars['String']['output'];
};

/** A line to add. */
export type AddCartLineInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** The line. */
  line: CartLineInput;
  /** Chosen by the caller, 1 to 255 printable ASCII characters, remembered for 7 days; with one, repeating the call changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Units of a line to set. */
export type SetCartLineQuantityInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Line id. */
  lineId: Scalars['ID']['input'];
  /** Units; 0 removes the line. */
  quantity: Scalars['Int']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters, remembered for 7 days; with one, repeating the call changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The address to set. */
export type SetCartAddressInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Where the goods go. */
  address: AddressInput;
  /** Chosen by the caller, 1 to 255 printable ASCII characters, remembered for 7 days; with one, repeating the call changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How the customer is reached, to set. */
export type SetCartContactInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number: with + and the country's code, or as it is dialled in `phoneCountry`. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Country in which a number without + is read; where the cart goes if absent. */
  phoneCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** What the customer says to offers; channels not named stay as they are. */
  consents?: InputMaybe<Array<ContactConsentInput>>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters, remembered for 7 days; with one, repeating the call changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What a customer says to offers on one channel. */
export type ContactConsentInput = {
  /** Channel. */
  channel: ContactChannel;
  /** Whether offers are welcome. */
  offers: Scalars['Boolean']['input'];
};

/** How to pay. */
export type PaymentInput = {
  /** Method, for example CARD; IN_STORE for reserve and collect. */
  method: PaymentMethod;
  /** The provider's token for the means of payment. The sandbox knows tok_ok, tok_declined, tok_timeout, tok_late_ok, tok_late_declined, tok_3ds_ok, tok_3ds_declined, tok_capture_late, tok_capture_fails, tok_short, tok_short_final. */
  token: Scalars['String']['input'];
};

/** Means of payment. */
export type PaymentMethod =
  /** A card, authorised at checkout and captured per shipment. */
  | 'CARD'
  /** A gift card; pays before all other means, and gets back after them. */
  | 'GIFT_CARD'
  /** Paid in the store at collection. */
  | 'IN_STORE'
  /** Settled between partner and retailer. */
  | 'INVOICE';

/** A gift card that pays for an order. */
export type GiftCardInput = {
  /** The provider's token for it. The sandbox takes tok_gift_<minor units>, with a further name if wanted, for example tok_gift_2500_anna. */
  token: Scalars['String']['input'];
  /** What it pays, in the order's currency; as much as it holds if absent. */
  amount?: InputMaybe<MoneyInput>;
};

/** An order to place. */
export type PlaceOrderInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Handle of the chosen delivery option. */
  deliveryOptionHandle: Scalars['ID']['input'];
  /** Start of the chosen window, for SCHEDULED. */
  windowStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What pays, or pays what gift cards do not. It may be left out when they pay all of it. */
  payment?: InputMaybe<PaymentInput>;
  /** Gift cards that pay first, in this order; each is captured before the other means and gets back after them. The rest may be paid by card, at the till or on an invoice. At most 10. */
  giftCards?: InputMaybe<Array<GiftCardInput>>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
  /** The caller's own reference, such as a marketplace's order number. */
  externalReference?: InputMaybe<Scalars['String']['input']>;
  /** Sum of the lines at the prices of now, as PriceChanged told it: accepts them. */
  acceptedSubtotal?: InputMaybe<MoneyInput>;
  /** A receipt without prices is wanted: it is a gift, or some of it is. */
  giftReceipt?: InputMaybe<GiftReceiptInput>;
};

/** What a receipt without prices is wanted for. */
export type GiftReceiptInput = {
  /** Lines of the cart; all of them if absent. */
  lineIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The option whose units a cart shall hold. */
export type HoldCartUnitsInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Handle of the chosen delivery option. */
  deliveryOptionHandle: Scalars['ID']['input'];
  /** Start of the chosen window, for SCHEDULED. */
  windowStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** A cart that shall hold its units until later. */
export type ProlongCartUnitsInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Chosen by the caller, 1 to 200 printable ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** A cart that shall hold no units any more. */
export type FreeCartUnitsInput = {
  /** Cart id. */
  cartId: Scalars['ID']['input'];
  /** Chosen by the caller, 1 to 200 printable ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** Outcome of holding a cart's units. */
export type HoldCartUnitsResult = CartUnitsHeld | OutOfStock | PromiseExpired;

/** The cart holds its units. */
export type CartUnitsHeld = {
  __typename?: 'CartUnitsHeld';
  /** The cart. */
  cart: Cart;
  /** Until when; from then on they are anybody's. */
  heldUntil: Scalars['DateTime']['output'];
};

/** Outcome of placing an order. */
export type PlaceOrderResult = PlaceOrderSuccess | OutOfStock | PromiseExpired | PriceChanged | PaymentActionRequired | PaymentDeclined;

/** The order is placed. */
export type PlaceOrderSuccess = {
  __typename?: 'PlaceOrderSuccess';
  /** The order. */
  order: Order;
};

/** Not placed: units are gone. */
export type OutOfStock = {
  __typename?: 'OutOfStock';
  /** In words, in the language of `locale` (en, fr, it); in English without one. */
  message: Scalars['String']['output'];
  /** SKUs that lack units. */
  skus: Array<Scalars['ID']['output']>;
};


/** Not placed: units are gone. */
export type OutOfStockMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Not placed: the option's time is over; ask for delivery options again. */
export type PromiseExpired = {
  __typename?: 'PromiseExpired';
  /** In words, in the language of `locale` (en, fr, it); in English without one. */
  message: Scalars['String']['output'];
};


/** Not placed: the option's time is over; ask for delivery options again. */
export type PromiseExpiredMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Not placed: prices have changed since they were put into the cart. To order at the new ones, call again with a new key and their sum as acceptedSubtotal. */
export type PriceChanged = {
  __typename?: 'PriceChanged';
  /** In words, in the language of `locale` (en, fr, it); in English without one. */
  message: Scalars['String']['output'];
  /** PRICE_CHANGED. */
  code: Scalars['String']['output'];
  /** Lines whose price changed. */
  lines: Array<PriceChange>;
  /** Sum of the lines as the cart has it. */
  subtotalBefore: Money;
  /** Sum of the lines at the prices of now. */
  subtotalNow: Money;
};


/** Not placed: prices have changed since they were put into the cart. To order at the new ones, call again with a new key and their sum as acceptedSubtotal. */
export type PriceChangedMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The price of one unit of a line, before and now. */
export type PriceChange = {
  __typename?: 'PriceChange';
  /** Line of the cart. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** As the cart has it. */
  before: Money;
  /** As it is now. */
  now: Money;
};

/** The order is placed and holds its units; its customer has to pass the provider's page before it goes on. */
export type PaymentActionRequired = {
  __typename?: 'PaymentActionRequired';
  /** The order, on hold. */
  order: Order;
  /** The provider's page; it sends the customer back to the shop, which calls completePayment. */
  url: Scalars['String']['output'];
  /** When the order is cancelled and frees everything unless they came back. */
  expiresAt: Scalars['DateTime']['output'];
};

/** A customer who came back from the provider's page. */
export type CompletePaymentInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** What the page handed back, as it is; at most 2,000 characters. */
  result?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** A card for what an order lacks. */
export type PayOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The provider's token for the card. */
  token: Scalars['String']['input'];
  /** What the provider's page handed back (3-D Secure), at most 2,000 characters: in a second call with the same key. */
  result?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters; needed from staff who pay for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** Outcome of paying by a further card. */
export type PayOrderResult = PayOrderSuccess | PayActionRequired | PaymentDeclined;

/** The customer has to pass the provider's page (3-D Secure); nothing is set aside before. */
export type PayActionRequired = {
  __typename?: 'PayActionRequired';
  /** The provider's page. After it, repeat payOrder with the same key and with what the page handed back as `result`. */
  url: Scalars['String']['output'];
  /** When the payment is given up unless they came back. */
  expiresAt: Scalars['DateTime']['output'];
};

/** The amount is set aside, and captured as far as it is due. */
export type PayOrderSuccess = {
  __typename?: 'PayOrderSuccess';
  /** The order. */
  order: Order;
};

/** Money that failed for good. */
export type FailedMoney = {
  __typename?: 'FailedMoney';
  /** What could not be done: a charge, a refund or the release of money set aside. */
  kind: PaymentKind;
  /** How much. */
  amount: Money;
  /** Since when somebody has to look at it. */
  since: Scalars['DateTime']['output'];
};

/** Not placed: the payment was declined and nothing is held. */
export type PaymentDeclined = {
  __typename?: 'PaymentDeclined';
  /** In words, in the language of `locale` (en, fr, it); in English without one. */
  message: Scalars['String']['output'];
  /** The provider's stable reason. */
  declineCode: Scalars['String']['output'];
};


/** Not placed: the payment was declined and nothing is held. */
export type PaymentDeclinedMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What to cancel. */
export type CancelOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Lines; all open units if absent. */
  lines?: InputMaybe<Array<OrderLineQuantityInput>>;
  /** Why, at most 500 characters; needed from staff who cancel for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of an order line. */
export type OrderLineQuantityInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
};

/** Outcome of a cancellation. */
export type CancelOrderResult = CancelOrderSuccess | CancelTooLate;

/** The units are cancelled, or their cancellation is asked for. */
export type CancelOrderSuccess = {
  __typename?: 'CancelOrderSuccess';
  /** The order. */
  order: Order;
  /** What came of it so far. Whoever holds the units answers, mostly within a second; the order's timeline tells the rest. */
  outcome: CancelOutcome;
  /** Units cancelled by this call. */
  cancelledUnits: Scalars['Int']['output'];
  /** Units of which nobody has said yet whether they can be cancelled. */
  askedUnits: Scalars['Int']['output'];
  /** Units that could not be cancelled any more. */
  refusedUnits: Scalars['Int']['output'];
};

/** What came of a cancellation so far. */
export type CancelOutcome =
  /** All units are cancelled. */
  | 'CANCELLED'
  /** Some units are cancelled; the others had left. */
  | 'PARTIALLY_CANCELLED'
  /** Asked for: the location has not answered. */
  | 'ASKED';

/** Nothing was cancelled: units have left already. */
export type CancelTooLate = {
  __typename?: 'CancelTooLate';
  /** In words, in the language of `locale` (en, fr, it), else of the order. */
  message: Scalars['String']['output'];
  /** The unchanged order. */
  order: Order;
};


/** Nothing was cancelled: units have left already. */
export type CancelTooLateMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A change of an order. Units, or where, how and when it goes: one of both at a time. */
export type OrderChangeInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Units to add, at the prices of now; they come the way the order does. */
  add?: InputMaybe<Array<CartLineInput>>;
  /** Units to take out; whoever holds them says whether it is still possible. */
  remove?: InputMaybe<Array<OrderLineQuantityInput>>;
  /** Another recipient, street or place. Another postal code is another promise, which the preview shows. */
  address?: InputMaybe<AddressInput>;
  /** What the carrier should know, instead of what the address says now; empty for nothing. */
  instructions?: InputMaybe<Scalars['String']['input']>;
  /** Another way to deliver: method, date, window or place of collection. */
  delivery?: InputMaybe<OrderDeliveryChangeInput>;
};

/** How an order should go instead. */
export type OrderDeliveryChangeInput = {
  /** Kinds of method to choose from; all if absent. */
  methodTypes?: InputMaybe<Array<DeliveryMethodType>>;
  /** Store or pickup point to collect at, if one is wished for. */
  collectAtId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a change would come to. */
export type OrderChangePreview = {
  __typename?: 'OrderChangePreview';
  /** Whether it can be confirmed. */
  possible: Scalars['Boolean']['output'];
  /** What cannot be changed, and why. */
  refusals: Array<OrderChangeRefusal>;
  /** Proof of the promise: hand it to confirmOrderChange until it expires. Of the first option, where there are some; null when nothing new is promised. */
  deliveryOptionHandle: Maybe<Scalars['ID']['output']>;
  /** Until when the handle holds. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Latest delivery of everything after the change. */
  latestDeliveryAt: Scalars['DateTime']['output'];
  /** What the order costs now. */
  before: OrderChangeSums;
  /** What it would cost. */
  after: OrderChangeSums;
  /** The second total less the first: name it as acceptedDifference. */
  difference: Money;
  /** To be authorised for it; nothing for what is paid in the store or on invoice. */
  toAuthorise: Money;
  /** Set aside and not needed any more: freed when the rest has left. */
  toRelease: Money;
  /** Paid already and given back. */
  toRefund: Money;
  /** Ways the order could go, the one like its own first; none unless another way, place or date is asked for. */
  options: Array<OrderChangeOption>;
};

/** What an order costs, cancelled units left out. */
export type OrderChangeSums = {
  __typename?: 'OrderChangeSums';
  /** Goods, tax included, with their discounts. */
  lines: Money;
  /** Delivery, tax included. */
  delivery: Money;
  /** Tax within both. */
  tax: Money;
  /** What is to be paid. */
  total: Money;
};

/** Something of a change that is not possible. */
export type OrderChangeRefusal = {
  __typename?: 'OrderChangeRefusal';
  /** Part of the change. */
  part: OrderChangePart;
  /** Why not. */
  code: OrderChangeRefusalCode;
  /** In words. */
  message: Scalars['String']['output'];
};

/** Parts of a change. */
export type OrderChangePart =
  /** Units to add. */
  | 'ADD'
  /** Units to take out. */
  | 'REMOVE'
  /** Recipient, street or place. */
  | 'ADDRESS'
  /** What the carrier should know. */
  | 'INSTRUCTIONS'
  /** Method, date, window or place of collection. */
  | 'DELIVERY';

/** Why something of an order cannot be changed. */
export type OrderChangeRefusalCode =
  /** The order waits for its payment or for a person; change it when it is confirmed. */
  | 'NOT_CONFIRMED'
  /** Another change or cancellation of it is under way; try again shortly. */
  | 'IN_PROGRESS'
  /** All of it has left, been collected or been cancelled. */
  | 'HAS_LEFT'
  /** Some of it has left: what is on its way goes where it was promised to go. */
  | 'PARTLY_LEFT'
  /** It is packed and labelled for the carrier; a new way of delivery has it labelled anew. */
  | 'PACKED'
  /** Fewer units of the line can be taken out. */
  | 'TOO_MANY'
  /** Nobody can deliver this: not enough units within reach, or no way to deliver them. */
  | 'NOT_AVAILABLE'
  /** Goods, taxes and papers differ from country to country; cancel it and order anew. */
  | 'OTHER_COUNTRY'
  /** What was chosen for paying does not go with this way of delivery. */
  | 'PAYMENT_METHOD';

/** A way an order could go. */
export type OrderChangeOption = {
  __typename?: 'OrderChangeOption';
  /** Proof of it: hand it to confirmOrderChange. */
  handle: Scalars['ID']['output'];
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** Code of the option. */
  code: Scalars['String']['output'];
  /** Name shown to customers. */
  title: Scalars['String']['output'];
  /** Earliest delivery. */
  earliestDeliveryAt: Scalars['DateTime']['output'];
  /** Latest delivery. */
  latestDeliveryAt: Scalars['DateTime']['output'];
  /** Starts of the windows to choose from, for SCHEDULED. */
  windowStarts: Array<Scalars['DateTime']['output']>;
  /** Where it is collected, if it is. */
  collectAtId: Maybe<Scalars['ID']['output']>;
  /** Name of that place. */
  collectAtName: Maybe<Scalars['String']['output']>;
  /** What the order would cost. */
  after: OrderChangeSums;
  /** That total less the total of now. */
  difference: Money;
  /** To be authorised for it. */
  toAuthorise: Money;
};

/** A change to make. */
export type ConfirmOrderChangeInput = {
  /** The change, as it was previewed. */
  change: OrderChangeInput;
  /** The preview's handle, or that of the option chosen, when something new is promised. */
  deliveryOptionHandle?: InputMaybe<Scalars['ID']['input']>;
  /** Start of the window chosen, for SCHEDULED. */
  windowStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The preview's difference, or that of the option chosen; CONFLICT when it is another one by now. */
  acceptedDifference: MoneyInput;
  /** The provider's token for what has to be authorised. */
  paymentToken?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters; needed from staff who change it for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Outcome of a change. */
export type ConfirmOrderChangeResult = OrderChanged | OrderChangeAsked | OrderChangeTooLate | OutOfStock | PromiseExpired | PaymentDeclined;

/** The order is changed. Units taken out may wait for the answer of whoever holds them. */
export type OrderChanged = {
  __typename?: 'OrderChanged';
  /** The order. */
  order: Order;
  /** Units taken out for which the answer is not there yet; the order's timeline tells the rest. */
  askedUnits: Scalars['Int']['output'];
  /** Units to take out that had left; they come. */
  refusedUnits: Scalars['Int']['output'];
};

/** Whoever holds the units has not answered yet. The change goes on by itself: the order's timeline tells its end, and so does a repetition of the key. */
export type OrderChangeAsked = {
  __typename?: 'OrderChangeAsked';
  /** The order as it is. */
  order: Order;
};

/** Nothing was changed: units had left, or the order was changed or cancelled by somebody else meanwhile. */
export type OrderChangeTooLate = {
  __typename?: 'OrderChangeTooLate';
  /** Why. */
  code: OrderChangeRefusalCode;
  /** In words. */
  message: Scalars['String']['output'];
  /** The order as it is. */
  order: Order;
};

/** Means of payment that are taken outside. */
export type OutsideMeans =
  /** At a till of a store. */
  | 'IN_STORE'
  /** By transfer, for an invoice. */
  | 'INVOICE';

/** Money that was taken outside. */
export type RecordPaymentInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Amount taken, in the order's currency. At a till no more than is outstanding; what an invoice brings beyond that goes back. */
  amount: MoneyInput;
  /** How it was taken. */
  means: OutsideMeans;
  /** Number of the receipt or transfer, 1 to 100 characters. */
  receipt: Scalars['String']['input'];
  /** Store where it was taken, one that works on the order; needed for IN_STORE. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** When it was taken, between the order and now; now if absent. */
  takenAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Money to give back without a return. */
export type RefundGoodwillInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Amount, in the order's currency; all that is left of the delivery's price if absent, with `delivery`. */
  amount?: InputMaybe<MoneyInput>;
  /** Line it is given for; the whole order if neither this nor `delivery` is named. */
  lineId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is given for the delivery. */
  delivery?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, 1 to 500 characters; stands in the timeline. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units to send again. */
export type ReshipUnitsInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Units that were lost or are broken. */
  lines: Array<ReshipLineInput>;
  /** What is wrong with them. */
  trouble: UnitTrouble;
  /** The shipment they were in, where several have units of the line. */
  shipmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, 1 to 500 characters; stands in the journal. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of a line to send again. */
export type ReshipLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
};

/** What is wrong with units that were sent. */
export type UnitTrouble =
  /** They did not arrive. */
  | 'LOST'
  /** They are broken. */
  | 'DAMAGED';

/** What sending units again came to. */
export type ReshipUnitsResult = {
  __typename?: 'ReshipUnitsResult';
  /** The order. */
  order: Order;
  /** What became of it. */
  outcome: ReshipOutcome;
  /** Lines of the order that are sent in their place. */
  lineIds: Array<Scalars['ID']['output']>;
};

/** What sending units again came to. */
export type ReshipOutcome =
  /** Asked for; it is being carried out. */
  | 'ASKED'
  /** The same units are on their way, as lines of their own. */
  | 'RESHIPPED'
  /** Nobody has them; their money goes back. */
  | 'OUT_OF_STOCK'
  /** They have arrived meanwhile; nothing is sent. */
  | 'TURNED_UP';

/** What becomes of units that were found again. */
export type DecideFoundUnitsInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Units found. */
  lines: Array<FoundUnitsInput>;
  /** What becomes of them. */
  decision: FoundDecision;
  /** Why, 1 to 500 characters; stands in the journal. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of a line that were found again. */
export type FoundUnitsInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
};

/** What becomes of units that were found again. */
export type FoundDecision =
  /** The customer keeps and pays them. */
  | 'PAY'
  /** The customer keeps them for nothing. */
  | 'KEEP'
  /** They come back; the refund stays. */
  | 'CALL_BACK';

/** Units to add in exchange for others. */
export type AddExchangeUnitsInput = {
  /** Idempotency key. */
  key: Scalars['ID']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The return whose units pay. */
  returnId: Scalars['ID']['input'];
  /** Entries of the return, which may be heard of later. */
  entries: Array<ExchangeEntryInput>;
  /** Units to add. */
  lines: Array<ExchangeLineInput>;
  /** Whether the money of the units that come back pays before they are back. */
  early: Scalars['Boolean']['input'];
  /** What the way back costs the customer, in minor units of the order's currency. */
  wayBackMinor: Scalars['Int']['input'];
  /** Token of a card for what the new units cost more; absent when they do not. */
  cardToken?: InputMaybe<Scalars['String']['input']>;
  /** Names one of several attempts to pay, each with a payment of its own; absent for the first. */
  attempt?: InputMaybe<Scalars['ID']['input']>;
};

/** Units of an order line that come back for others. */
export type ExchangeEntryInput = {
  /** Id of the entry. */
  entryId: Scalars['ID']['input'];
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Units to add. */
export type ExchangeLineInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
  /** Line whose price holds, for another size or colour of the same product; the catalogue's if absent. */
  asLineId?: InputMaybe<Scalars['ID']['input']>;
};

/** What adding units came to. */
export type AddExchangeUnitsResult = {
  __typename?: 'AddExchangeUnitsResult';
  /** Whether they were added. */
  added: Scalars['Boolean']['output'];
  /** Why not: OUT_OF_STOCK, PAYMENT_REQUIRED, PAYMENT_DECLINED or UNKNOWN_SKU; null when they were. */
  code: Maybe<Scalars['String']['output']>;
  /** The new lines of the order. */
  lineIds: Array<Scalars['ID']['output']>;
  /** What the new units cost more, in minor units, with PAYMENT_REQUIRED and PAYMENT_DECLINED. */
  missingMinor: Maybe<Scalars['SafeInt']['output']>;
};

/** Which orders to list. */
export type OrderFilter = {
  /** Only orders in one of these states. */
  status?: InputMaybe<Array<OrderStatus>>;
  /** Only orders of this channel. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** Only the order with this reference of the caller's. */
  externalReference?: InputMaybe<Scalars['String']['input']>;
};

/** The customer's view of an order, derived from its journal. */
export type OrderStatus =
  /** Accepted. */
  | 'PLACED'
  /** Waiting, for example for a late answer of the payment provider. */
  | 'ON_HOLD'
  /** Paid or secured, with its locations. */
  | 'CONFIRMED'
  /** A location works on it. */
  | 'IN_FULFILLMENT'
  /** Some units are on their way or ready to collect. */
  | 'PARTIALLY_SHIPPED'
  /** All units are on their way or ready to collect. */
  | 'SHIPPED'
  /** Some units have arrived. */
  | 'PARTIALLY_DELIVERED'
  /** All units have arrived. */
  | 'DELIVERED'
  /** Finished. */
  | 'CLOSED'
  /** All units are cancelled. */
  | 'CANCELLED';

/** An order. */
export type Order = {
  __typename?: 'Order';
  /** Order id. */
  id: Scalars['ID']['output'];
  /** Number shown to people. */
  number: Scalars['String']['output'];
  /** Sales channel. */
  channel: Scalars['ID']['output'];
  /** The caller's own reference. */
  externalReference: Maybe<Scalars['String']['output']>;
  /** Status, derived from the journal. */
  status: OrderStatus;
  /** The status in words, in the language of `locale` (en, fr, it), else of the order. */
  statusText: Scalars['String']['output'];
  /** Whether a promise was missed or moved. */
  delayed: Scalars['Boolean']['output'];
  /** Whether a carrier expects to deliver later than promised. */
  atRisk: Scalars['Boolean']['output'];
  /** When carriers expect to deliver all of it, where that differs from the promise; null otherwise. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Its lines. */
  lines: Array<OrderLine>;
  /** Language in which the customer is spoken to, fixed at checkout. */
  locale: Scalars['String']['output'];
  /** Where it goes. */
  address: Maybe<Address>;
  /** How its customer is reached: for the customer, agents who work on orders, and the store where it is collected. */
  contact: Maybe<Contact>;
  /** Discounts and surcharges it was placed with. */
  adjustments: Array<PriceAdjustment>;
  /** Promotion codes of the cart that were in force for the delivery as it was ordered. */
  promotionCodes: Array<Scalars['String']['output']>;
  /** The promise. */
  promise: OrderPromise;
  /** Sum of lines and delivery. */
  totals: OrderTotals;
  /** Payments and refunds. */
  payments: Array<Payment>;
  /** Money that failed for good and waits for somebody; mostly none. */
  failedMoney: Array<FailedMoney>;
  /** How far the total is authorised. */
  authorizeStatus: AuthorizeStatus;
  /** How far the total is charged. */
  chargeStatus: ChargeStatus;
  /** Everything that happened, oldest first. */
  timeline: OrderEventConnection;
  /** Sequence number of the newest event; pass it as afterSeq to orderStatus. */
  lastSeq: Scalars['SafeInt']['output'];
  /** Store and associate that sold it, if one did. */
  soldBy: Maybe<SoldBy>;
  /** Who ordered for the customer, if somebody did. */
  placedBy: Maybe<PlacedBy>;
  /** What is shown at the counter to collect it; null when nobody collects it. Not for the counter itself. */
  collection: Maybe<OrderCollection>;
  /** The receipt without prices, for whoever ordered and whoever packs it; null when none was asked for. */
  giftReceipt: Maybe<GiftReceipt>;
  /** The customer, for whoever serves them. */
  customer: Maybe<Customer>;
  /** Who it belongs to (opaque id). */
  customerRef: Scalars['ID']['output'];
};


/** An order. */
export type OrderStatusTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** An order. */
export type OrderTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One line of an order. ordered = cancelled + backordered + sourced + released; the others say how far the sourced units are. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Line id. */
  id: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** The variant. */
  variant: ProductVariant;
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
  /** Price for one unit, tax included. */
  unitPrice: Money;
  /** Units times unit price, cancelled ones included. */
  total: Money;
  /** Quantities. */
  quantities: LineQuantities;
};

/** How many units are where. */
export type LineQuantities = {
  __typename?: 'LineQuantities';
  /** Ordered at first. */
  ordered: Scalars['Int']['output'];
  /** Cancelled before they left, or before they were collected. */
  cancelled: Scalars['Int']['output'];
  /** A cancellation was asked for and the location has not answered; they count below as what they are until then. */
  cancelAsked: Scalars['Int']['output'];
  /** Waiting for stock. */
  backordered: Scalars['Int']['output'];
  /** Promised by a location and not yet with it. */
  sourced: Scalars['Int']['output'];
  /** Given to a location to work on (it includes all the following). */
  released: Scalars['Int']['output'];
  /** Picked. */
  picked: Scalars['Int']['output'];
  /** Packed. */
  packed: Scalars['Int']['output'];
  /** Left the location, or ready to collect. */
  shipped: Scalars['Int']['output'];
  /** Arrived or collected. */
  delivered: Scalars['Int']['output'];
  /** On their way back or about to be. */
  returnRequested: Scalars['Int']['output'];
  /** Back. */
  returned: Scalars['Int']['output'];
  /** Lost or destroyed on the way. */
  writtenOff: Scalars['Int']['output'];
};

/** The dates of an order, kept apart. */
export type OrderPromise = {
  __typename?: 'OrderPromise';
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** Code of the option. */
  code: Scalars['String']['output'];
  /** Name shown to the customer. */
  title: Scalars['String']['output'];
  /** Earliest delivery as first promised. */
  originalEarliestAt: Scalars['DateTime']['output'];
  /** Latest delivery as first promised. */
  originalLatestAt: Scalars['DateTime']['output'];
  /** Latest delivery as promised now. */
  currentLatestAt: Scalars['DateTime']['output'];
  /** Zone in which dates should be shown. */
  timeZone: Scalars['TimeZone']['output'];
  /** When all units had arrived. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Probability given with the promise. */
  confidence: Scalars['Float']['output'];
  /** Kilograms of CO2 equivalent promised. */
  kgCO2e: Scalars['Float']['output'];
  /** Version of the rules it was made with. */
  configVersion: Scalars['ID']['output'];
  /** Where it is collected, if it is. */
  collectAtId: Maybe<Scalars['ID']['output']>;
};

/** Sums of an order. */
export type OrderTotals = {
  __typename?: 'OrderTotals';
  /** Lines, tax included, without cancelled units. */
  lines: Money;
  /** Delivery, tax included. */
  delivery: Money;
  /** Tax within both. */
  tax: Money;
  /** What is to be paid. */
  total: Money;
  /** Captured so far. */
  captured: Money;
  /** Refunded so far. */
  refunded: Money;
  /** Still to be paid for all units that are wanted; what is authorised is not paid yet. */
  outstanding: Money;
  /** Of that, to be paid now: its units have left, or were collected. */
  due: Money;
};

/** How far the total is authorised. */
export type AuthorizeStatus =
  /** Not at all. */
  | 'NONE'
  /** In part. */
  | 'PARTIAL'
  /** Wholly. */
  | 'FULL';

/** How far the total is charged. */
export type ChargeStatus =
  /** Not at all. */
  | 'NONE'
  /** In part. */
  | 'PARTIAL'
  /** Wholly. */
  | 'FULL';

/** One movement of money. */
export type Payment = {
  __typename?: 'Payment';
  /** Payment id. */
  id: Scalars['ID']['output'];
  /** What it does. */
  kind: PaymentKind;
  /** How it stands. */
  state: PaymentState;
  /** Amount. */
  amount: Money;
  /** Means of payment. */
  method: PaymentMethod;
  /** When it was asked for. */
  at: Scalars['DateTime']['output'];
  /** The provider's reference. */
  providerReference: Maybe<Scalars['String']['output']>;
  /** Why it failed, if it did. */
  declineCode: Maybe<Scalars['String']['output']>;
  /** Where its customer goes on, while it waits for them. */
  actionUrl: Maybe<Scalars['String']['output']>;
  /** From when an authorisation holds nothing any more. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
};

/** What a payment does. */
export type PaymentKind =
  /** Money is set aside. */
  | 'AUTHORIZATION'
  /** Money is taken. */
  | 'CHARGE'
  /** Money is given back. */
  | 'REFUND'
  /** Money set aside is freed. */
  | 'VOID';

/** How a payment stands. */
export type PaymentState =
  /** Asked for, no answer yet. */
  | 'PENDING'
  /** Done. */
  | 'SUCCEEDED'
  /** Refused. */
  | 'FAILED'
  /** The customer must act. */
  | 'ACTION_REQUIRED';

/** A page of an order's events. */
export type OrderEventConnection = {
  __typename?: 'OrderEventConnection';
  /** The events of this page. */
  edges: Array<OrderEventEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One event in a page. */
export type OrderEventEdge = {
  __typename?: 'OrderEventEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: OrderEvent;
};

/** Something that happened to an order. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** Sequence number within the order, gap-free from 1. */
  seq: Scalars['SafeInt']['output'];
  /** What happened, for example OrderPlaced. */
  type: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** In words, in the language of `locale` (en, fr, it), else of the order. */
  summary: Scalars['String']['output'];
  /** Who did it. */
  by: ActorKind;
  /** Opaque id of who did it. */
  actor: Scalars['ID']['output'];
};


/** Something that happened to an order. */
export type OrderEventSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Who did something to an order. */
export type ActorKind =
  /** Whoever it belongs to. */
  | 'CUSTOMER'
  /** Somebody of the retailer or of a partner, for the customer or at their work. */
  | 'STAFF'
  /** The application itself. */
  | 'SYSTEM';

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** How many there are in all; null when that is not cheap to say: more than 10,000, or narrowed by what is derived (status, delayed). */
  totalCount: Maybe<Scalars['Int']['output']>;
  /** The orders of this page. */
  edges: Array<OrderEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One order in a page. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** One step of an order's live status. */
export type OrderStatusUpdate = {
  __typename?: 'OrderStatusUpdate';
  /** Sequence number; hand the last one back as afterSeq when reconnecting. */
  seq: Scalars['SafeInt']['output'];
  /** What happened. */
  type: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** In words, in the language of `locale` (en, fr, it), else of the order. */
  summary: Scalars['String']['output'];
  /** Status after the event. */
  status: OrderStatus;
  /** Whether earlier history is gone and the order should be read anew. */
  resync: Scalars['Boolean']['output'];
  /** The order as it is now. */
  order: Order;
};


/** One step of an order's live status. */
export type OrderStatusUpdateSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Which orders to find. Criteria combine: an order fits all of them. */
export type OrderSearchInput = {
  /** Order number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Beginnings of words of the recipient's or company's name, whatever their accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number: with + and the country's code, or as it is dialled in `phoneCountry`. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Country in which a number without + is read. */
  phoneCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Stock keeping unit of one of its lines. */
  sku?: InputMaybe<Scalars['ID']['input']>;
  /** Placed at this instant or later. */
  placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Placed before this instant. */
  placedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** A carrier's tracking code of one of its parcels. */
  trackingCode?: InputMaybe<Scalars['String']['input']>;
  /** Sales channel. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  status?: InputMaybe<Array<OrderStatus>>;
  /** Whether a promise was missed or moved. */
  delayed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A customer, by the opaque id that orders carry. */
export type Customer = {
  __typename?: 'Customer';
  /** Opaque id; never a name or an address. */
  ref: Scalars['ID']['output'];
  /** Orders, newest first. */
  orders: OrderConnection;
  /** How the customer was reached last. */
  contact: Maybe<Contact>;
  /** Where the newest orders went, each address once. */
  addresses: Array<Address>;
  /** What happened to the 20 newest orders, newest first. */
  activity: CustomerActivityConnection;
  /** When it was asked to forget the customer. */
  erasedAt: Maybe<Scalars['DateTime']['output']>;
};


/** A customer, by the opaque id that orders carry. */
export type CustomerOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A customer, by the opaque id that orders carry. */
export type CustomerActivityArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of what happened. */
export type CustomerActivityConnection = {
  __typename?: 'CustomerActivityConnection';
  /** What is on this page. */
  edges: Array<CustomerActivityEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One entry of a page. */
export type CustomerActivityEdge = {
  __typename?: 'CustomerActivityEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** What happened. */
  node: CustomerActivity;
};

/** Something that happened to an order of a customer. */
export type CustomerActivity = {
  __typename?: 'CustomerActivity';
  /** The order. */
  order: Order;
  /** Sequence number within the order. */
  seq: Scalars['SafeInt']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What happened, for example orders.OrderPlaced. */
  type: Scalars['String']['output'];
  /** In words, in the language of `locale` (en, fr, it); in English without one. */
  summary: Scalars['String']['output'];
  /** Who did it. */
  by: ActorKind;
};


/** Something that happened to an order of a customer. */
export type CustomerActivitySummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Everything that orders keep of a customer. */
export type CustomerExport = {
  __typename?: 'CustomerExport';
  /** The customer. */
  customerRef: Scalars['ID']['output'];
  /** When it was put together. */
  madeAt: Scalars['DateTime']['output'];
  /** The record as JSON text: orders with lines, payments, addresses and contacts, and open carts. */
  json: Scalars['String']['output'];
};

/** A customer to forget. */
export type EraseCustomerInput = {
  /** The customer. */
  ref: Scalars['ID']['input'];
  /** Why, at most 500 characters; needed from staff. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** What forgetting a customer has come to. */
export type CustomerErasure = {
  __typename?: 'CustomerErasure';
  /** Orders whose names, addresses and contacts are gone. */
  erasedOrders: Scalars['Int']['output'];
  /** Orders that have not ended: they lose them when they have. */
  openOrders: Scalars['Int']['output'];
};

/** A hold to end. */
export type EndHoldInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters; stands in the timeline. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Somebody else who may collect an order. */
export type AllowCollectorInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Name as on their identity card, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Why; needed from staff. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** A receipt without prices. Its code lets whoever has it see the articles and send them back; the money becomes a gift card. */
export type GiftReceipt = {
  __typename?: 'GiftReceipt';
  /** What is printed, and read out or typed to send something back. */
  code: Scalars['String']['output'];
  /** The articles it is for. */
  lines: Array<GiftLine>;
  /** The receipt as an HTML page to print, without a price. In the language of the order if none is asked for. */
  html: Scalars['String']['output'];
  /** Gift cards that came of returns by this receipt, oldest first; for whoever comes with the code. */
  giftCards: Array<GiftCredit>;
  /** Order it belongs to. */
  orderId: Scalars['ID']['output'];
};


/** A receipt without prices. Its code lets whoever has it see the articles and send them back; the money becomes a gift card. */
export type GiftReceiptHtmlArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Units of an article that were given. */
export type GiftLine = {
  __typename?: 'GiftLine';
  /** Order line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** The article. */
  variant: ProductVariant;
  /** Units ordered and not cancelled. */
  quantity: Scalars['Int']['output'];
  /** Units that can be sent back now, if their time is not over. */
  returnable: Scalars['Int']['output'];
};

/** A gift card that the money of a gift became. */
export type GiftCredit = {
  __typename?: 'GiftCredit';
  /** The return it came of. */
  returnId: Scalars['ID']['output'];
  /** What it held at first. */
  amount: Money;
  /** Its token: it pays like any gift card. */
  token: Scalars['String']['output'];
};

/** What is shown at the counter to collect an order. */
export type OrderCollection = {
  __typename?: 'OrderCollection';
  /** Six digits that the customer shows; whoever hands the order over checks them. */
  code: Scalars['String']['output'];
  /** Others who may collect, by name. */
  collectors: Array<Scalars['String']['output']>;
};

/** A place, named here only; fulfillment owns it. */
export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
};

/** Where and by whom an order was sold. */
export type SoldBy = {
  __typename?: 'SoldBy';
  /** The store. */
  location: Location;
  /** Opaque id of the associate. */
  person: Scalars['ID']['output'];
};

/** Who ordered for a customer. */
export type PlacedBy = {
  __typename?: 'PlacedBy';
  /** Opaque id of who did. */
  subject: Scalars['ID']['output'];
  /** Kind of caller. */
  kind: Scalars['String']['output'];
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
};

/** Which orders to hear of. Criteria combine. */
export type OrdersChangedFilter = {
  /** Sales channel. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** A location that works on it, sold it, or where it is collected. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states after the change. */
  status?: InputMaybe<Array<OrderStatus>>;
  /** Whether a promise was missed or moved. */
  delayed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An order that was placed elsewhere. */
export type ImportOrderInput = {
  /** Sales channel: for a partner its own, web unless told. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** Number of the order outside, 1 to 200 characters; an order is imported once for a channel and reference. */
  externalReference: Scalars['String']['input'];
  /** When it was placed, at most 90 days ago. */
  placedAt: Scalars['DateTime']['input'];
  /** Currency of all amounts. */
  currency: Scalars['CurrencyCode']['input'];
  /** Language of the customer. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** The customer, by an opaque id; the partner itself, or somebody unknown, if absent. */
  customerRef?: InputMaybe<Scalars['ID']['input']>;
  /** Where it goes. */
  address: AddressInput;
  /** E-mail address of the customer. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number of the customer. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What was ordered, 1 to 500 lines. */
  lines: Array<ImportLineInput>;
  /** Kind of delivery that was promised. */
  methodType?: InputMaybe<DeliveryMethodType>;
  /** Where it is collected, for methods that are. */
  collectAtId?: InputMaybe<Scalars['ID']['input']>;
  /** Latest delivery as the outside has promised it; ours if absent. */
  promisedLatestAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the delivery cost the customer, tax included. */
  deliveryPrice: MoneyInput;
  /** Money that was taken outside already; what is left is due by invoice. */
  payments?: InputMaybe<Array<ImportPaymentInput>>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** One line of an order that was placed elsewhere. */
export type ImportLineInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units, 1 to 99,999. */
  quantity: Scalars['Int']['input'];
  /** Price of one unit outside, tax included. */
  unitPrice: MoneyInput;
  /** What to make of it, for customisable variants. */
  customisation?: InputMaybe<Scalars['String']['input']>;
};

/** Money that was taken outside for an order. */
export type ImportPaymentInput = {
  /** Amount. */
  amount: MoneyInput;
  /** Number of the receipt or transaction, 1 to 100 characters. */
  receipt: Scalars['String']['input'];
  /** When it was taken. */
  takenAt: Scalars['DateTime']['input'];
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** One cart of the caller; null if there is none or it is somebody else's. */
  cart: Maybe<Cart>;
  /** One order the caller may see; null otherwise. */
  order: Maybe<Order>;
  /** What a change of an order would come to: the new promise, the price difference, what cannot be changed and why, and the handle to confirm it with. Nothing is held or written. Null if there is no such order, or it is somebody else's. */
  previewOrderChange: Maybe<OrderChangePreview>;
  /** Sales channels on which the caller may open carts, by code; administrators see all. */
  channels: Array<Channel>;
  /** The order with this number; for other parts of ours. */
  orderOfNumber: Maybe<Order>;
  /** Orders the caller may see, newest first. */
  orders: OrderConnection;
  /** An order by what somebody without an account knows of it: its number, and the e-mail address or telephone number it was placed with. Null for a number nobody has and for a wrong contact alike; after some attempts TOO_MANY_ATTEMPTS. Where it goes and how its customer is reached are not shown. */
  orderByNumber: Maybe<Order>;
  /** Orders of customers that fit every criterion, newest first, of those the caller may see. */
  searchOrders: OrderConnection;
  /** Orders with money that neither moves by itself nor may be forgotten: captures, refunds and releases that failed for good, authorisations that lapse; newest first, of those the caller may see. `Order.failedMoney` says what. */
  failedPayments: OrderConnection;
  /** A customer by the opaque id that orders carry; null when nothing is known. */
  customer: Maybe<Customer>;
  /** Everything that orders keep of a customer: for themselves, and for staff with customers:privacy, who say why. Who took it stands in the journal. */
  exportCustomer: Maybe<CustomerExport>;
  /** Whether this is the code of the order, and the name, if given, one that may collect it. TOO_MANY_ATTEMPTS after some wrong ones. */
  collectionCheck: Scalars['Boolean']['output'];
  /** What a gift receipt stands for, for whoever has its code: the articles, without a price and without the giver. Null for a code nobody has; TOO_MANY_ATTEMPTS after some wrong ones. */
  giftReceipt: Maybe<GiftReceipt>;
  /** What the retailer decides about orders. */
  ordersSettings: SettingsRecord;
};


export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPreviewOrderChangeArgs = {
  change: OrderChangeInput;
};


export type QueryOrderOfNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
};


export type QueryOrderByNumberArgs = {
  number: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  phoneCountry?: InputMaybe<Scalars['CountryCode']['input']>;
};


export type QuerySearchOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter: OrderSearchInput;
};


export type QueryFailedPaymentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCustomerArgs = {
  ref: Scalars['ID']['input'];
};


export type QueryExportCustomerArgs = {
  ref: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCollectionCheckArgs = {
  orderId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGiftReceiptArgs = {
  code: Scalars['String']['input'];
};



export type ResolverTypeWrapper<T> = globalThis.Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => globalThis.Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => globalThis.Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | globalThis.Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | globalThis.Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | globalThis.Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | globalThis.Promise<boolean>;

export type NextResolverFn<T> = () => globalThis.Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | globalThis.Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
  Order: Order;
  OrderLine: OrderLine;
  Customer: Customer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderLine:
    ( { __typename: 'OrderLine' }
    & GraphQLRecursivePick<FederationTypes['OrderLine'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"ref":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  HoldCartUnitsResult:
    | ( Omit<CartUnitsHeld, 'cart'> & { cart: _RefType['Cart'] } & { __typename: 'CartUnitsHeld' } )
    | ( OutOfStock & { __typename: 'OutOfStock' } )
    | ( PromiseExpired & { __typename: 'PromiseExpired' } )
  ;
  PlaceOrderResult:
    | ( Omit<PlaceOrderSuccess, 'order'> & { order: _RefType['Order'] } & { __typename: 'PlaceOrderSuccess' } )
    | ( OutOfStock & { __typename: 'OutOfStock' } )
    | ( PromiseExpired & { __typename: 'PromiseExpired' } )
    | ( PriceChanged & { __typename: 'PriceChanged' } )
    | ( Omit<PaymentActionRequired, 'order'> & { order: _RefType['Order'] } & { __typename: 'PaymentActionRequired' } )
    | ( PaymentDeclined & { __typename: 'PaymentDeclined' } )
  ;
  PayOrderResult:
    | ( Omit<PayOrderSuccess, 'order'> & { order: _RefType['Order'] } & { __typename: 'PayOrderSuccess' } )
    | ( PayActionRequired & { __typename: 'PayActionRequired' } )
    | ( PaymentDeclined & { __typename: 'PaymentDeclined' } )
  ;
  CancelOrderResult:
    | ( Omit<CancelOrderSuccess, 'order'> & { order: _RefType['Order'] } & { __typename: 'CancelOrderSuccess' } )
    | ( Omit<CancelTooLate, 'order'> & { order: _RefType['Order'] } & { __typename: 'CancelTooLate' } )
  ;
  ConfirmOrderChangeResult:
    | ( Omit<OrderChanged, 'order'> & { order: _RefType['Order'] } & { __typename: 'OrderChanged' } )
    | ( Omit<OrderChangeAsked, 'order'> & { order: _RefType['Order'] } & { __typename: 'OrderChangeAsked' } )
    | ( Omit<OrderChangeTooLate, 'order'> & { order: _RefType['Order'] } & { __typename: 'OrderChangeTooLate' } )
    | ( OutOfStock & { __typename: 'OutOfStock' } )
    | ( PromiseExpired & { __typename: 'PromiseExpired' } )
    | ( PaymentDeclined & { __typename: 'PaymentDeclined' } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  SettingsRecord: ResolverTypeWrapper<SettingsRecordModel>;
  Setting: ResolverTypeWrapper<Setting>;
  SettingsRevision: ResolverTypeWrapper<SettingsRevision>;
  SettingChange: ResolverTypeWrapper<SettingChange>;
  SettingsRevisionConnection: ResolverTypeWrapper<SettingsRevisionConnection>;
  SettingsRevisionEdge: ResolverTypeWrapper<SettingsRevisionEdge>;
  ChangeSettingsInput: ChangeSettingsInput;
  SettingChangeInput: SettingChangeInput;
  ResetSettingsInput: ResetSettingsInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  DestinationInput: DestinationInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AddressInput: AddressInput;
  DeliveryMethodType: DeliveryMethodType;
  Document: ResolverTypeWrapper<Document>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Channel: ResolverTypeWrapper<ChannelDoc>;
  SellerKind: SellerKind;
  SaveChannelInput: SaveChannelInput;
  Cart: ResolverTypeWrapper<CartDoc>;
  CartOptionInput: CartOptionInput;
  CartTotals: ResolverTypeWrapper<CartTotals>;
  PriceAdjustment: ResolverTypeWrapper<PriceAdjustment>;
  PriceAdjustmentInput: PriceAdjustmentInput;
  SetCartAdjustmentsInput: SetCartAdjustmentsInput;
  SetCartPromotionCodesInput: SetCartPromotionCodesInput;
  SetCartGiftExchangeInput: SetCartGiftExchangeInput;
  CartDestination: ResolverTypeWrapper<DestinationDoc>;
  Address: ResolverTypeWrapper<AddressDoc>;
  Contact: ResolverTypeWrapper<Contact>;
  ContactConsent: ResolverTypeWrapper<ContactConsent>;
  ContactChannel: ContactChannel;
  CartLine: ResolverTypeWrapper<CartLineRow>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  CreateCartInput: CreateCartInput;
  CartContactInput: CartContactInput;
  CartLineInput: CartLineInput;
  ChosenOptionInput: ChosenOptionInput;
  ChosenOption: ResolverTypeWrapper<ChosenOption>;
  AddCartLineInput: AddCartLineInput;
  SetCartLineQuantityInput: SetCartLineQuantityInput;
  SetCartAddressInput: SetCartAddressInput;
  SetCartContactInput: SetCartContactInput;
  ContactConsentInput: ContactConsentInput;
  PaymentInput: PaymentInput;
  PaymentMethod: PaymentMethod;
  GiftCardInput: GiftCardInput;
  PlaceOrderInput: PlaceOrderInput;
  GiftReceiptInput: GiftReceiptInput;
  HoldCartUnitsInput: HoldCartUnitsInput;
  ProlongCartUnitsInput: ProlongCartUnitsInput;
  FreeCartUnitsInput: FreeCartUnitsInput;
  HoldCartUnitsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldCartUnitsResult']>;
  CartUnitsHeld: ResolverTypeWrapper<Omit<CartUnitsHeld, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  PlaceOrderSuccess: ResolverTypeWrapper<Omit<PlaceOrderSuccess, 'order'> & { order: ResolversTypes['Order'] }>;
  OutOfStock: ResolverTypeWrapper<OutOfStock>;
  PromiseExpired: ResolverTypeWrapper<PromiseExpired>;
  PriceChanged: ResolverTypeWrapper<PriceChanged>;
  PriceChange: ResolverTypeWrapper<PriceChange>;
  PaymentActionRequired: ResolverTypeWrapper<Omit<PaymentActionRequired, 'order'> & { order: ResolversTypes['Order'] }>;
  CompletePaymentInput: CompletePaymentInput;
  PayOrderInput: PayOrderInput;
  PayOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayOrderResult']>;
  PayActionRequired: ResolverTypeWrapper<PayActionRequired>;
  PayOrderSuccess: ResolverTypeWrapper<Omit<PayOrderSuccess, 'order'> & { order: ResolversTypes['Order'] }>;
  FailedMoney: ResolverTypeWrapper<FailedMoney>;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclined>;
  CancelOrderInput: CancelOrderInput;
  OrderLineQuantityInput: OrderLineQuantityInput;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  CancelOrderSuccess: ResolverTypeWrapper<Omit<CancelOrderSuccess, 'order'> & { order: ResolversTypes['Order'] }>;
  CancelOutcome: CancelOutcome;
  CancelTooLate: ResolverTypeWrapper<Omit<CancelTooLate, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderChangeInput: OrderChangeInput;
  OrderDeliveryChangeInput: OrderDeliveryChangeInput;
  OrderChangePreview: ResolverTypeWrapper<OrderChangePreview>;
  OrderChangeSums: ResolverTypeWrapper<OrderChangeSums>;
  OrderChangeRefusal: ResolverTypeWrapper<OrderChangeRefusal>;
  OrderChangePart: OrderChangePart;
  OrderChangeRefusalCode: OrderChangeRefusalCode;
  OrderChangeOption: ResolverTypeWrapper<OrderChangeOption>;
  ConfirmOrderChangeInput: ConfirmOrderChangeInput;
  ConfirmOrderChangeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmOrderChangeResult']>;
  OrderChanged: ResolverTypeWrapper<Omit<OrderChanged, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderChangeAsked: ResolverTypeWrapper<Omit<OrderChangeAsked, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderChangeTooLate: ResolverTypeWrapper<Omit<OrderChangeTooLate, 'order'> & { order: ResolversTypes['Order'] }>;
  OutsideMeans: OutsideMeans;
  RecordPaymentInput: RecordPaymentInput;
  RefundGoodwillInput: RefundGoodwillInput;
  ReshipUnitsInput: ReshipUnitsInput;
  ReshipLineInput: ReshipLineInput;
  UnitTrouble: UnitTrouble;
  ReshipUnitsResult: ResolverTypeWrapper<Omit<ReshipUnitsResult, 'order'> & { order: ResolversTypes['Order'] }>;
  ReshipOutcome: ReshipOutcome;
  DecideFoundUnitsInput: DecideFoundUnitsInput;
  FoundUnitsInput: FoundUnitsInput;
  FoundDecision: FoundDecision;
  AddExchangeUnitsInput: AddExchangeUnitsInput;
  ExchangeEntryInput: ExchangeEntryInput;
  ExchangeLineInput: ExchangeLineInput;
  AddExchangeUnitsResult: ResolverTypeWrapper<AddExchangeUnitsResult>;
  OrderFilter: OrderFilter;
  OrderStatus: OrderStatus;
  Order: ResolverTypeWrapper<OrderDoc>;
  OrderLine: ResolverTypeWrapper<LineRow>;
  LineQuantities: ResolverTypeWrapper<LineQuantities>;
  OrderPromise: ResolverTypeWrapper<OrderPromise>;
  OrderTotals: ResolverTypeWrapper<OrderTotals>;
  AuthorizeStatus: AuthorizeStatus;
  ChargeStatus: ChargeStatus;
  Payment: ResolverTypeWrapper<PaymentRow>;
  PaymentKind: PaymentKind;
  PaymentState: PaymentState;
  OrderEventConnection: ResolverTypeWrapper<Omit<OrderEventConnection, 'edges'> & { edges: Array<ResolversTypes['OrderEventEdge']> }>;
  OrderEventEdge: ResolverTypeWrapper<Omit<OrderEventEdge, 'node'> & { node: ResolversTypes['OrderEvent'] }>;
  OrderEvent: ResolverTypeWrapper<TimelineEntry>;
  ActorKind: ActorKind;
  OrderConnection: ResolverTypeWrapper<OrderPage>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderStatusUpdate: ResolverTypeWrapper<StatusUpdate>;
  OrderSearchInput: OrderSearchInput;
  Customer: ResolverTypeWrapper<CustomerRow>;
  CustomerActivityConnection: ResolverTypeWrapper<Omit<CustomerActivityConnection, 'edges'> & { edges: Array<ResolversTypes['CustomerActivityEdge']> }>;
  CustomerActivityEdge: ResolverTypeWrapper<Omit<CustomerActivityEdge, 'node'> & { node: ResolversTypes['CustomerActivity'] }>;
  CustomerActivity: ResolverTypeWrapper<Activity>;
  CustomerExport: ResolverTypeWrapper<CustomerExport>;
  EraseCustomerInput: EraseCustomerInput;
  CustomerErasure: ResolverTypeWrapper<CustomerErasure>;
  EndHoldInput: EndHoldInput;
  AllowCollectorInput: AllowCollectorInput;
  GiftReceipt: ResolverTypeWrapper<GiftReceiptSeen>;
  GiftLine: ResolverTypeWrapper<GivenLine>;
  GiftCredit: ResolverTypeWrapper<GiftCreditDoc>;
  OrderCollection: ResolverTypeWrapper<OrderCollection>;
  Location: ResolverTypeWrapper<Location>;
  SoldBy: ResolverTypeWrapper<SoldBy>;
  PlacedBy: ResolverTypeWrapper<PlacedBy>;
  OrdersChangedFilter: OrdersChangedFilter;
  ImportOrderInput: ImportOrderInput;
  ImportLineInput: ImportLineInput;
  ImportPaymentInput: ImportPaymentInput;
  link__Purpose: Link__Purpose;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Scope: ResolverTypeWrapper<Scalars['federation__Scope']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  federation__ContextFieldValue: ResolverTypeWrapper<Scalars['federation__ContextFieldValue']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  JSON: Scalars['JSON']['output'];
  SettingsRecord: SettingsRecordModel;
  Setting: Setting;
  SettingsRevision: SettingsRevision;
  SettingChange: SettingChange;
  SettingsRevisionConnection: SettingsRevisionConnection;
  SettingsRevisionEdge: SettingsRevisionEdge;
  ChangeSettingsInput: ChangeSettingsInput;
  SettingChangeInput: SettingChangeInput;
  ResetSettingsInput: ResetSettingsInput;
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  SafeInt: Scalars['SafeInt']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  PageInfo: PageInfo;
  DestinationInput: DestinationInput;
  Float: Scalars['Float']['output'];
  AddressInput: AddressInput;
  Document: Document;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Channel: ChannelDoc;
  SaveChannelInput: SaveChannelInput;
  Cart: CartDoc;
  CartOptionInput: CartOptionInput;
  CartTotals: CartTotals;
  PriceAdjustment: PriceAdjustment;
  PriceAdjustmentInput: PriceAdjustmentInput;
  SetCartAdjustmentsInput: SetCartAdjustmentsInput;
  SetCartPromotionCodesInput: SetCartPromotionCodesInput;
  SetCartGiftExchangeInput: SetCartGiftExchangeInput;
  CartDestination: DestinationDoc;
  Address: AddressDoc;
  Contact: Contact;
  ContactConsent: ContactConsent;
  CartLine: CartLineRow;
  ProductVariant: ProductVariant;
  CreateCartInput: CreateCartInput;
  CartContactInput: CartContactInput;
  CartLineInput: CartLineInput;
  ChosenOptionInput: ChosenOptionInput;
  ChosenOption: ChosenOption;
  AddCartLineInput: AddCartLineInput;
  SetCartLineQuantityInput: SetCartLineQuantityInput;
  SetCartAddressInput: SetCartAddressInput;
  SetCartContactInput: SetCartContactInput;
  ContactConsentInput: ContactConsentInput;
  PaymentInput: PaymentInput;
  GiftCardInput: GiftCardInput;
  PlaceOrderInput: PlaceOrderInput;
  GiftReceiptInput: GiftReceiptInput;
  HoldCartUnitsInput: HoldCartUnitsInput;
  ProlongCartUnitsInput: ProlongCartUnitsInput;
  FreeCartUnitsInput: FreeCartUnitsInput;
  HoldCartUnitsResult: ResolversUnionTypes<ResolversParentTypes>['HoldCartUnitsResult'];
  CartUnitsHeld: Omit<CartUnitsHeld, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  PlaceOrderSuccess: Omit<PlaceOrderSuccess, 'order'> & { order: ResolversParentTypes['Order'] };
  OutOfStock: OutOfStock;
  PromiseExpired: PromiseExpired;
  PriceChanged: PriceChanged;
  PriceChange: PriceChange;
  PaymentActionRequired: Omit<PaymentActionRequired, 'order'> & { order: ResolversParentTypes['Order'] };
  CompletePaymentInput: CompletePaymentInput;
  PayOrderInput: PayOrderInput;
  PayOrderResult: ResolversUnionTypes<ResolversParentTypes>['PayOrderResult'];
  PayActionRequired: PayActionRequired;
  PayOrderSuccess: Omit<PayOrderSuccess, 'order'> & { order: ResolversParentTypes['Order'] };
  FailedMoney: FailedMoney;
  PaymentDeclined: PaymentDeclined;
  CancelOrderInput: CancelOrderInput;
  OrderLineQuantityInput: OrderLineQuantityInput;
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  CancelOrderSuccess: Omit<CancelOrderSuccess, 'order'> & { order: ResolversParentTypes['Order'] };
  CancelTooLate: Omit<CancelTooLate, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderChangeInput: OrderChangeInput;
  OrderDeliveryChangeInput: OrderDeliveryChangeInput;
  OrderChangePreview: OrderChangePreview;
  OrderChangeSums: OrderChangeSums;
  OrderChangeRefusal: OrderChangeRefusal;
  OrderChangeOption: OrderChangeOption;
  ConfirmOrderChangeInput: ConfirmOrderChangeInput;
  ConfirmOrderChangeResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmOrderChangeResult'];
  OrderChanged: Omit<OrderChanged, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderChangeAsked: Omit<OrderChangeAsked, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderChangeTooLate: Omit<OrderChangeTooLate, 'order'> & { order: ResolversParentTypes['Order'] };
  RecordPaymentInput: RecordPaymentInput;
  RefundGoodwillInput: RefundGoodwillInput;
  ReshipUnitsInput: ReshipUnitsInput;
  ReshipLineInput: ReshipLineInput;
  ReshipUnitsResult: Omit<ReshipUnitsResult, 'order'> & { order: ResolversParentTypes['Order'] };
  DecideFoundUnitsInput: DecideFoundUnitsInput;
  FoundUnitsInput: FoundUnitsInput;
  AddExchangeUnitsInput: AddExchangeUnitsInput;
  ExchangeEntryInput: ExchangeEntryInput;
  ExchangeLineInput: ExchangeLineInput;
  AddExchangeUnitsResult: AddExchangeUnitsResult;
  OrderFilter: OrderFilter;
  Order: OrderDoc;
  OrderLine: LineRow;
  LineQuantities: LineQuantities;
  OrderPromise: OrderPromise;
  OrderTotals: OrderTotals;
  Payment: PaymentRow;
  OrderEventConnection: Omit<OrderEventConnection, 'edges'> & { edges: Array<ResolversParentTypes['OrderEventEdge']> };
  OrderEventEdge: Omit<OrderEventEdge, 'node'> & { node: ResolversParentTypes['OrderEvent'] };
  OrderEvent: TimelineEntry;
  OrderConnection: OrderPage;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderStatusUpdate: StatusUpdate;
  OrderSearchInput: OrderSearchInput;
  Customer: CustomerRow;
  CustomerActivityConnection: Omit<CustomerActivityConnection, 'edges'> & { edges: Array<ResolversParentTypes['CustomerActivityEdge']> };
  CustomerActivityEdge: Omit<CustomerActivityEdge, 'node'> & { node: ResolversParentTypes['CustomerActivity'] };
  CustomerActivity: Activity;
  CustomerExport: CustomerExport;
  EraseCustomerInput: EraseCustomerInput;
  CustomerErasure: CustomerErasure;
  EndHoldInput: EndHoldInput;
  AllowCollectorInput: AllowCollectorInput;
  GiftReceipt: GiftReceiptSeen;
  GiftLine: GivenLine;
  GiftCredit: GiftCreditDoc;
  OrderCollection: OrderCollection;
  Location: Location;
  SoldBy: SoldBy;
  PlacedBy: PlacedBy;
  OrdersChangedFilter: OrdersChangedFilter;
  ImportOrderInput: ImportOrderInput;
  ImportLineInput: ImportLineInput;
  ImportPaymentInput: ImportPaymentInput;
  link__Import: Scalars['link__Import']['output'];
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Scope: Scalars['federation__Scope']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  federation__ContextFieldValue: Scalars['federation__ContextFieldValue']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type LinkDirectiveArgs = {
  url?: Maybe<Scalars['String']['input']>;
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<Array<Maybe<Scalars['link__Import']['input']>>>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = Context, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = Context, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ExtendsDirectiveArgs = { };

export type Federation__ExtendsDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ExtendsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = Context, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = Context, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = Context, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ComposeDirectiveDirectiveArgs = {
  name?: Maybe<Scalars['String']['input']>;
};

export type Federation__ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__InterfaceObjectDirectiveArgs = { };

export type Federation__InterfaceObjectDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__InterfaceObjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['federation__Scope']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = Context, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['federation__Policy']['input']>>;
};

export type Federation__PolicyDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ContextDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type Federation__ContextDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ContextDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__FromContextDirectiveArgs = {
  field?: Maybe<Scalars['federation__ContextFieldValue']['input']>;
};

export type Federation__FromContextDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__FromContextDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type SettingsRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRecord'] = ResolversParentTypes['SettingsRecord']> = {
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<Array<ResolversTypes['Setting']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['SettingsRevisionConnection'], ParentType, ContextType, RequireFields<SettingsRecordHistoryArgs, 'first'>>;
};

export type SettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Setting'] = ResolversParentTypes['Setting']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  default?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SettingsRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevision'] = ResolversParentTypes['SettingsRevision']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['SettingChange']>, ParentType, ContextType>;
};

export type SettingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingChange'] = ResolversParentTypes['SettingChange']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SettingsRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevisionConnection'] = ResolversParentTypes['SettingsRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SettingsRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SettingsRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevisionEdge'] = ResolversParentTypes['SettingsRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SettingsRevision'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  saveChannel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType, RequireFields<MutationSaveChannelArgs, 'input'>>;
  createCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'input'>>;
  addCartLine?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationAddCartLineArgs, 'input'>>;
  setCartLineQuantity?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartLineQuantityArgs, 'input'>>;
  setCartAddress?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartAddressArgs, 'input'>>;
  setCartContact?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartContactArgs, 'input'>>;
  setCartAdjustments?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartAdjustmentsArgs, 'input'>>;
  setCartPromotionCodes?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartPromotionCodesArgs, 'input'>>;
  setCartGiftExchange?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartGiftExchangeArgs, 'input'>>;
  holdCartUnits?: Resolver<ResolversTypes['HoldCartUnitsResult'], ParentType, ContextType, RequireFields<MutationHoldCartUnitsArgs, 'input'>>;
  prolongCartUnits?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationProlongCartUnitsArgs, 'input'>>;
  freeCartUnits?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationFreeCartUnitsArgs, 'input'>>;
  placeOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  completePayment?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationCompletePaymentArgs, 'input'>>;
  payOrder?: Resolver<ResolversTypes['PayOrderResult'], ParentType, ContextType, RequireFields<MutationPayOrderArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  confirmOrderChange?: Resolver<ResolversTypes['ConfirmOrderChangeResult'], ParentType, ContextType, RequireFields<MutationConfirmOrderChangeArgs, 'input'>>;
  importOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationImportOrderArgs, 'input'>>;
  recordPayment?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationRecordPaymentArgs, 'input'>>;
  refundGoodwill?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationRefundGoodwillArgs, 'input'>>;
  decideFoundUnits?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationDecideFoundUnitsArgs, 'input'>>;
  addExchangeUnits?: Resolver<ResolversTypes['AddExchangeUnitsResult'], ParentType, ContextType, RequireFields<MutationAddExchangeUnitsArgs, 'input'>>;
  reshipUnits?: Resolver<ResolversTypes['ReshipUnitsResult'], ParentType, ContextType, RequireFields<MutationReshipUnitsArgs, 'input'>>;
  releaseHold?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationReleaseHoldArgs, 'input'>>;
  rejectHold?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationRejectHoldArgs, 'input'>>;
  allowCollector?: Resolver<ResolversTypes['Order'], ParentType, ContextType, RequireFields<MutationAllowCollectorArgs, 'input'>>;
  eraseCustomer?: Resolver<ResolversTypes['CustomerErasure'], ParentType, ContextType, RequireFields<MutationEraseCustomerArgs, 'input'>>;
  changeOrdersSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeOrdersSettingsArgs, 'input'>>;
  resetOrdersSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetOrdersSettingsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderStatus?: SubscriptionResolver<ResolversTypes['OrderStatusUpdate'], "orderStatus", ParentType, ContextType, RequireFields<SubscriptionOrderStatusArgs, 'orderId' | 'afterSeq'>>;
  ordersChanged?: SubscriptionResolver<ResolversTypes['Order'], "ordersChanged", ParentType, ContextType, Partial<SubscriptionOrdersChangedArgs>>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sellers?: Resolver<Array<ResolversTypes['SellerKind']>, ParentType, ContextType>;
  currencies?: Resolver<Array<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  paymentMethods?: Resolver<Array<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['CartDestination']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  adjustments?: Resolver<Array<ResolversTypes['PriceAdjustment']>, ParentType, ContextType>;
  promotionCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['CartTotals'], ParentType, ContextType, Partial<CartTotalsArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type CartTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartTotals'] = ResolversParentTypes['CartTotals']> = {
  lines?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  adjustments?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PriceAdjustmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceAdjustment'] = ResolversParentTypes['PriceAdjustment']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CartDestinationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartDestination'] = ResolversParentTypes['CartDestination']> = {
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consents?: Resolver<Array<ResolversTypes['ContactConsent']>, ParentType, ContextType>;
};

export type ContactConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactConsent'] = ResolversParentTypes['ContactConsent']> = {
  channel?: Resolver<ResolversTypes['ContactChannel'], ParentType, ContextType>;
  offers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ChosenOption']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChosenOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChosenOption'] = ResolversParentTypes['ChosenOption']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldCartUnitsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldCartUnitsResult'] = ResolversParentTypes['HoldCartUnitsResult']> = {
  __resolveType: TypeResolveFn<'CartUnitsHeld' | 'OutOfStock' | 'PromiseExpired', ParentType, ContextType>;
};

export type CartUnitsHeldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartUnitsHeld'] = ResolversParentTypes['CartUnitsHeld']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  heldUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderResult'] = ResolversParentTypes['PlaceOrderResult']> = {
  __resolveType: TypeResolveFn<'PlaceOrderSuccess' | 'OutOfStock' | 'PromiseExpired' | 'PriceChanged' | 'PaymentActionRequired' | 'PaymentDeclined', ParentType, ContextType>;
};

export type PlaceOrderSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderSuccess'] = ResolversParentTypes['PlaceOrderSuccess']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OutOfStockMessageArgs>>;
  skus?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromiseExpiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseExpired'] = ResolversParentTypes['PromiseExpired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PromiseExpiredMessageArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChanged'] = ResolversParentTypes['PriceChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PriceChangedMessageArgs>>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PriceChange']>, ParentType, ContextType>;
  subtotalBefore?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotalNow?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChange'] = ResolversParentTypes['PriceChange']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PaymentActionRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentActionRequired'] = ResolversParentTypes['PaymentActionRequired']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayOrderResult'] = ResolversParentTypes['PayOrderResult']> = {
  __resolveType: TypeResolveFn<'PayOrderSuccess' | 'PayActionRequired' | 'PaymentDeclined', ParentType, ContextType>;
};

export type PayActionRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayActionRequired'] = ResolversParentTypes['PayActionRequired']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayOrderSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayOrderSuccess'] = ResolversParentTypes['PayOrderSuccess']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FailedMoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FailedMoney'] = ResolversParentTypes['FailedMoney']> = {
  kind?: Resolver<ResolversTypes['PaymentKind'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PaymentDeclinedMessageArgs>>;
  declineCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderResult'] = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'CancelOrderSuccess' | 'CancelTooLate', ParentType, ContextType>;
};

export type CancelOrderSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderSuccess'] = ResolversParentTypes['CancelOrderSuccess']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CancelOutcome'], ParentType, ContextType>;
  cancelledUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  askedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelTooLateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelTooLate'] = ResolversParentTypes['CancelTooLate']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CancelTooLateMessageArgs>>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderChangePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangePreview'] = ResolversParentTypes['OrderChangePreview']> = {
  possible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['OrderChangeRefusal']>, ParentType, ContextType>;
  deliveryOptionHandle?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['OrderChangeSums'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['OrderChangeSums'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  toAuthorise?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  toRelease?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  toRefund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['OrderChangeOption']>, ParentType, ContextType>;
};

export type OrderChangeSumsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeSums'] = ResolversParentTypes['OrderChangeSums']> = {
  lines?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderChangeRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeRefusal'] = ResolversParentTypes['OrderChangeRefusal']> = {
  part?: Resolver<ResolversTypes['OrderChangePart'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['OrderChangeRefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderChangeOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeOption'] = ResolversParentTypes['OrderChangeOption']> = {
  handle?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  earliestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowStarts?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  collectAtId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  collectAtName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<ResolversTypes['OrderChangeSums'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  toAuthorise?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ConfirmOrderChangeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmOrderChangeResult'] = ResolversParentTypes['ConfirmOrderChangeResult']> = {
  __resolveType: TypeResolveFn<'OrderChanged' | 'OrderChangeAsked' | 'OrderChangeTooLate' | 'OutOfStock' | 'PromiseExpired' | 'PaymentDeclined', ParentType, ContextType>;
};

export type OrderChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChanged'] = ResolversParentTypes['OrderChanged']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  askedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderChangeAskedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeAsked'] = ResolversParentTypes['OrderChangeAsked']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderChangeTooLateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeTooLate'] = ResolversParentTypes['OrderChangeTooLate']> = {
  code?: Resolver<ResolversTypes['OrderChangeRefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReshipUnitsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReshipUnitsResult'] = ResolversParentTypes['ReshipUnitsResult']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReshipOutcome'], ParentType, ContextType>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AddExchangeUnitsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddExchangeUnitsResult'] = ResolversParentTypes['AddExchangeUnitsResult']> = {
  added?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  missingMinor?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  externalReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  statusText?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrderStatusTextArgs>>;
  delayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  atRisk?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  adjustments?: Resolver<Array<ResolversTypes['PriceAdjustment']>, ParentType, ContextType>;
  promotionCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  promise?: Resolver<ResolversTypes['OrderPromise'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['OrderTotals'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  failedMoney?: Resolver<Array<ResolversTypes['FailedMoney']>, ParentType, ContextType>;
  authorizeStatus?: Resolver<ResolversTypes['AuthorizeStatus'], ParentType, ContextType>;
  chargeStatus?: Resolver<ResolversTypes['ChargeStatus'], ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['OrderEventConnection'], ParentType, ContextType, RequireFields<OrderTimelineArgs, 'first'>>;
  lastSeq?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  soldBy?: Resolver<Maybe<ResolversTypes['SoldBy']>, ParentType, ContextType>;
  placedBy?: Resolver<Maybe<ResolversTypes['PlacedBy']>, ParentType, ContextType>;
  collection?: Resolver<Maybe<ResolversTypes['OrderCollection']>, ParentType, ContextType>;
  giftReceipt?: Resolver<Maybe<ResolversTypes['GiftReceipt']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'], FederationReferenceType extends FederationReferenceTypes['OrderLine'] = FederationReferenceTypes['OrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantities?: Resolver<ResolversTypes['LineQuantities'], ParentType, ContextType>;
};

export type LineQuantitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LineQuantities'] = ResolversParentTypes['LineQuantities']> = {
  ordered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelAsked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backordered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sourced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  released?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  packed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnRequested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writtenOff?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderPromiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPromise'] = ResolversParentTypes['OrderPromise']> = {
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  originalEarliestAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  originalLatestAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentLatestAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  configVersion?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  collectAtId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OrderTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTotals'] = ResolversParentTypes['OrderTotals']> = {
  lines?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  outstanding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actionUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type OrderEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEventConnection'] = ResolversParentTypes['OrderEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEventEdge'] = ResolversParentTypes['OrderEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderEvent'], ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  seq?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrderEventSummaryArgs>>;
  by?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderStatusUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderStatusUpdate'] = ResolversParentTypes['OrderStatusUpdate']> = {
  seq?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrderStatusUpdateSummaryArgs>>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  resync?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<CustomerOrdersArgs, 'first'>>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  addresses?: Resolver<Array<ResolversTypes['Address']>, ParentType, ContextType>;
  activity?: Resolver<ResolversTypes['CustomerActivityConnection'], ParentType, ContextType, RequireFields<CustomerActivityArgs, 'first'>>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CustomerActivityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerActivityConnection'] = ResolversParentTypes['CustomerActivityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerActivityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerActivityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerActivityEdge'] = ResolversParentTypes['CustomerActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerActivity'], ParentType, ContextType>;
};

export type CustomerActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerActivity'] = ResolversParentTypes['CustomerActivity']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CustomerActivitySummaryArgs>>;
  by?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
};

export type CustomerExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerExport'] = ResolversParentTypes['CustomerExport']> = {
  customerRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomerErasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerErasure'] = ResolversParentTypes['CustomerErasure']> = {
  erasedOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GiftReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftReceipt'] = ResolversParentTypes['GiftReceipt']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['GiftLine']>, ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<GiftReceiptHtmlArgs>>;
  giftCards?: Resolver<Array<ResolversTypes['GiftCredit']>, ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GiftLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftLine'] = ResolversParentTypes['GiftLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GiftCreditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCredit'] = ResolversParentTypes['GiftCredit']> = {
  returnId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderCollectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderCollection'] = ResolversParentTypes['OrderCollection']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  collectors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SoldByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoldBy'] = ResolversParentTypes['SoldBy']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlacedByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacedBy'] = ResolversParentTypes['PlacedBy']> = {
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export interface Federation__ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Scope'], any> {
  name: 'federation__Scope';
}

export interface Federation__PolicyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Policy'], any> {
  name: 'federation__Policy';
}

export interface Federation__ContextFieldValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__ContextFieldValue'], any> {
  name: 'federation__ContextFieldValue';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<QueryCartArgs, 'id'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  previewOrderChange?: Resolver<Maybe<ResolversTypes['OrderChangePreview']>, ParentType, ContextType, RequireFields<QueryPreviewOrderChangeArgs, 'change'>>;
  channels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  orderOfNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderOfNumberArgs, 'number'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
  orderByNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderByNumberArgs, 'number'>>;
  searchOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QuerySearchOrdersArgs, 'first' | 'filter'>>;
  failedPayments?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryFailedPaymentsArgs, 'first'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'ref'>>;
  exportCustomer?: Resolver<Maybe<ResolversTypes['CustomerExport']>, ParentType, ContextType, RequireFields<QueryExportCustomerArgs, 'ref'>>;
  collectionCheck?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<QueryCollectionCheckArgs, 'orderId' | 'code'>>;
  giftReceipt?: Resolver<Maybe<ResolversTypes['GiftReceipt']>, ParentType, ContextType, RequireFields<QueryGiftReceiptArgs, 'code'>>;
  ordersSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  JSON?: GraphQLScalarType;
  SettingsRecord?: SettingsRecordResolvers<ContextType>;
  Setting?: SettingResolvers<ContextType>;
  SettingsRevision?: SettingsRevisionResolvers<ContextType>;
  SettingChange?: SettingChangeResolvers<ContextType>;
  SettingsRevisionConnection?: SettingsRevisionConnectionResolvers<ContextType>;
  SettingsRevisionEdge?: SettingsRevisionEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  SafeInt?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartTotals?: CartTotalsResolvers<ContextType>;
  PriceAdjustment?: PriceAdjustmentResolvers<ContextType>;
  CartDestination?: CartDestinationResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactConsent?: ContactConsentResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  ChosenOption?: ChosenOptionResolvers<ContextType>;
  HoldCartUnitsResult?: HoldCartUnitsResultResolvers<ContextType>;
  CartUnitsHeld?: CartUnitsHeldResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  PlaceOrderSuccess?: PlaceOrderSuccessResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PromiseExpired?: PromiseExpiredResolvers<ContextType>;
  PriceChanged?: PriceChangedResolvers<ContextType>;
  PriceChange?: PriceChangeResolvers<ContextType>;
  PaymentActionRequired?: PaymentActionRequiredResolvers<ContextType>;
  PayOrderResult?: PayOrderResultResolvers<ContextType>;
  PayActionRequired?: PayActionRequiredResolvers<ContextType>;
  PayOrderSuccess?: PayOrderSuccessResolvers<ContextType>;
  FailedMoney?: FailedMoneyResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  CancelOrderSuccess?: CancelOrderSuccessResolvers<ContextType>;
  CancelTooLate?: CancelTooLateResolvers<ContextType>;
  OrderChangePreview?: OrderChangePreviewResolvers<ContextType>;
  OrderChangeSums?: OrderChangeSumsResolvers<ContextType>;
  OrderChangeRefusal?: OrderChangeRefusalResolvers<ContextType>;
  OrderChangeOption?: OrderChangeOptionResolvers<ContextType>;
  ConfirmOrderChangeResult?: ConfirmOrderChangeResultResolvers<ContextType>;
  OrderChanged?: OrderChangedResolvers<ContextType>;
  OrderChangeAsked?: OrderChangeAskedResolvers<ContextType>;
  OrderChangeTooLate?: OrderChangeTooLateResolvers<ContextType>;
  ReshipUnitsResult?: ReshipUnitsResultResolvers<ContextType>;
  AddExchangeUnitsResult?: AddExchangeUnitsResultResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  LineQuantities?: LineQuantitiesResolvers<ContextType>;
  OrderPromise?: OrderPromiseResolvers<ContextType>;
  OrderTotals?: OrderTotalsResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  OrderEventConnection?: OrderEventConnectionResolvers<ContextType>;
  OrderEventEdge?: OrderEventEdgeResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderStatusUpdate?: OrderStatusUpdateResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerActivityConnection?: CustomerActivityConnectionResolvers<ContextType>;
  CustomerActivityEdge?: CustomerActivityEdgeResolvers<ContextType>;
  CustomerActivity?: CustomerActivityResolvers<ContextType>;
  CustomerExport?: CustomerExportResolvers<ContextType>;
  CustomerErasure?: CustomerErasureResolvers<ContextType>;
  GiftReceipt?: GiftReceiptResolvers<ContextType>;
  GiftLine?: GiftLineResolvers<ContextType>;
  GiftCredit?: GiftCreditResolvers<ContextType>;
  OrderCollection?: OrderCollectionResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  SoldBy?: SoldByResolvers<ContextType>;
  PlacedBy?: PlacedByResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
  federation__FieldSet?: GraphQLScalarType;
  federation__Scope?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  federation__ContextFieldValue?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
  federation__extends?: Federation__ExtendsDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  federation__composeDirective?: Federation__ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  federation__interfaceObject?: Federation__InterfaceObjectDirectiveResolver<any, any, ContextType>;
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  federation__policy?: Federation__PolicyDirectiveResolver<any, any, ContextType>;
  federation__context?: Federation__ContextDirectiveResolver<any, any, ContextType>;
  federation__fromContext?: Federation__FromContextDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};

