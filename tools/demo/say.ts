/** Prints a story: chapters, facts and tables, readable in any terminal. */
export const chapter = (title: string): void => console.log(`\n== ${title}`);
export const say = (line: string): void => console.log(`   ${line}`);

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}
export const money = ({ amountMinor, currency }: Money): string =>
  `${(amountMinor / 100).toFixed(2)} ${currency}`;

/** An instant as people in that zone read it. */
export const at = (iso: string, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));
