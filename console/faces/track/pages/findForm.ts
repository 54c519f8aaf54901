import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

/** The way to an order without its link: its number and the address it was placed with. */
export const findForm = ({ t }: Words, given: { said: string; number: string }): Html =>
  html`<h1>${t('find')}</h1>
    <p class="muted">${t('findText')}</p>
    ${given.said === '' ? '' : html`<p class="notice danger" role="alert">${given.said}</p>`}
    <form method="post" action="/track" class="card stack">
      <div class="field">
        <label for="number">${t('number')}</label>
        <input
          id="number"
          name="number"
          value="${given.number}"
          required
          autocomplete="off"
          autocapitalize="characters"
        />
      </div>
      <div class="field">
        <label for="email">${t('email')}</label>
        <input id="email" name="email" type="email" required autocomplete="email" />
      </div>
      <button class="button primary">${t('show')}</button>
    </form>`;
