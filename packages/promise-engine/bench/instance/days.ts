/** Closing days all share. */
export const HOLIDAYS = ['2026-11-01', '2026-11-11', '2026-12-25', '2026-12-26', '2027-01-01'];

/** From Monday on. */
export const weekdays = [true, true, true, true, true, false, false];
export const sixDays = [true, true, true, true, true, true, false];
export const everyDay = [true, true, true, true, true, true, true];
