import { useCommonTexts } from '../../../client/texts.ts';

interface ActionFooterProps {
  readonly text: string;
  readonly danger?: boolean;
  readonly disabled: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<void>;
}

/** The way back, and the button that does it. */
export function ActionFooter({ text, danger = false, disabled, onClose, onSubmit }: ActionFooterProps) {
  const common = useCommonTexts();
  return (
    <footer>
      <button type="button" className="button" onClick={onClose}>
        {common('back')}
      </button>
      <button
        type="button"
        className={danger ? 'button danger primary' : 'button primary'}
        disabled={disabled}
        onClick={() => void onSubmit()}
      >
        {text}
      </button>
    </footer>
  );
}
