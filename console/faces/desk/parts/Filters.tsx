import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import { statusChoices } from './useFound.ts';

interface FiltersProps {
  readonly status: string;
  readonly delayed: boolean;
  /** A filter and its value; an empty one takes it away. */
  readonly onNarrow: (name: string, value: string) => void;
}

/** What narrows the list; it stands in the address. */
export function Filters({ status, delayed, onNarrow }: FiltersProps) {
  const t = useTextsOf(deskTexts);
  return (
    <div className="filters">
      <label className="chip-field">
        <span>{t('status')}</span>
        <select value={status} onChange={(event) => onNarrow('status', event.target.value)}>
          <option value="">{t('status.all')}</option>
          {statusChoices.map((each) => (
            <option key={each} value={each}>
              {t(`status.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="chip-field">
        <input
          type="checkbox"
          checked={delayed}
          onChange={(event) => onNarrow('delayed', event.target.checked ? '1' : '')}
        />
        <span>{t('delayedOnly')}</span>
      </label>
    </div>
  );
}
