export interface Return {
  readonly id: string;
  readonly status: string;
  readonly cost: { readonly amountMinor: number };
  readonly refund: { readonly amountMinor: number } | null;
  readonly shipment: { readonly id: string } | null;
  readonly label: { readonly contentType: string; readonly contentBase64: string } | null;
  readonly lines: readonly {
    readonly entryId: string;
    readonly open: number;
    readonly quantity: number;
    readonly received: number;
    readonly dispositions: readonly { readonly disposition: string; readonly quantity: number }[];
  }[];
}
export interface Asked {
  readonly __typename: string;
  readonly return?: Return;
  readonly code?: string;
  readonly lineIds?: string[];
}
export interface Bought {
  readonly orderId: string;
  readonly lineId: string;
}

export const fields = `id status cost { amountMinor } refund { amountMinor } shipment { id }
  label { contentType contentBase64 } lines { entryId quantity received open dispositions { disposition quantity } }`;
export const requestText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename
  ... on RequestReturnSuccess { return { ${fields} } } ... on NotReturnable { code lineIds } } }`;
export const receiveText = `mutation($input: ReceiveReturnInput!) { done: receiveReturn(input: $input) { ${fields} } }`;
export const inspectText = `mutation($input: InspectReturnInput!) { done: inspectReturn(input: $input) { ${fields} } }`;
export const cancelText = `mutation($id: ID!, $key: ID!) { done: cancelReturn(id: $id, key: $key) { ${fields} } }`;
