import { parseArgs } from 'node:util';
import { killRounds } from './killRounds.ts';

/** `npm run test:mongo-kill -- --rounds 1000`: kills the server in the middle of random writes, and looks what is left. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const report = await killRounds({
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  progress: (line) => /round \d*0:/.test(line) && console.log(line),
});
console.log(
  `${report.rounds} loads killed, ${report.acknowledged} acknowledged changes all there, nothing else (seed ${values.seed})`,
);
