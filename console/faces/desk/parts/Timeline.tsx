import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import type { DeskOrderView } from './useOrder.ts';

/** Everything that happened, newest first, with who did it. */
export function Timeline({ order }: { readonly order: DeskOrderView }) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  const events = order.timeline.edges.map(({ node }) => node).toReversed();
  return (
    <section className="card">
      <h2>{t('timeline')}</h2>
      <ol className="timeline">
        {events.map(({ seq, at, by, actor, summary }) => (
          <li key={seq}>
            <time dateTime={at}>{formats.dayTime(at)}</time>
            <span>{summary}</span>
            <span className="muted small">
              {by === 'STAFF' ? `${t('by.STAFF')} · ${actor}` : t(`by.${by}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
