import { codedError } from '../../../platform/errors/codedError.ts';
import { defineMachine, type Machine } from '../../../platform/machine/machine.ts';
import type {
  AssignmentStatus,
  FulfillmentAction,
  FulfillmentOrderStatus,
  FulfillmentStep,
} from '../generated/resolverTypes.ts';

/** How the work stands. SCHEDULED is decided at reading time, so it never stands in the database. */
export const statusMachine = defineMachine<StoredStatus>({
  name: 'FulfillmentOrder status',
  initial: 'OPEN',
  final: ['INCOMPLETE', 'CLOSED', 'CANCELLED'],
  transitions: {
    OPEN: ['IN_PROGRESS', 'ON_HOLD', 'CANCELLED'],
    ON_HOLD: ['OPEN', 'CANCELLED'],
    IN_PROGRESS: ['CLOSED', 'INCOMPLETE', 'CANCELLED'],
    INCOMPLETE: [],
    CLOSED: [],
    CANCELLED: [],
  },
});
export type StoredStatus = Exclude<FulfillmentOrderStatus, 'SCHEDULED'>;

/** How the location answered. */
export const assignmentMachine = defineMachine<AssignmentStatus>({
  name: 'FulfillmentOrder assignment',
  initial: 'OFFERED',
  final: ['ACCEPTED', 'REJECTED', 'EXPIRED', 'CANCEL_REQUESTED'],
  transitions: {
    OFFERED: ['ACCEPTED', 'REJECTED', 'EXPIRED', 'CANCEL_REQUESTED'],
    ACCEPTED: ['REJECTED', 'CANCEL_REQUESTED'],
    REJECTED: [],
    EXPIRED: [],
    CANCEL_REQUESTED: [],
  },
});

/** Where the goods are in the location's work. */
export const stepMachine = defineMachine<FulfillmentStep>({
  name: 'FulfillmentOrder step',
  initial: 'TO_PICK',
  final: ['SHORT', 'HANDED_OVER', 'COLLECTED'],
  transitions: {
    TO_PICK: ['PICKING'],
    PICKING: ['PICKED', 'SHORT'],
    // Until they are handed over, goods can go back to the shelf.
    PICKED: ['MAKING', 'PACKED', 'READY_FOR_COLLECTION', 'PICKING'],
    // What is made cannot be put back on the shelf; broken units can be reported.
    MAKING: ['MADE'],
    MADE: ['PACKED', 'READY_FOR_COLLECTION'],
    SHORT: [],
    PACKED: ['LABELLED', 'READY_FOR_COLLECTION', 'PICKING'],
    // Units cancelled after labelling: the label is void, what stays in the parcels needs another.
    LABELLED: ['HANDED_OVER', 'PACKED'],
    HANDED_OVER: [],
    READY_FOR_COLLECTION: ['COLLECTED'],
    COLLECTED: [],
  },
});

/** When an action is allowed and where it leads. */
export interface ActionRule {
  readonly status: readonly FulfillmentOrderStatus[];
  readonly assignment: readonly AssignmentStatus[];
  readonly step: readonly FulfillmentStep[];
  /** Only work that ships, only work that is collected, or both. */
  readonly goods: 'SHIPPED' | 'COLLECTED' | 'BOTH';
  /** Steps it goes through, in order. */
  readonly through: readonly FulfillmentStep[];
  readonly answer?: AssignmentStatus;
}

const rule = (
  status: ActionRule['status'],
  assignment: ActionRule['assignment'],
  step: ActionRule['step'],
  through: ActionRule['through'],
  more: Partial<Pick<ActionRule, 'goods' | 'answer'>> = {},
): ActionRule => ({ status, assignment, step, through, goods: 'BOTH', ...more });

/** The one table of what can be done: commands are checked against it and `allowedActions` is read from it. */
export const actionTable: Readonly<Record<FulfillmentAction, ActionRule>> = {
  ACCEPT: rule(['OPEN'], ['OFFERED'], ['TO_PICK'], [], { answer: 'ACCEPTED' }),
  REJECT: rule(
    ['OPEN', 'IN_PROGRESS'],
    ['OFFERED', 'ACCEPTED'],
    ['TO_PICK', 'PICKING', 'PICKED', 'MAKING', 'MADE', 'PACKED'],
    [],
    { answer: 'REJECTED' },
  ),
  START_PICKING: rule(['OPEN'], ['ACCEPTED'], ['TO_PICK'], ['PICKING']),
  // Picking may be reported without having been announced.
  PICK: rule(['OPEN', 'IN_PROGRESS'], ['ACCEPTED'], ['TO_PICK', 'PICKING'], ['PICKING', 'PICKED']),
  START_MAKING: rule(['IN_PROGRESS'], ['ACCEPTED'], ['PICKED'], ['MAKING']),
  FINISH_MAKING: rule(['IN_PROGRESS'], ['ACCEPTED'], ['MAKING'], ['MADE']),
  PACK: rule(['IN_PROGRESS'], ['ACCEPTED'], ['PICKED', 'MADE', 'PACKED'], ['PACKED']),
  LABEL: rule(['IN_PROGRESS'], ['ACCEPTED'], ['PACKED'], ['LABELLED'], { goods: 'SHIPPED' }),
  HAND_OVER: rule(['IN_PROGRESS'], ['ACCEPTED'], ['LABELLED'], ['HANDED_OVER'], { goods: 'SHIPPED' }),
  READY_FOR_COLLECTION: rule(
    ['IN_PROGRESS'],
    ['ACCEPTED'],
    ['PICKED', 'MADE', 'PACKED'],
    ['READY_FOR_COLLECTION'],
    { goods: 'COLLECTED' },
  ),
  COLLECT: rule(['IN_PROGRESS'], ['ACCEPTED'], ['READY_FOR_COLLECTION'], ['COLLECTED'], {
    goods: 'COLLECTED',
  }),
  VOID_LABEL: rule(['IN_PROGRESS'], ['ACCEPTED'], ['LABELLED'], ['PACKED'], { goods: 'SHIPPED' }),
  UNPICK: rule(['IN_PROGRESS'], ['ACCEPTED'], ['PICKED', 'PACKED'], ['PICKING']),
  REPORT_FAILED: rule(['IN_PROGRESS'], ['ACCEPTED'], ['PICKED', 'MAKING', 'MADE', 'PACKED'], []),
};

/** Everything wrong with an action table, as sentences: each step and answer must be one the machines allow. */
export function actionFaults(
  table: Readonly<Record<string, ActionRule>>,
  steps: Machine<FulfillmentStep> = stepMachine,
  answers: Machine<AssignmentStatus> = assignmentMachine,
): string[] {
  return Object.entries(table).flatMap(([action, { step, through, assignment, answer }]) => [
    ...step.flatMap((from) => {
      const path = [from, ...through.filter((to) => to !== from)];
      return path
        .slice(1)
        .filter((to, at) => !steps.can(path[at] ?? from, to))
        .map((to) => `${action} cannot lead from ${from} to ${to}`);
    }),
    ...assignment
      .filter((from) => answer !== undefined && !answers.can(from, answer))
      .map((from) => `${action} cannot turn ${from} into ${answer}`),
  ]);
}

const faults = actionFaults(actionTable);
if (faults.length > 0) throw new Error(`The table of fulfillment actions is wrong: ${faults.join('; ')}.`);

/** What the table looks at. */
export interface WorkState {
  readonly status: FulfillmentOrderStatus;
  readonly assignment: AssignmentStatus;
  readonly step: FulfillmentStep;
  readonly collection: boolean;
  /** A cancellation waits for the label to be void. */
  readonly stoppedFor?: string | undefined;
  /** Fulfillment order that sent the goods here. */
  readonly arrivedFrom?: string | undefined;
  /** Some of it is to be made to order and has not been made. */
  readonly toMake?: boolean | undefined;
  /** What is made to order in it is made. */
  readonly made?: boolean | undefined;
  /** Units of it have not come yet. */
  readonly awaiting?: boolean | undefined;
}

const ownGoods: ReadonlySet<FulfillmentAction> = new Set([
  'REJECT',
  'UNPICK',
  'REPORT_FAILED',
  'PACK',
] as const);

/** What comes after making, and what is there only for making. */
const afterMaking: ReadonlySet<FulfillmentAction> = new Set(['PACK', 'READY_FOR_COLLECTION'] as const);
const makingOnly: ReadonlySet<FulfillmentAction> = new Set(['START_MAKING', 'FINISH_MAKING'] as const);

/** What can be done while units have not come. */
const whileAwaiting: ReadonlySet<FulfillmentAction> = new Set(['ACCEPT', 'REJECT'] as const);

const actions = Object.keys(actionTable) as FulfillmentAction[];

/** What can be done now, in the order of the table. */
export function allowedActions(work: WorkState): FulfillmentAction[] {
  return actions.filter((action) => {
    const { status, assignment, step, goods } = actionTable[action];
    const fits = goods === 'BOTH' || (goods === 'COLLECTED') === work.collection;
    const inTime = status.includes(work.status === 'SCHEDULED' ? 'OPEN' : work.status);
    if (work.stoppedFor !== undefined && (action === 'HAND_OVER' || action === 'VOID_LABEL')) return false;
    // Goods of another location: there is no shelf here that they came from.
    if (work.arrivedFrom !== undefined && ownGoods.has(action)) return false;
    if (afterMaking.has(action) && work.toMake === true && work.step === 'PICKED') return false;
    if (work.made === true && action === 'UNPICK') return false;
    if (makingOnly.has(action) && work.toMake !== true) return false;
    if (work.awaiting === true && !whileAwaiting.has(action)) return false;
    return fits && inTime && assignment.includes(work.assignment) && step.includes(work.step);
  });
}

/** INVALID_TRANSITION unless the table allows the action now. */
export function requireAction(work: WorkState, action: FulfillmentAction): void {
  const allowed = allowedActions(work);
  if (allowed.includes(action)) return;
  if (work.stoppedFor !== undefined)
    throw codedError(
      'INVALID_TRANSITION',
      `${action} is not possible: units of these parcels are being cancelled; look again in a moment.`,
      { action, status: work.status, assignment: work.assignment, step: work.step, allowed },
    );
  if (work.awaiting === true)
    throw codedError(
      'INVALID_TRANSITION',
      `${action} is not possible: units of it have not come yet; it can begin when their receipt is booked.`,
      { action, status: work.status, assignment: work.assignment, step: work.step, allowed },
    );
  throw codedError(
    'INVALID_TRANSITION',
    `${action} is not possible: the work is ${work.status}, ${work.assignment}, ${work.step}; ` +
      (allowed.length === 0 ? 'nothing can be done with it any more.' : `possible: ${allowed.join(', ')}.`),
    { action, status: work.status, assignment: work.assignment, step: work.step, allowed },
  );
}
