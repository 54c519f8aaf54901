import type { Callers } from './callers.ts';
import * as operations from './operations.ts';
import type { Money } from './say.ts';

interface OrderPage {
  readonly order: {
    readonly number: string;
    readonly status: string;
    readonly chargeStatus: string;
    readonly totals: { readonly total: Money; readonly captured: Money; readonly refunded: Money };
    readonly lines: readonly { readonly sku: string; readonly quantities: Record<string, number> }[];
    readonly shipments: readonly {
      readonly id: string;
      readonly isReturn: boolean;
      readonly milestone: string;
      readonly parcels: readonly { readonly trackingCode: string }[];
    }[];
    readonly returns: readonly {
      readonly number: string;
      readonly status: string;
      readonly refund: Money | null;
    }[];
    readonly returnOptions: readonly {
      readonly method: string;
      readonly cost: Money;
      readonly kgCO2e: number;
    }[];
    readonly promiseOutcome: {
      readonly kept: boolean;
      readonly daysLate: number;
      readonly promisedDays: number;
    } | null;
  };
}

/** The whole order page, from every subgraph at once. */
export const orderPage = async ({ shopper }: Callers, id: string) =>
  (await shopper.run<OrderPage>(operations.orderPage, { id })).order;
