import { Component, type ReactNode } from 'react';
import { useCommonTexts } from '../client/texts.ts';

function Broken({ again }: { readonly again: () => void }) {
  const t = useCommonTexts();
  return (
    <div className="empty" role="alert">
      <h1>{t('error.title')}</h1>
      <p>{t('error.unknown')}</p>
      <button type="button" className="button" onClick={again}>
        {t('retry')}
      </button>
    </div>
  );
}

/** Keeps a fault of one page from taking the whole application with it. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    // A file of a former version may be gone: the page is read anew.
    return this.state.broken ? <Broken again={() => location.reload()} /> : this.props.children;
  }
}
