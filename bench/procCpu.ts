import { existsSync, readFileSync } from 'node:fs';

/** CPU a process has used so far, user and system, all its threads, ms; null where the system does not tell (/proc). */
export function cpuMsOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The name of the program may hold blanks; what follows its closing bracket does not. A tick is 10 ms.
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
