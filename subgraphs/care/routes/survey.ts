import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/http/httpRoute.ts';
import type { CareApplication } from '../application.ts';
import { answerSurvey, explainSurvey } from '../commands/surveys.ts';
import { surveyTopics, type SurveyTopic } from '../domain/survey.ts';
import { isSigned, surveyPath as path } from '../links/signedLink.ts';

/** A GET shows what was chosen, since mail programs open links by themselves; a POST counts. */
export const surveyRoutes = (application: () => CareApplication): HttpRoute[] => [
  { method: 'GET', path, handle: (request) => Promise.resolve(ask(application(), request)) },
  { method: 'POST', path, maxBodyBytes: 16_384, handle: (request) => answer(application(), request) },
];

const page = (status: number, body: string): HttpResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    'cache-control': 'no-store',
  },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Survey</title><style>:root{color-scheme:light dark}body{font:18px system-ui;max-width:30rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.1rem;margin:.2rem}</style></head><body>${body}</body></html>`,
});
const unknown = (): HttpResponse =>
  page(404, '<p>Ce lien n’est pas valable. / This link is not valid. / Link non valido.</p>');

function orderOf({ config }: CareApplication, { query }: HttpRequest): string | undefined {
  const id = query.get('order') ?? '';
  return isSigned(query.get('token') ?? '', 'survey', id, config.linkSecret) ? id : undefined;
}

function ask(application: CareApplication, request: HttpRequest): HttpResponse {
  if (orderOf(application, request) === undefined) return unknown();
  const chosen = request.query.get('rating');
  const buttons = [1, 2, 3, 4, 5].map(
    (rating) =>
      `<button name="rating" value="${rating}"${chosen === String(rating) ? ' autofocus' : ''}>${rating}</button>`,
  );
  return page(
    200,
    `<p>La livraison ? / The delivery? / La consegna?</p><form method="post">${buttons.join('')}</form>`,
  );
}

const topicNames: Readonly<Record<SurveyTopic, string>> = {
  TIME: 'Date / Délai / Tempi',
  PARCEL: 'Parcel / Colis / Pacco',
  COURIER: 'Courier / Livreur / Corriere',
  PRODUCT: 'Product / Produit / Prodotto',
};

/** After the rating: what it is about, and why. */
function askWhy(): HttpResponse {
  const boxes = surveyTopics.map(
    (topic) =>
      `<p><label><input type="checkbox" name="what" value="${topic}"> ${topicNames[topic]}</label></p>`,
  );
  return page(
    200,
    `<p>Merci ! / Thank you! / Grazie!</p><form method="post">${boxes.join('')}<p><label>Pourquoi ? / Why? / Perché?<br><textarea name="why" rows="5" maxlength="2000"></textarea></label></p><button>OK</button></form>`,
  );
}

async function answer(application: CareApplication, request: HttpRequest): Promise<HttpResponse> {
  const orderId = orderOf(application, request);
  if (orderId === undefined) return unknown();
  const form = new URLSearchParams(request.body.toString('utf8'));
  const given = form.get('rating');
  if (given === null) {
    const what = surveyTopics.filter((topic) => form.getAll('what').includes(topic));
    const done = await explainSurvey(application, orderId, { what, why: form.get('why') ?? '' });
    return done ? page(200, '<p>Merci ! / Thank you! / Grazie!</p>') : unknown();
  }
  const rating = Number(given);
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return unknown();
  return (await answerSurvey(application, orderId, rating)) ? askWhy() : unknown();
}
