/** A state machine as data: for each state, the states that may follow. A state with no successor is final. */
export interface MachineTable<S extends string> {
  readonly name: string;
  readonly initial: S;
  /** States in which it is right to end; each other state needs a way to one of these. */
  readonly final: readonly S[];
  readonly transitions: { readonly [From in S]: readonly S[] };
}
