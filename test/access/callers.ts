import { anonymous, scopes, type Identity } from '../../schema/identity.ts';
import { callers } from '../support/world.ts';

const outside = scopes.filter((scope) => scope !== 'system');
const atWork = [
  'fulfillment:work',
  'returns:work',
  'shipping:work',
  'stock:read',
  'stock:write',
  'store:sell',
];

/** Every kind of caller, whole and with too few or too many scopes. The shopper owns row `web`, the partner row `market`. */
export const everyCaller: Readonly<Record<string, Identity>> = {
  nobody: anonymous,
  guest: callers.guest(),
  owner: callers.shopper(),
  'other shopper': callers.shopper('somebody-else'),
  'shopper with every scope': { ...callers.shopper('somebody-else'), scopes: outside },
  'associate of the warehouse': { ...callers.associate('warehouse'), scopes: atWork },
  'associate of the store': { ...callers.associate('store'), scopes: atWork },
  'associate of nowhere': { ...callers.associate(), scopes: atWork },
  'associate without scopes': { ...callers.associate('warehouse'), scopes: [] },
  supplier: { ...callers.associate('supplier'), subject: 'supplier-1', scopes: ['fulfillment:work'] },
  'agent without scopes': callers.agent([]),
  'agent who reads': callers.agent(['orders:read', 'stock:read', 'shipping:read', 'rules:read']),
  agent: callers.agent(outside),
  partner: callers.partner('marketplace'),
  'other partner': callers.partner('elsewhere'),
  'partner with every scope': { ...callers.partner('elsewhere'), scopes: outside },
  admin: { ...callers.admin, scopes: outside },
  'admin without scopes': { ...callers.admin, scopes: [] },
  system: callers.system,
};
