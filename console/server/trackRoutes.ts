import { randomUUID } from 'node:crypto';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../platform/http/httpRoute.ts';
import type {
  TrackAnswerResult,
  TrackByNumberResult,
  TrackOrderResult,
} from '../faces/track/generated/operations.ts';
import { choiceForm } from '../faces/track/pages/choiceForm.ts';
import { documentOf } from '../faces/track/pages/document.ts';
import { findForm } from '../faces/track/pages/findForm.ts';
import { html, type Html } from '../faces/track/pages/html.ts';
import { orderBody, type TrackedView } from '../faces/track/pages/orderBody.ts';
import { wordsIn, type Words } from '../faces/track/pages/words.ts';
import { languageAmong } from '../texts/language.ts';
import type { AskGraph } from './askGraph.ts';
import { pageHeaders } from './policy.ts';
import type { WebFiles } from './webFiles.ts';

export interface TrackParts {
  readonly files: WebFiles;
  readonly ask: AskGraph;
  readonly nowMs: () => number;
}

const outcomes = ['DONE', 'ASKED', 'TOO_LATE', 'FAILED'] as const;

/** The live order page: documents that are complete without a script. */
export function trackRoutes(parts: TrackParts): HttpRoute[] {
  const pages = new TrackPages(parts);
  return [
    { method: 'GET', path: '/track', handle: (request) => Promise.resolve(pages.find(request)) },
    { method: 'POST', path: '/track', maxBodyBytes: 4_096, handle: (request) => pages.found(request) },
    { method: 'GET', path: '/track/:id', handle: (request) => pages.order(request) },
    { method: 'POST', path: '/track/:id', maxBodyBytes: 16_384, handle: (request) => pages.answer(request) },
  ];
}

/** Before an order says its own language: what was asked for, else what the browser prefers. */
const languageOf = ({ query, headers }: HttpRequest, own?: string) =>
  languageAmong([
    query.get('lang') ?? '',
    own ?? '',
    ...(headers['accept-language'] ?? '').split(',').map((wish) => wish.trim()),
  ]);

class TrackPages {
  readonly #parts: TrackParts;

  constructor(parts: TrackParts) {
    this.#parts = parts;
  }

  find(request: HttpRequest, said = '', number = '', status = 200): HttpResponse {
    const words = wordsIn(languageOf(request), 'UTC');
    return this.#page(words, words.t('find'), findForm(words, { said, number }), { status });
  }

  /** By number and e-mail: what the graph shows to whoever knows both. */
  async found(request: HttpRequest): Promise<HttpResponse> {
    const { t } = wordsIn(languageOf(request), 'UTC');
    const form = new URLSearchParams(request.body.toString('utf8'));
    const number = (form.get('number') ?? '').trim().toUpperCase();
    const email = (form.get('email') ?? '').trim();
    const asked = await this.#ask<TrackByNumberResult>('TrackByNumber', { number, email });
    if (asked.code === 'TOO_MANY_ATTEMPTS') return this.find(request, t('tooMany'), number, 429);
    if (asked.data === undefined) return this.find(request, t('failed'), number, 503);
    const order = asked.data.orderByNumber;
    if (order === null) return this.find(request, t('notFound'), number, 404);
    const { promise } = order;
    const view: TrackedView = {
      ...{ number: order.number, locale: order.locale, timeZone: promise.timeZone, placedAt: order.placedAt },
      ...{ firstPromisedAt: promise.originalLatestAt, promisedAt: promise.currentLatestAt },
      ...{
        deliveredAt: promise.deliveredAt,
        cancelled: order.status === 'CANCELLED',
        parcels: [],
        choice: null,
      },
    };
    const words = wordsIn(languageOf(request, order.locale), promise.timeZone);
    const note = html`<p class="notice info">${order.statusText}. ${words.t('details')}</p>`;
    return this.#page(words, words.t('title', { number }), this.#body(view, words, note));
  }

  async order(request: HttpRequest): Promise<HttpResponse> {
    const { params, query } = request;
    const token = query.get('token') ?? '';
    const orderId = params['id'] ?? '';
    const { data } = await this.#ask<TrackOrderResult>('TrackOrder', { orderId, token });
    const { t } = wordsIn(languageOf(request), 'UTC');
    if (data === undefined) return this.find(request, t('failed'), '', 503);
    const order = data.trackedOrder;
    if (order === null) return this.find(request, t('unknown'), '', 404);
    const words = wordsIn(languageOf(request, order.locale), order.timeZone);
    const said = outcomes.find((each) => each === query.get('said'));
    const action = `/track/${encodeURIComponent(orderId)}?${new URLSearchParams({ token }).toString()}`;
    const choice = html`${said === undefined ? '' : html`<p class="notice success" role="status">${words.t(`said.${said}`)}</p>`}
    ${choiceForm(order, action, words)}`;
    const body = this.#body(order, words, choice);
    if (query.get('part') === '1') return { status: 200, headers: pageHeaders(), body: body.text };
    return this.#page(words, words.t('title', { number: order.number }), body, { live: true });
  }

  /** Carries out what was chosen; the page then says what came of it. */
  async answer({ params, query, body }: HttpRequest): Promise<HttpResponse> {
    const form = new URLSearchParams(body.toString('utf8'));
    const token = query.get('token') ?? '';
    const orderId = params['id'] ?? '';
    const amount = form.get('amountMinor');
    const input = {
      ...{ orderId, token, promisedAt: form.get('promisedAt'), answer: form.get('answer') },
      ...(form.has('placeId') && { collectAtId: form.get('placeId'), handle: form.get('handle') }),
      ...(amount !== null && {
        acceptedDifference: { amountMinor: Number(amount), currency: form.get('currency') },
      }),
      idempotencyKey: randomUUID(),
    };
    const { data } = await this.#ask<TrackAnswerResult>('TrackAnswer', { input });
    const said = data?.answerPromise.outcome ?? 'FAILED';
    const location = `/track/${encodeURIComponent(orderId)}?${new URLSearchParams({ token, said }).toString()}`;
    return { status: 303, headers: { location, 'cache-control': 'no-store' } };
  }

  /** A graph that does not answer is told on the page, not thrown. */
  async #ask<Result>(name: string, variables: object) {
    try {
      return await this.#parts.ask<Result>(name, variables);
    } catch {
      return { data: undefined, code: 'SERVICE_UNAVAILABLE' };
    }
  }

  #body(order: TrackedView, words: Words, choice: Html): Html {
    return orderBody(order, words, { nowMs: this.#parts.nowMs(), choice });
  }

  #page(
    words: Words,
    title: string,
    body: Html,
    given: { status?: number; live?: boolean } = {},
  ): HttpResponse {
    const { styles, script, icon } = this.#parts.files.tracking;
    return {
      status: given.status ?? 200,
      // The address holds the proof that the order is one's own: no other page is told of it.
      headers: { ...pageHeaders(), 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
      body: documentOf({ title, body, words, styles, icon, ...(given.live === true && { script }) }),
    };
  }
}
