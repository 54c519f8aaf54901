import { useTextsOf } from '../../../client/texts.ts';
import { shopTexts } from '../texts/shop.ts';

interface RefusedProps {
  readonly options: readonly {
    readonly methodType: string;
    readonly reason: string;
    readonly detail: string;
  }[];
}

/** Ways that are not possible, and why, in the graph's own words. */
export function Refused({ options }: RefusedProps) {
  const t = useTextsOf(shopTexts);
  if (options.length === 0) return null;
  return (
    <details className="refused">
      <summary>
        {t('notPossible')} ({options.length})
      </summary>
      <ul>
        {options.map(({ methodType, reason, detail }, index) => (
          <li key={`${methodType} ${reason} ${index}`} className="muted small">
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
