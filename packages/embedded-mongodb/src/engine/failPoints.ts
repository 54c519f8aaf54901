import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';

/** What a failCommand fail point does to one command. */
export interface Failure {
  readonly blockMs: number;
  readonly closeConnection: boolean;
  /** True when the command is carried out before the connection closes. */
  readonly closesAfter: boolean;
  readonly error: MongoError | undefined;
  readonly writeConcernError: Doc | undefined;
  /** Labels that replace those the server would give. */
  readonly labels: string[] | undefined;
}

interface FailPoint {
  times: number;
  skip: number;
  readonly data: Doc;
}

/** The fail points tests may set; without test commands there are none. */
export class FailPoints {
  readonly #points = new Map<string, FailPoint>();

  configure(name: string, mode: unknown, data: Doc): void {
    if (mode === 'off') this.#points.delete(name);
    else if (mode === 'alwaysOn') this.#points.set(name, { times: Infinity, skip: 0, data });
    else if (isDoc(mode) && 'times' in mode)
      this.#points.set(name, { times: toNumber(mode['times']), skip: 0, data });
    else if (isDoc(mode) && 'skip' in mode)
      this.#points.set(name, { times: Infinity, skip: toNumber(mode['skip']), data });
    else throw new MongoError(2, `invalid fail point mode: ${JSON.stringify(mode)}`);
  }

  /** What is to happen to a command; counts down the fail point that hits it. */
  strike(command: string, appName: string | undefined, numbered: boolean): Failure | undefined {
    if (this.#points.size === 0) return undefined;
    for (const [name, point] of this.#points) {
      if (!applies(name, point.data, command, appName, numbered)) continue;
      if (point.skip > 0) point.skip--;
      else if (point.times > 0) {
        point.times--;
        return failureOf(name, point.data, command);
      }
    }
    return undefined;
  }
}

/** The fail points there are, and which commands each can hit. */
export const knownFailPoints = [
  'failCommand',
  'failGetMoreAfterCursorCheckout',
  'onPrimaryTransactionalWrite',
];

function applies(
  name: string,
  data: Doc,
  command: string,
  appName: string | undefined,
  numbered: boolean,
): boolean {
  if (typeof data['appName'] === 'string' && data['appName'] !== appName) return false;
  if (name === 'failGetMoreAfterCursorCheckout') return command === 'getMore';
  if (name === 'onPrimaryTransactionalWrite')
    return numbered && ['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'].includes(command);
  const commands = data['failCommands'];
  return Array.isArray(commands) && commands.includes(command);
}

function failureOf(name: string, data: Doc, command: string): Failure {
  const labels = Array.isArray(data['errorLabels']) ? (data['errorLabels'] as string[]) : undefined;
  const transactional = name === 'onPrimaryTransactionalWrite';
  const code = toNumber(data[transactional ? 'failBeforeCommitExceptionCode' : 'errorCode']);
  const extra = isDoc(data['errorExtraInfo']) ? data['errorExtraInfo'] : {};
  return {
    blockMs: data['blockConnection'] === true ? toNumber(data['blockTimeMS']) : 0,
    // This one closes by default, and after the write unless it is told to fail before.
    closeConnection: transactional ? data['closeConnection'] !== false : data['closeConnection'] === true,
    closesAfter: transactional && Number.isNaN(code),
    error: Number.isNaN(code)
      ? undefined
      : new MongoError(
          code,
          `Failing command via '${name}' failpoint: ${command}`,
          extra,
          resumableLabel(name, code),
        ),
    writeConcernError: data['writeConcernError'] as Doc | undefined,
    labels,
  };
}

/** Codes after which a change stream may be resumed. */
const resumableCodes = new Set([
  6, 7, 63, 89, 91, 133, 150, 189, 234, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436,
]);

/** A failure inside getMore carries the label a change stream would be given. */
function resumableLabel(name: string, code: number): string[] {
  return name === 'failGetMoreAfterCursorCheckout' && resumableCodes.has(code)
    ? ['ResumableChangeStreamError']
    : [];
}
