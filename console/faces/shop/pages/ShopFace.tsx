import { Route, Switch } from 'wouter';
import { NotFound } from '../../../ui/NotFound.tsx';
import '../shop.css';
import { CartPage } from './CartPage.tsx';
import { CheckoutPage } from './CheckoutPage.tsx';
import { ConfirmedPage } from './ConfirmedPage.tsx';
import { ProductPage } from './ProductPage.tsx';
import { SearchPage } from './SearchPage.tsx';

/** The pages of the shop window. */
export default function ShopFace() {
  return (
    <Switch>
      <Route path="/" component={SearchPage} />
      <Route path="/products/:id">{({ id }) => <ProductPage key={id} id={id} />}</Route>
      <Route path="/cart" component={CartPage} />
      <Route path="/checkout" component={CheckoutPage} />
      <Route path="/orders/:id">{({ id }) => <ConfirmedPage id={id} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
