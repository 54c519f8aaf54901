import { useId } from 'react';
import { useTextsOf } from '../../../client/texts.ts';
import { actionTexts } from '../texts/actions.ts';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Why somebody acts for a customer; it stands in the timeline. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const t = useTextsOf(actionTexts);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('reason')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="hint" id={`${id}-hint`}>
        {t('reasonHint')}
      </span>
    </div>
  );
}
