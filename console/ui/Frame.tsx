import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Face } from '../client/faces.ts';
import { useCommonTexts } from '../client/texts.ts';
import { Mark } from './Mark.tsx';
import { Preferences } from './Preferences.tsx';
import { Who } from './Who.tsx';

interface FrameProps {
  /** Title of the page, for the window and for history. */
  readonly title: string;
  readonly face?: Face;
  /** What stands beside the face's name: navigation within it, a search box. */
  readonly bar?: ReactNode;
  /** Without the face's own bar. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: where one is, who one is, how it looks; then the page. */
export function Frame({ title, face, bar, children }: FrameProps) {
  const t = useCommonTexts();
  useEffect(() => {
    document.title = title === t('product') ? title : `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className={face === undefined ? 'frame' : `frame in-${face}`}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top">
        <Link href="~/" className="brand" aria-label={`${t('product')}: ${t('home')}`}>
          <Mark />
          <span className="brand-name">{t('product')}</span>
        </Link>
        {face !== undefined && (
          <Link href="/" className="face-name">
            {t(`face.${face}`)}
          </Link>
        )}
        <div className="bar">{bar}</div>
        <Preferences />
        <Who />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
