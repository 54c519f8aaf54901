import { Link, useLocation } from 'wouter';
import { kindKey } from '../client/kindKey.ts';
import { signOut, useSession } from '../client/session.ts';
import { useCommonTexts } from '../client/texts.ts';

/** Who is signed in, and the way out; or the way in. */
export function Who() {
  const t = useCommonTexts();
  const session = useSession();
  const [, goTo] = useLocation();
  if (session.phase === 'opening') return null;
  const isVisitor = session.phase === 'out' || session.person.kind === 'guest';
  if (isVisitor)
    return (
      <Link href="~/sign-in" className="button quiet">
        {t('signIn')}
      </Link>
    );
  const leave = (): void =>
    void signOut().then(
      () => goTo('~/'),
      () => undefined,
    );
  return (
    <div className="who">
      <span className="who-name">{t(kindKey(session.person.kind))}</span>
      <button type="button" className="button quiet" onClick={leave}>
        {t('signOut')}
      </button>
    </div>
  );
}
