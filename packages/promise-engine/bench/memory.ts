import { measureMemory } from './rates.ts';

/** Run in a process of its own, so that resident memory is the network's alone. */
console.log(JSON.stringify(measureMemory(5000, 100_000, 0.05)));
