import { printable } from './printable.ts';

/** What a log line says of an error: enough to find the fault, nothing a person typed. */
export interface LoggedError {
  type: string;
  code?: string | number;
  message: string;
  stack?: string;
}

/** Reduce an error to its kind, code, cleaned message and stack frames. */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const logged: LoggedError = {
    type: printable(error.name),
    message: printable(withoutValues(error.message)),
  };
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' || typeof code === 'number')
    logged.code = typeof code === 'string' ? printable(code) : code;
  const frames = framesOf(error);
  if (frames.length > 0) logged.stack = frames.slice(0, 12).join('\n');
  return logged;
}

/** Where it happened. A message may have lines that look like frames: what stands before the last of them is not read. */
function framesOf(error: Error): string[] {
  const stack = String(error.stack ?? '');
  const at = error.message === '' ? -1 : stack.indexOf(error.message);
  const behind = at < 0 ? stack : stack.slice(at + error.message.length);
  return behind
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line))
    .map((line) => `    ${printable(line.trim())}`);
}

/** Values hide in quotes, braces, addresses and digits: a message is kept for its words only. */
function withoutValues(message: string): string {
  return message
    .slice(0, 500)
    .replace(/\w+:\/\/\S+/g, '<url>')
    .replace(/[^\s"'@]+@[^\s"'@]+/g, '<address>')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|\{[^}]*\}/g, '<value>')
    .replace(/\+?\d[\d\s-]{5,}\d/g, '<number>');
}
