import { createHash } from 'node:crypto';
import { pino, type DestinationStream, type Logger } from 'pino';
import { errorForLog } from './errorForLog.ts';
import { printable } from './printable.ts';

/** The only fields a log line may carry; whatever else is passed is dropped and its name is noted. */
const allowed = new Set([
  'subgraph', 'requestId', 'errorId', 'operation', 'path', 'code', 'status', 'durationMs', 'count', 'port',
  'url', 'stream', 'seq', 'eventType', 'eventId', 'consumer', 'attempt', 'signal', 'phase', 'kind', 'reason',
  'bytes', 'name', 'version', 'lagMs', 'topic', 'peer', 'method', 'crashpoint', 'ids', 'total', 'state', 'mode', 'rule',
]); // prettier-ignore

/** Fields of a log line. `subject` is hashed, `error` is reduced to type, code, cleaned message and stack. */
export type LogFields = Record<string, unknown> & { error?: unknown; subject?: string };

/** A structured log. Personal data cannot reach it: fields are an allow-list. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A log that adds these fields to each line. */
  child(fields: LogFields): Log;
}

/** Log level names, from chatty to none. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** A log that writes JSON lines to stdout, or to `destination`. @default level 'info' */
export function createLog(options: { level?: LogLevel; destination?: DestinationStream } = {}): Log {
  const settings = { level: options.level ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return wrap(options.destination === undefined ? pino(settings) : pino(settings, options.destination));
}

/** A log that says nothing, for tests. */
export function silentLog(): Log {
  return createLog({ level: 'silent' });
}

/** The same person gives the same short word in every line, and the word does not lead back to the person. */
export function hashSubject(subject: string): string {
  return createHash('sha256').update(`promesse-log:${subject}`).digest('base64url').slice(0, 12);
}

function wrap(logger: Logger): Log {
  return {
    debug: (fields, message) => logger.debug(clean(fields), printable(message)),
    info: (fields, message) => logger.info(clean(fields), printable(message)),
    warn: (fields, message) => logger.warn(clean(fields), printable(message)),
    error: (fields, message) => logger.error(clean(fields), printable(message)),
    child: (fields) => wrap(logger.child(clean(fields))),
  };
}

function clean(fields: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'error') line['error'] = errorForLog(value);
    else if (key === 'subject') line['subject'] = hashSubject(String(value));
    else if (allowed.has(key) && isPlain(value))
      line[key] = typeof value === 'string' ? printable(value) : value;
    else dropped.push(printable(key));
  }
  if (dropped.length > 0) line['dropped'] = dropped.slice(0, 20);
  return line;
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value === null;
}
