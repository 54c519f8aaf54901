/* Generated from console/faces/desk/operations.graphql by npm run schema. Do not edit. */
import { gql } from '@urql/core';

export type DeskPingResult = { readonly products: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly title: string } })[] } };

export type DeskPingVariables = Readonly<Record<string, never>>;

export const deskPing = gql<DeskPingResult, DeskPingVariables>(`query DeskPing {
  products(first: 1) {
    edges {
      node {
        id
        title
      }
    }
  }
}`);
