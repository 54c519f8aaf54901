/** A rule of what delivery costs: whatever is absent does not matter to it. */
export interface DeliveryFee {
  readonly channels?: readonly string[];
  /** Countries and territories of the destination. */
  readonly countries?: readonly string[];
  /** Any one of the customer's. */
  readonly customerGroups?: readonly string[];
  /** In force from (included) and until (excluded) these instants, epoch ms. */
  readonly fromMs?: number;
  readonly untilMs?: number;
  /** Least value of the goods by currency, minor units. */
  readonly valueFrom?: Readonly<Record<string, number>>;
  /** What the customer pays by currency, minor units; the rule does not speak of others. */
  readonly fee: Readonly<Record<string, number>>;
}

/** What a fee rule asks of a question. */
export interface FeeQuestion {
  readonly at: number;
  readonly channel: string;
  readonly country: string;
  readonly currency: string;
  readonly customerGroups: readonly string[];
}

/** What delivery costs by the first rule that fits; null when none does. */
export function feeOf(rules: readonly DeliveryFee[], asked: FeeQuestion, value: () => number): number | null {
  for (const rule of rules) {
    const fee = rule.fee[asked.currency];
    if (fee !== undefined && fits(rule, asked) && isWorth(rule, asked.currency, value)) return fee;
  }
  return null;
}

function fits(rule: DeliveryFee, { at, channel, country, customerGroups }: FeeQuestion): boolean {
  if (rule.channels && !rule.channels.includes(channel)) return false;
  if (rule.countries && !rule.countries.includes(country)) return false;
  if (rule.customerGroups && !rule.customerGroups.some((each) => customerGroups.includes(each))) return false;
  return at >= (rule.fromMs ?? -Infinity) && at < (rule.untilMs ?? Infinity);
}

function isWorth({ valueFrom }: DeliveryFee, currency: string, value: () => number): boolean {
  if (valueFrom === undefined) return true;
  const least = valueFrom[currency];
  return least !== undefined && value() >= least;
}
