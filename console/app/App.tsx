import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from '../ui/Loading.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import { createGraph } from '../client/graph.ts';
import { faceRules, type Face } from '../client/faces.ts';
import { HomePage } from './pages/HomePage.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { beGuest, useSession } from '../client/session.ts';
import { SessionOver } from './SessionOver.tsx';

const ShopFace = lazy(() => import('../faces/shop/pages/ShopFace.tsx'));
const DeskFace = lazy(() => import('../faces/desk/pages/DeskFace.tsx'));
const StoreFace = lazy(() => import('../faces/store/pages/StoreFace.tsx'));
const TowerFace = lazy(() => import('../faces/tower/pages/TowerFace.tsx'));

/** A face for whoever may open it; others are led to signing in, and back. */
function Guarded({ face, children }: { readonly face: Face; readonly children: ReactNode }) {
  const session = useSession();
  const person = session.phase === 'in' || session.phase === 'over' ? session.person : undefined;
  if (session.phase === 'opening') return <Loading />;
  if (faceRules[face].mayOpen(person)) return children;
  const back = `${location.pathname}${location.search}`;
  return <Redirect to={`~/sign-in?${new URLSearchParams({ return: back, face }).toString()}`} replace />;
}

/** Whoever looks into the shop has a cart: visitors without an account get an identity of their own. */
function AsVisitor({ children }: { readonly children: ReactNode }) {
  const { phase } = useSession();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (phase !== 'out' || asked) return;
    void beGuest()
      .catch(() => undefined)
      .finally(() => setAsked(true));
  }, [phase, asked]);
  if (phase === 'opening' || (phase === 'out' && !asked)) return <Loading />;
  return children;
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/shop" nest>
        <AsVisitor>
          <ShopFace />
        </AsVisitor>
      </Route>
      <Route path="/desk" nest>
        <Guarded face="desk">
          <DeskFace />
        </Guarded>
      </Route>
      <Route path="/store" nest>
        <Guarded face="store">
          <StoreFace />
        </Guarded>
      </Route>
      <Route path="/tower" nest>
        <Guarded face="tower">
          <TowerFace />
        </Guarded>
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}

export function App() {
  const session = useSession();
  const subject = session.phase === 'in' || session.phase === 'over' ? session.person.subject : '';
  // What one person has read is nothing for the next one.
  const graph = useMemo(() => ({ subject, client: createGraph() }), [subject]);
  return (
    <Provider value={graph.client}>
      <SessionOver />
      <Boundary>
        <Suspense fallback={<Loading />}>
          <Pages />
        </Suspense>
      </Boundary>
    </Provider>
  );
}
