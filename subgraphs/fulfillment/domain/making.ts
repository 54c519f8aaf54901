import { parseOptions } from '../../../platform/values/chosenOptions.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { madeLines, openUnits, type FulfillmentOrder, type WorkLine } from './fulfillmentOrder.ts';
import { minutesTo } from './workList.ts';

/** How one option of an article is made, as the catalogue tells. */
export type MakingOption = NonNullable<
  EventPayload<'catalog.VariantsChanged'>['variants'][number]['options']
>[number];

/** One option of a line, for whoever makes it. */
export interface MakingStep {
  readonly code: string;
  readonly value: string;
  readonly isAttachment: boolean;
  readonly craft: string | null;
  readonly minutes: number;
  readonly instructions: string | null;
}

/** What was chosen of a line, with how it is made; nothing where the wish is in words. */
export function makingSteps(
  line: Pick<WorkLine, 'customisation' | 'quantity' | 'cancelled' | 'rerouted'>,
  options: readonly MakingOption[],
): MakingStep[] {
  const { customisation, quantity, cancelled, rerouted } = line;
  if (customisation === undefined || options.length === 0) return [];
  const units = quantity - cancelled - rerouted;
  return (parseOptions(customisation) ?? []).map(({ code, value }) => {
    const option = options.find((each) => each.code === code);
    return {
      ...{ code, value, isAttachment: option?.kind === 'FILE', craft: option?.craft ?? null },
      minutes: (option?.minutesPerLine ?? 0) + (option?.minutesPerUnit ?? 0) * units,
      instructions: option?.instructions ?? null,
    };
  });
}

/** Units of one line to be made. */
export interface MakingJob {
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly line: WorkLine;
  readonly begun: boolean;
  readonly minutesLeft: number;
}

/** What is to be made of some work, line by line; with a craft only what needs it. */
export function makingJobs(
  works: readonly FulfillmentOrder[],
  optionsOf: (sku: string) => readonly MakingOption[],
  { nowMs, craft }: { readonly nowMs: number; readonly craft?: string | undefined },
): MakingJob[] {
  return works.flatMap((work) => {
    const made = new Set(madeLines(work).map(({ lineId }) => lineId));
    return work.lines
      .filter((line) => made.has(line.lineId) && openUnits(line) > 0)
      .filter(
        (line) =>
          craft === undefined || makingSteps(line, optionsOf(line.sku)).some((step) => step.craft === craft),
      )
      .map((line) => ({
        ...{ fulfillmentOrder: work, line, begun: work.step === 'MAKING' },
        minutesLeft: minutesTo(work.dueAt.packedMs, nowMs),
      }));
  });
}
