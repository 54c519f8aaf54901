/** A rule of what delivery costs: whatever is absent does not matter to it. */
export interface DeliveryFee {
  readonly channels?: readonly string[];
  /** Countries and territories of the destination. */
  readonly countries?: readonly string[];
  /** Any one of the customer's. */
  readonly customerGroups?: readonly string[];
  /** Any one of the codes that the cart carries. */
  readonly promotionCodes?: readonly string[];
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
  readonly promotionCodes: readonly string[];
}

/** What delivery costs by the first rule that fits; null when none does. */
export function feeOf(rules: readonly DeliveryFee[], asked: FeeQuestion, value: () => number): number | null {
  for (const rule of rules) {
    const fee = rule.fee[asked.currency];
    if (fee !== undefined && fits(rule, asked) && isWorth(rule, asked.currency, value)) return fee;
  }
  return null;
}

/**
 * Codes of a question that are in force for it: a rule that names the code holds for everything else that was asked.
 * The price follows from the first rule that fits, so that a code in force need not be the one that made it.
 */
export function codesInForce(
  rules: readonly DeliveryFee[],
  asked: FeeQuestion,
  value: () => number,
): readonly string[] {
  const { promotionCodes, currency } = asked;
  return promotionCodes.filter((code) => {
    const alone = { ...asked, promotionCodes: [code] };
    return rules.some(
      (rule) =>
        rule.promotionCodes?.includes(code) === true &&
        rule.fee[currency] !== undefined &&
        fits(rule, alone) &&
        isWorth(rule, currency, value),
    );
  });
}

const among = (wanted: readonly string[] | undefined, given: readonly string[]): boolean =>
  wanted === undefined || wanted.some((each) => given.includes(each));

function fits(rule: DeliveryFee, asked: FeeQuestion): boolean {
  const { at, channel, country, customerGroups, promotionCodes } = asked;
  if (rule.channels && !rule.channels.includes(channel)) return false;
  if (rule.countries && !rule.countries.includes(country)) return false;
  if (!among(rule.customerGroups, customerGroups) || !among(rule.promotionCodes, promotionCodes))
    return false;
  return at >= (rule.fromMs ?? -Infinity) && at < (rule.untilMs ?? Infinity);
}

function isWorth({ valueFrom }: DeliveryFee, currency: string, value: () => number): boolean {
  if (valueFrom === undefined) return true;
  const least = valueFrom[currency];
  return least !== undefined && value() >= least;
}
