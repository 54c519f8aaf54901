import { html, type Html } from './html.ts';
import type { TrackedView } from './orderBody.ts';
import type { Words } from './words.ts';

type Choice = NonNullable<TrackedView['choice']>;
type Option = Choice['options'][number];

function optionText({ answer, promisedAt, placeName }: Option, { t, day }: Words): string {
  const at = promisedAt === null ? '' : day(promisedAt);
  switch (answer) {
    case 'KEEP':
      return t('choice.KEEP', { day: at });
    case 'CANCEL':
      return t('choice.CANCEL');
    case 'COLLECT':
      return t('choice.COLLECT', { day: at, place: placeName ?? '' });
    default:
      return answer satisfies never;
  }
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

function optionForm(option: Option, promisedAt: string, action: string, words: Words): Html {
  const { placeId, handle, difference } = option;
  return html`<form method="post" action="${action}" class="choice">
    ${hidden('answer', option.answer)} ${hidden('promisedAt', promisedAt)}
    ${placeId === null ? '' : hidden('placeId', placeId)} ${handle === null ? '' : hidden('handle', handle)}
    ${difference === null ? '' : [hidden('amountMinor', String(difference.amountMinor)), hidden('currency', difference.currency)]}
    <span>
      ${optionText(option, words)}
      ${
        difference === null || difference.amountMinor === 0
          ? ''
          : html`<span class="muted small block"
              >${words.t('costs', { amount: words.money(-difference.amountMinor, difference.currency) })}</span
            >`
      }
    </span>
    <button class="button">${words.t('choose')}</button>
  </form>`;
}

/** What can be, or was, decided since the promise moved; works without a script. */
export function choiceForm({ choice }: TrackedView, action: string, words: Words): Html {
  const { t, day } = words;
  if (choice === null) return html``;
  if (choice.answer !== null)
    return html`<p class="notice info">${t('chosen', { what: t(`chosen.${choice.answer}`) })}</p>`;
  if (choice.options.length === 0) return html``;
  return html`<section class="card attention">
    <h2>${t('moved')}</h2>
    <p>${t('movedText', { before: day(choice.previousAt), now: day(choice.promisedAt) })}</p>
    <div class="choices">
      ${choice.options.map((option) => optionForm(option, choice.promisedAt, action, words))}
    </div>
  </section>`;
}
