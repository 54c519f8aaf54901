import type { TrackOrderResult } from '../generated/operations.ts';
import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

/** An order as its link shows it. */
export type TrackedView = NonNullable<TrackOrderResult['trackedOrder']>;
type Parcel = TrackedView['parcels'][number];

const known = [
  'PARCEL_SHIPPED',
  'ARRIVES_TOMORROW',
  'OUT_FOR_DELIVERY',
  'CUSTOMS',
  'ATTEMPT_FAILED',
  'AT_PICKUP_POINT',
  'PARCEL_DELIVERED',
  'PARCEL_DAMAGED',
  'PARCEL_LOST',
  'RETURNING_TO_SENDER',
  'BACK_AT_WAREHOUSE',
] as const;
const stepKey = (step: string) => `step.${known.find((each) => each === step) ?? 'OTHER'}` as const;

const near = new Set(['OUT_FOR_DELIVERY', 'AT_PICKUP_POINT', 'ATTEMPT_FAILED', 'PARCEL_DELIVERED']);

/** When a step was reached: the first parcel that has come so far says so. */
function reached(parcels: readonly Parcel[], fits: (parcel: Parcel) => boolean): string | undefined {
  const times = parcels.filter(fits).flatMap(({ stepAt }) => stepAt ?? []);
  return times.sort()[0];
}

function steps(order: TrackedView, { t, dayTime }: Words): Html {
  const { parcels, deliveredAt } = order;
  const isNear = parcels.some(({ step }) => step !== null && near.has(step));
  const hasLeft = parcels.some(({ step }) => step !== null);
  const rows = [
    { text: t('placed'), done: true, at: order.placedAt },
    {
      text: t('left'),
      done: hasLeft || deliveredAt !== null,
      at: reached(parcels, ({ step }) => step === 'PARCEL_SHIPPED'),
    },
    {
      text: t('near'),
      done: isNear || deliveredAt !== null,
      at: reached(parcels, ({ step }) => step === 'OUT_FOR_DELIVERY'),
    },
    { text: t('arrived'), done: deliveredAt !== null, at: deliveredAt ?? undefined },
  ];
  const current = rows.findLastIndex(({ done }) => done);
  return html`<ol class="steps">
    ${rows.map(
      ({ text, done, at }, index) =>
        html`<li class="${done ? 'done' : ''}" ${index === current ? html`aria-current="step"` : ''}>
          <span>${text}</span>${at === undefined ? '' : html`<time datetime="${at}">${dayTime(at)}</time>`}
        </li>`,
    )}
  </ol>`;
}

function headline(order: TrackedView, { t, day }: Words, nowMs: number): string {
  if (order.cancelled) return t('cancelled');
  if (order.deliveredAt !== null) return t('arrivedOn', { day: day(order.deliveredAt) });
  const overdue = Date.parse(order.promisedAt) < nowMs;
  return t(overdue ? 'overdue' : 'arrivesBy', { day: day(order.promisedAt) });
}

const parcelRow = ({ trackingCodes, step, stepAt, expectedAt, deliveredAt }: Parcel, words: Words): Html => {
  const { t, day, dayTime } = words;
  return html`<li>
    <div>
      <strong>${t('parcel', { codes: trackingCodes.join(', ') })}</strong>
      <span class="muted small block">
        ${step === null ? t('noStep') : t(stepKey(step))}${stepAt === null ? '' : ` · ${dayTime(stepAt)}`}
      </span>
    </div>
    ${
      expectedAt !== null && deliveredAt === null
        ? html`<span class="badge info">${t('expected', { day: day(expectedAt) })}</span>`
        : ''
    }
  </li>`;
};

/** The part of the page that changes while one looks at it. */
export function orderBody(order: TrackedView, words: Words, given: { nowMs: number; choice: Html }): Html {
  const { t, day } = words;
  const moved = order.firstPromisedAt !== order.promisedAt && order.deliveredAt === null && !order.cancelled;
  return html`<p class="muted">${t('order', { number: order.number })}</p>
    <h1 id="headline">${headline(order, words, given.nowMs)}</h1>
    ${moved ? html`<p class="muted">${t('wasPromised', { day: day(order.firstPromisedAt) })}</p>` : ''}
    ${given.choice} ${order.cancelled ? '' : html`<section class="card">${steps(order, words)}</section>`}
    ${
      order.parcels.length === 0
        ? ''
        : html`<section class="card">
            <h2>${t('parcels', { count: order.parcels.length })}</h2>
            <ul class="rows">
              ${order.parcels.map((parcel) => parcelRow(parcel, words))}
            </ul>
          </section>`
    }`;
}
