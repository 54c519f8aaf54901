import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Frame } from '../../ui/Frame.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { kindKey } from '../../client/kindKey.ts';
import { signOut, takeRole, useSession } from '../../client/session.ts';
import { useCommonTexts } from '../../client/texts.ts';

const named = ['shopper', 'guest', 'agent', 'associate', 'admin'] as const;
type Role = (typeof named)[number];

/** The roles that each face is for, first; whoever came from a face sees them first. */
const rolesFor: Readonly<Record<string, readonly Role[]>> = {
  desk: ['agent', 'admin'],
  store: ['associate', 'admin'],
  tower: ['admin', 'agent'],
};

function Roles({ offered, back, face }: { offered: readonly string[]; back: string; face: string }) {
  const t = useCommonTexts();
  const [, goTo] = useLocation();
  const [failed, setFailed] = useState(false);
  const first = rolesFor[face] ?? [];
  const roles = [...first, ...named.filter((role) => !first.includes(role))].filter((role) =>
    offered.includes(role),
  );
  const take = (role: Role): void =>
    void takeRole(role).then(
      () => goTo(back),
      () => setFailed(true),
    );
  return (
    <>
      {failed && <Notice tone="danger">{t('signIn.failed')}</Notice>}
      <ul className="role-list">
        {roles.map((role) => (
          <li key={role}>
            <button type="button" onClick={() => take(role)}>
              <strong>{t(`role.${role}`)}</strong>
              <span>{t(`role.${role}.about`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who are you: the provider's page, or in development the ready-made roles. */
export function SignInPage() {
  const t = useCommonTexts();
  const session = useSession();
  const [query] = useSearchParams();
  const asked = query.get('return') ?? '/';
  const back = asked.startsWith('/') && !asked.startsWith('//') ? asked : '/';
  if (session.phase === 'opening') return <Loading />;
  // Somebody else's session ends first: what it may do says nothing about the next person.
  if (session.phase !== 'out')
    return (
      <Frame title={t('signIn.title')}>
        <div className="sign-in">
          <h1>{t('notYours')}</h1>
          <p>{t('signedInAs', { who: t(kindKey(session.person.kind)) })}</p>
          <button type="button" className="button" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </div>
      </Frame>
    );
  const hasRoles = session.roles.length > 0;
  const provider = `/session/sign-in?${new URLSearchParams({ return: back }).toString()}`;
  return (
    <Frame title={t('signIn.title')}>
      <div className="sign-in">
        <h1>{t('signIn.title')}</h1>
        <p>{t(hasRoles ? 'signIn.lead' : session.provider ? 'signIn.provider' : 'signIn.none')}</p>
        {query.has('failed') && <Notice tone="danger">{t('signIn.failed')}</Notice>}
        {hasRoles && <Roles offered={session.roles} back={back} face={query.get('face') ?? ''} />}
        {session.provider && (
          <a className="button primary" href={provider}>
            {t('signIn')}
          </a>
        )}
      </div>
    </Frame>
  );
}
