/** Types of schema/shared. */
export const sharedMappers: Record<string, string> = {
  SettingsRecord: '../../../platform/settings/settingsRecord.ts#SettingsRecord as SettingsRecordModel',
};

/**
 * What a resolver receives as its parent, by subgraph and type: `path#Type`, the path seen from the subgraph's
 * generated folder. A type without an entry is resolved from an object of its own shape.
 */
export const mappers: Record<string, Record<string, string>> = {
  catalog: {
    Cart: '../store/loaders.ts#CartRef',
    Product: '../store/models.ts#ProductDoc',
    ProductVariant: '../store/models.ts#VariantDoc',
    CustomisationOption: '../domain/customisation.ts#PricedOption',
    StockPosition: '../store/stockModels.ts#StockDoc',
    IncomingStock: '../store/stockModels.ts#IncomingDoc',
    Reservation: '../domain/reservation.ts#Reservation as ReservationModel',
    ConditionStock: '../store/conditionModels.ts#ConditionDoc',
    WriteOff: '../store/conditionModels.ts#WriteOffDoc',
    CartHold: '../domain/reservation.ts#Reservation as CartHoldModel',
    ReservationLine: '../domain/reservation.ts#ReservationLine as ReservationLineModel',
  },
  promise: {
    Promise: '../queries/answer.ts#Answer',
    DeliveryOption: '../queries/offeredOption.ts#OfferedOption',
    PlannedShipment: '../resolvers/plannedShipment.ts#ShipmentRow',
    UnavailableOption: '../queries/refusal.ts#Refusal',
    PromiseTrace: '../queries/answer.ts#Answer',
    CarbonEstimate: '@promesse/promise-engine/model/types#CarbonEstimate as CarbonModel',
    CarbonLeg: '@promesse/promise-engine/model/types#CarbonLeg as CarbonLegModel',
    RuleSet: '../store/models.ts#RuleSetDoc',
  },
  orders: {
    Channel: '../store/channelModel.ts#ChannelDoc',
    Cart: '../store/models.ts#CartDoc',
    CartLine: '../store/loaders.ts#CartLineRow',
    Address: '../store/models.ts#AddressDoc',
    CartDestination: '../store/models.ts#DestinationDoc',
    Order: '../store/models.ts#OrderDoc',
    OrderConnection: '../queries/orderPage.ts#OrderPage',
    Customer: '../queries/customer.ts#CustomerRow',
    CustomerActivity: '../queries/customer.ts#Activity',
    OrderLine: '../store/loaders.ts#LineRow',
    Payment: '../store/loaders.ts#PaymentRow',
    OrderEvent: '../domain/timelineEntry.ts#TimelineEntry',
    OrderStatusUpdate: '../queries/statusStream.ts#StatusUpdate',
  },
  fulfillment: {
    Location: '../store/models.ts#LocationDoc',
    FulfillmentOrder: '../domain/fulfillmentOrder.ts#FulfillmentOrder as FulfillmentOrderModel',
    FulfillmentOrderLine: '../domain/fulfillmentOrder.ts#WorkLine',
    PurchaseOrder: '../domain/fulfillmentOrder.ts#FulfillmentOrder as FulfillmentOrderModel',
    PackingSlip: '../domain/packingSlip.ts#Slip',
    PackingSlipLine: '../domain/packingSlip.ts#SlipLine',
    PickBatch: '../store/siteDocs.ts#PickBatchDoc',
    CompetitiveOffer: '../domain/competition.ts#CompetitiveOffer as CompetitiveOfferModel',
    OfferedLine: '../domain/competition.ts#OfferedUnits',
    MakingJob: '../domain/making.ts#MakingJob as MakingJobModel',
    PickEntry: '../domain/pickList.ts#PickEntry as PickEntryModel',
    CarrierManifest: '../store/siteDocs.ts#ManifestDoc',
    ManifestEntry: '../domain/manifest.ts#ManifestRow',
    LocationThrottle: '../store/siteDocs.ts#ThrottleDoc',
    Order: '../store/models.ts#OrderRef',
  },
  shipping: {
    CarrierService: '../store/models.ts#CarrierServiceDoc',
    CarrierLane: '../store/models.ts#CarrierLaneDoc',
    Shipment: '../domain/shipment.ts#Shipment as ShipmentModel',
    Parcel: '../domain/shipment.ts#ShipmentParcel',
    TrackingEvent: '../domain/shipment.ts#TrackedEvent',
    Order: '../store/models.ts#OrderRef',
  },
  returns: {
    Order: '../store/models.ts#OrderRef',
    Return: '../store/models.ts#ReturnDoc',
    ReturnLine: '../queries/told.ts#ToldLine',
    ReturnPlace: '../queries/returnPlaces.ts#OfferedPlace',
    ReturnOption: '../queries/told.ts#ToldOption',
    UnitDisposition: '../queries/told.ts#ToldFinding',
    NotReturnable: '../queries/told.ts#ToldRefusal',
  },
  care: {
    Order: '../store/models.ts#OrderRef',
    Message: '../store/models.ts#MessageDoc',
    Incident: '../store/models.ts#IncidentDoc',
    Ticket: '../store/models.ts#TicketDoc',
    TicketNote: '../queries/ticketNotes.ts#NoteRow',
    MessagePreview: '../templates/render.ts#Rendered',
  },
  insights: {
    PromiseOutcome: '../domain/outcome.ts#Outcome',
  },
};
