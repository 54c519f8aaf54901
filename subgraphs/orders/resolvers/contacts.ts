import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { Contact } from '../domain/contact.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import type { OrderDoc } from '../store/models.ts';
import { seesWholeOrder } from './parts.ts';

/**
 * Contacts are for the customer, for us, and for staff who need them: agents who work on orders, and the store where the
 * order is collected.
 */
function mayReadContact(who: Identity, order: OrderDoc): boolean {
  switch (who.kind) {
    case 'system':
    case 'admin':
      return true;
    case 'agent':
      return who.scopes.includes('orders:read') || who.scopes.includes('orders:write');
    case 'associate':
      return seesWholeOrder(who, order) && who.scopes.includes('fulfillment:work');
    default:
      return who.subject === order.owner;
  }
}

/** A contact as the graph shows it. */
export const contactRow = ({ email, phone, consents }: Contact) => ({
  email: email ?? null,
  phone: phone ?? null,
  consents: consents.map(({ channel, offers, atMs }) => ({ channel, offers, at: atMs })),
});

/** `Cart.contact`: whoever sees the cart sees it. */
export const cartContact: NonNullable<NonNullable<Resolvers['Cart']>['contact']> = ({ contact }) =>
  contact === undefined ? null : contactRow(contact);

/** `Order.contact`. */
export const orderContact: NonNullable<NonNullable<Resolvers['Order']>['contact']> = async (
  order,
  _args,
  context,
) => {
  if (!mayReadContact(context.identity, order))
    throw codedError('FORBIDDEN', 'The contact is for the customer and for staff who work on the order.');
  const contact = await context.loaders.contact.load(order._id);
  return contact === null ? null : contactRow(contact);
};
