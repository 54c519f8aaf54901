import { Link } from 'wouter';
import { Frame } from '../../ui/Frame.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { faceRules, faces, type Face } from '../../client/faces.ts';
import { useSession } from '../../client/session.ts';
import { useCommonTexts } from '../../client/texts.ts';

function FaceCard({ face }: { readonly face: Face }) {
  const t = useCommonTexts();
  const session = useSession();
  const person = session.phase === 'in' || session.phase === 'over' ? session.person : undefined;
  const { path, seenBy, mayOpen } = faceRules[face];
  const open = mayOpen(person);
  const body = (
    <>
      <span className="face-icon">
        <Icon name={face} />
      </span>
      <h2>{t(`face.${face}`)}</h2>
      <p>{t(`face.${face}.about`)}</p>
      <p className="face-for">{t(`seenBy.${seenBy}`)}</p>
      <span className="face-open">
        {open
          ? t('open')
          : person === undefined || person.kind === 'guest'
            ? t('needsSignIn')
            : t('notYours')}
        <Icon name={open ? 'arrow' : 'lock'} />
      </span>
    </>
  );
  // The live order page is a document of its own.
  return (
    <li className={open ? 'face-card' : 'face-card shut'}>
      {face === 'track' ? <a href={path}>{body}</a> : <Link href={path}>{body}</Link>}
    </li>
  );
}

/** The first page: the five faces, and who sees them. */
export function HomePage() {
  const t = useCommonTexts();
  return (
    <Frame title={t('product')} plain>
      <header className="welcome">
        <h1>{t('tagline')}</h1>
        <p>{t('lead')}</p>
      </header>
      <ul className="face-cards">
        {faces.map((face) => (
          <FaceCard key={face} face={face} />
        ))}
      </ul>
    </Frame>
  );
}
