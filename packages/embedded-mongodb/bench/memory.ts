import { readFile } from 'node:fs/promises';

/** Memory of a process in megabytes: all that is resident, and that part of it which is no mapped file. Linux only. */
export async function memoryOf(pid: number): Promise<{ residentMb: number; anonymousMb: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
  return { residentMb: field('VmRSS'), anonymousMb: field('RssAnon') };
}
