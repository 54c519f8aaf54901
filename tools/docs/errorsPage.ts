import { errorCodes } from '../../schema/errorCodes.ts';
import { generatedNote, page, table } from './text.ts';

/** The page of all codes of `extensions.code`. */
export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([code, { status, meaning, action }]) => [
    code,
    String(status),
    meaning,
    action,
  ]);
  return page(
    generatedNote,
    '# Error codes',
    'They stand in `extensions.code` of an error. What a caller has to expect (out of stock, declined, too late) is a member of a result union instead. The gateway adds codes of its own for requests that are not well formed or too expensive: see [gateway/README.md](../../gateway/README.md).',
    table(['Code', 'Nearest HTTP status', 'Meaning', 'What to do'], rows),
  );
}
