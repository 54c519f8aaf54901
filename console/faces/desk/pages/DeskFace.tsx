import { Route, Switch } from 'wouter';
import { NotFound } from '../../../ui/NotFound.tsx';
import '../desk.css';
import { FindPage } from './FindPage.tsx';
import { OrderPage } from './OrderPage.tsx';

/** The pages of the service desk. */
export default function DeskFace() {
  return (
    <Switch>
      <Route path="/" component={FindPage} />
      <Route path="/orders/:id">{({ id }) => <OrderPage key={id} id={id} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
