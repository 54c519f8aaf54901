import { z } from 'zod';
import type { Condition, RuleField } from '../model/ruleTypes.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const comparison = z
  .strictObject({
    eq: scalar.optional(),
    ne: scalar.optional(),
    in: z.array(scalar).min(1).optional(),
    notIn: z.array(scalar).min(1).optional(),
    gt: z.number().optional(),
    gte: z.number().optional(),
    lt: z.number().optional(),
    lte: z.number().optional(),
  })
  .refine((is) => Object.keys(is).length > 0, 'needs at least one operator');

/** Fields a rule may ask about, with the kind of value each has. */
export const FIELD_KIND: Readonly<Record<RuleField, 'number' | 'string' | 'boolean'>> = {
  'order.units': 'number',
  'order.lines': 'number',
  'order.weightKg': 'number',
  'order.value': 'number',
  'order.channel': 'string',
  'order.country': 'string',
  'order.postalCode': 'string',
  'order.customised': 'boolean',
  'order.sku': 'string',
  'order.category': 'string',
  'order.brand': 'string',
  'order.customerGroup': 'string',
  'method.code': 'string',
  'method.type': 'string',
  'service.id': 'string',
  'service.carrier': 'string',
  'location.id': 'string',
  'location.type': 'string',
  'location.country': 'string',
  'location.group': 'string',
  'location.load': 'number',
  'location.distanceKm': 'number',
};

const field = z.enum(Object.keys(FIELD_KIND) as [RuleField, ...RuleField[]]);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(condition).min(1) }),
    z.strictObject({ or: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ field, is: comparison }),
  ]),
) as z.ZodType<Condition>;

const id = z.string().min(1).max(100);

const rule = z.discriminatedUnion('action', [
  z.strictObject({ id, action: z.literal('DENY'), when: condition }),
  z.strictObject({ id, action: z.literal('ONLY'), if: condition.optional(), when: condition }),
  z.strictObject({ id, action: z.literal('PENALTY'), when: condition, amount: z.number().min(0).max(1e6) }),
]);

const criterion = z.enum([
  'COST',
  'SPLITS',
  'LATENESS',
  'CARBON',
  'LOAD',
  'MARKDOWN',
  'PRIORITY',
  'DISTANCE',
]);
const weight = z.number().min(0).max(1e7);

const objective = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('WEIGHTED'),
    weights: z.strictObject({
      split: weight,
      latenessPerDay: weight,
      carbonPerTonne: weight,
      load: weight,
      markdown: z.number().min(0).max(1),
      priority: weight.optional(),
      distancePerKm: weight.optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('LEXICOGRAPHIC'), criteria: z.array(criterion).min(1).max(8) }),
]);

/** Types of methods, as rules name them. */
export const METHOD_TYPE_NAMES = [
  'SHIPPING',
  'EXPRESS',
  'SAME_DAY',
  'INSTANT',
  'SCHEDULED',
  'WEEKEND',
  'PICKUP_POINT',
  'LOCKER',
  'PICKUP_IN_STORE',
  'RESERVE_AND_COLLECT',
] as const;
const methodType = z.enum(METHOD_TYPE_NAMES);
const staleAfter = z.number().positive().optional();

/** Shape of a rule set as JSON. */
export const ruleSetSchema = z.strictObject({
  id,
  version: z.int().min(1),
  name: z.string().max(200).optional(),
  objective,
  rules: z.array(rule).max(200),
  groups: z
    .array(
      z.strictObject({
        name: id,
        locationIds: z.array(id).optional(),
        types: z.array(z.enum(['WAREHOUSE', 'STORE', 'SUPPLIER'])).optional(),
        priority: z.int().min(0).max(100),
      }),
    )
    .max(100)
    .optional(),
  stages: z
    .array(
      z.strictObject({
        name: id,
        toleranceDays: z.number().min(0).max(365),
        rules: z.array(rule).max(200).optional(),
        maxSplits: z.int().min(0).max(50).optional(),
      }),
    )
    .min(1)
    .max(10),
  maxSplits: z.int().min(0).max(50),
  splitLines: z.boolean(),
  releaseMinutes: z.number().min(0).max(10_080),
  keptTarget: z.number().min(0.5).max(0.999),
  horizonDays: z.int().min(1).max(180),
  degraded: z.strictObject({
    staleAfterMs: z.strictObject({
      STOCK: staleAfter,
      CAPACITY: staleAfter,
      TRANSIT: staleAfter,
      CARRIERS: staleAfter,
      CATALOG: staleAfter,
    }),
    addDays: z.int().min(0).max(30),
    withholdUnits: z.int().min(0).max(1000),
  }),
  disabledMethods: z.array(methodType).optional(),
});
