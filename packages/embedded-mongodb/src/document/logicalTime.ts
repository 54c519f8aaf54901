/** The time of the last change, as replies tell it: seconds and a counter. */
export interface LogicalTime {
  readonly t: number;
  readonly i: number;
}
