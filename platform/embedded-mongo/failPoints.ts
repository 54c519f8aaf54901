import { MongoError } from './errors.ts';
import type { Doc } from './bson/types.ts';
import { toNumber } from './query/leaf.ts';
import { isDoc } from './bson/types.ts';

/** What a failCommand fail point does to one command. */
export interface Failure {
  readonly blockMs: number;
  readonly closeConnection: boolean;
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
  private readonly points = new Map<string, FailPoint>();

  configure(name: string, mode: unknown, data: Doc): void {
    if (mode === 'off') this.points.delete(name);
    else if (mode === 'alwaysOn') this.points.set(name, { times: Infinity, skip: 0, data });
    else if (isDoc(mode) && 'times' in mode)
      this.points.set(name, { times: toNumber(mode['times']), skip: 0, data });
    else if (isDoc(mode) && 'skip' in mode)
      this.points.set(name, { times: Infinity, skip: toNumber(mode['skip']), data });
    else throw new MongoError(2, `invalid fail point mode: ${JSON.stringify(mode)}`);
  }

  /** What is to happen to a command; counts down the fail point that hits it. */
  strike(command: string, appName: string | undefined): Failure | undefined {
    if (this.points.size === 0) return undefined;
    const point = this.points.get('failCommand');
    if (!point) return undefined;
    const { data } = point;
    const commands = data['failCommands'];
    if (!Array.isArray(commands) || !commands.includes(command)) return undefined;
    if (typeof data['appName'] === 'string' && data['appName'] !== appName) return undefined;
    if (point.skip > 0) {
      point.skip--;
      return undefined;
    }
    if (point.times <= 0) return undefined;
    point.times--;
    return failureOf(data, command);
  }
}

function failureOf(data: Doc, command: string): Failure {
  const labels = Array.isArray(data['errorLabels']) ? (data['errorLabels'] as string[]) : undefined;
  const code = toNumber(data['errorCode']);
  const extra = isDoc(data['errorExtraInfo']) ? data['errorExtraInfo'] : {};
  return {
    blockMs: data['blockConnection'] === true ? toNumber(data['blockTimeMS']) : 0,
    closeConnection: data['closeConnection'] === true,
    error: Number.isNaN(code)
      ? undefined
      : new MongoError(code, `Failing command via 'failCommand' failpoint: ${command}`, extra),
    writeConcernError: data['writeConcernError'] as Doc | undefined,
    labels,
  };
}
