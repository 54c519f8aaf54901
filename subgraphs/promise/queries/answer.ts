import type { DeliveryOption, PromiseResult } from '@promesse/promise-engine/model/types';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';
import { languageOf } from '@promesse/geography/locales';
import type { Handles } from '../handle/handle.ts';
import { digestOf, subjectDigest } from '../handle/digest.ts';
import { OfferedOption, type Offer } from './offeredOption.ts';
import { withoutOutdone } from '../domain/outdone.ts';
import type { Question } from '../domain/question.ts';
import { outdoneRefusal, type Refusal } from './refusal.ts';

/** An offered option can be ordered for at least this long, whatever changes meanwhile. */
const graceMs = 60_000;

/** What an answer is made of. */
export interface AnswerParts {
  readonly question: Question;
  readonly result: PromiseResult;
  /** Refusals the engine did not give: services that do not reach the country at all. */
  readonly unserved: readonly UnavailableOption[];
  /** The same deliveries in one shipment, where the best are split. */
  readonly single: readonly DeliveryOption[];
  readonly handles: Handles;
  /** An offered option can be ordered no longer than this: stock and prices move. */
  readonly lifeMs: number;
  /** Promotion codes of the question that are in force; undefined when there are none. */
  readonly codes: readonly string[] | undefined;
  /** Epoch ms of the answer, whatever instant was asked about. */
  readonly nowMs: number;
}

/** An answer as the graph shows it: a view of the engine's; what nobody asks for is never made. */
export class Answer implements Offer {
  readonly result: PromiseResult;
  readonly question: Question;
  readonly options: readonly OfferedOption[];
  readonly unavailable: readonly Refusal[];
  /** Options in one shipment that stand beside a split one. */
  readonly #single: ReadonlySet<DeliveryOption>;
  readonly #handles: Handles;
  readonly #lifeMs: number;
  readonly #nowMs: number;
  readonly #codes: readonly string[] | undefined;
  #subject: string | undefined;
  #id: string | undefined;

  constructor({ question, result, unserved, single, handles, lifeMs, nowMs, codes }: AnswerParts) {
    this.question = question;
    this.result = result;
    this.#handles = handles;
    this.#lifeMs = lifeMs;
    this.#nowMs = nowMs;
    this.#codes = codes;
    this.#single = new Set(single);
    const { kept, outdone } = withoutOutdone(beside(result.options, single));
    this.options = kept.map((option) => new OfferedOption(option, this));
    const language = languageOf(question.locale);
    this.unavailable = [...result.unavailable, ...unserved, ...outdone.map(outdoneRefusal)].map((each) => ({
      ...each,
      language,
    }));
  }

  get subject(): string {
    return (this.#subject ??= subjectDigest(this.question));
  }

  get id(): string {
    if (this.#id !== undefined) return this.#id;
    const { channel, currency } = this.question;
    const { computedAtMs, configVersion } = this.result;
    const text = [channel, currency, this.subject, configVersion, Math.floor(computedAtMs / graceMs)];
    if (this.#codes !== undefined) text.push(this.#codes.join(','));
    return (this.#id = digestOf(text.join('|')));
  }

  get computedAt() {
    return this.result.computedAtMs;
  }

  get expiresAt(): number {
    const { computedAtMs, expiresAtMs } = this.result;
    return Math.max(computedAtMs + graceMs, expiresAtMs);
  }

  get configVersion() {
    return this.result.configVersion;
  }

  get degraded() {
    return this.result.degraded;
  }

  get destination() {
    return this.result.destination;
  }

  get degradedReasons() {
    return [...this.result.degradedSources];
  }

  sign(option: OfferedOption): string {
    const { question, result } = this;
    const { pickup, price, tax } = option.engine;
    // Asking about a later instant makes no handle that lives until then.
    const from = Math.min(result.computedAtMs, this.#nowMs);
    return this.#handles.sign({
      promiseId: this.id,
      cartId: question.cartId ?? '',
      channel: question.channel,
      currency: question.currency,
      subject: this.subject,
      methodCode: option.code,
      methodType: option.methodType,
      title: option.title,
      collectAtId: pickup?.id,
      collectAtName: pickup?.name,
      earliestMs: option.earliestDeliveryAt,
      latestMs: option.latestDeliveryAt,
      timeZone: option.timeZone,
      confidence: option.confidence,
      configVersion: result.configVersion,
      priceMinor: price.amountMinor,
      taxMinor: tax.amountMinor,
      maxSplits: this.#single.has(option.engine) ? 0 : question.maxSplits,
      customerGroups: question.customerGroups,
      promotionCodes: this.#codes,
      expiresAtMs: Math.max(from + graceMs, Math.min(from + this.#lifeMs, option.orderBy)),
    });
  }
}

/** Each option in one shipment stands after the split one of its method. */
function beside(
  options: readonly DeliveryOption[],
  single: readonly DeliveryOption[],
): readonly DeliveryOption[] {
  if (single.length === 0) return options;
  return options.flatMap((option) => {
    const whole = option.splitCount === 0 ? undefined : single.find(({ code }) => code === option.code);
    return whole === undefined ? [option] : [option, whole];
  });
}
