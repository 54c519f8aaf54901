import { useState } from 'react';
import { useTextsOf } from '../../../client/texts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { actionTexts } from '../texts/actions.ts';
import { ActionFooter } from './ActionFooter.tsx';
import type { ActionProps } from './actionProps.ts';
import { ReasonField } from './ReasonField.tsx';
import { useCancel } from './useCancel.ts';
import type { DeskLine } from './useOrder.ts';

/** Units of a line that have not left. */
const openUnits = ({ quantities: q }: DeskLine): number =>
  q.ordered - q.cancelled - q.cancelAsked - q.shipped;

/** Cancels units that have not left, line by line. */
export function CancelDialog({ order, onClose, onDone }: ActionProps) {
  const t = useTextsOf(actionTexts);
  const lines = order.lines.filter((line) => openUnits(line) > 0);
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, openUnits(line)])),
  );
  const [reason, setReason] = useState('');
  const { fault, fetching, submit } = useCancel(order.id, onDone);
  return (
    <Dialog title={t('cancelUnits')} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <fieldset className="stack">
        <legend className="visually-hidden">{t('units')}</legend>
        {lines.map((line) => (
          <label key={line.id} className="unit-field">
            <span>{t('unitsOf', { title: line.variant.title, count: openUnits(line) })}</span>
            <input
              type="number"
              min={0}
              max={openUnits(line)}
              value={wanted[line.id] ?? 0}
              onChange={(event) => {
                const units = Math.max(0, Math.min(openUnits(line), Math.trunc(Number(event.target.value))));
                setWanted((before) => ({ ...before, [line.id]: units }));
              }}
            />
          </label>
        ))}
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
      <ActionFooter
        text={t('confirmCancel')}
        danger
        disabled={fetching}
        onClose={onClose}
        onSubmit={() => submit(wanted, reason)}
      />
    </Dialog>
  );
}
