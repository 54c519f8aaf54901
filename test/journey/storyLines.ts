/** What the demo must have said for the story to be whole. */
export const storyLines: readonly RegExp[] = [
  /Home delivery: by .* if ordered before .*, \d+\.\d\d EUR, \d+\.\d\d kg CO2e/,
  /not possible: \w+ - \w+: /,
  /the same request again gives the same order: true/,
  /live #\d+ IN_FULFILLMENT: 2 units packed/,
  /live #\d+ SHIPPED: 2 units handed to the carrier/,
  /Charge of [\d.]+ EUR succeeded/,
  /10 webhook calls, each event twice/,
  /live #\d+ DELIVERED: Everything has arrived, as promised/,
  /label \S+\.pdf \(application\/pdf, \d{4,} bytes\)/,
  /refunded \d+\.\d\d EUR to the original payment/,
  /yes: promised within \d+\.\d days/,
  /numbered 1 to \d+ without a gap: true/,
  /its own order: P\S+, \w+, reference MP-1001/,
  /the shopper's order: not there for it/,
  /store work lists: Cannot query field/,
];
