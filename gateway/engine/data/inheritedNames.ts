const names: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * True for names that every object answers to without having a member of that name: `__proto__`, `constructor`, … Data
 * of others never reads or writes a member by such a name, or it would reach what all objects share.
 */
export function isInherited(name: string | number): boolean {
  return typeof name === 'string' && names.has(name);
}
