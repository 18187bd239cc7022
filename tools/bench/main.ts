// npm run bench [-- --seconds 10 --callers 1,8,32 --matters 10000,100000,1000000]: the closed loop beside the least SQL, and reads as the record grows.
import { parseArgs } from 'node:util';
import { openGround } from './ground.ts';
import { COMMANDS_A_MATTER, measureLoop, type LoopLine } from './loop.ts';
import { measureReads } from './reads.ts';
import { drawGrowth, drawLoop, drawMachine, drawReads } from './tables.ts';

const numbersIn = (text: string): number[] => {
  const numbers = text.split(',').map(Number);
  if (numbers.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`not a list of whole numbers: ${text}`);
  return numbers;
};

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seconds: { type: 'string', default: '10' },
    callers: { type: 'string', default: '1,8,32' },
    matters: { type: 'string', default: '10000,100000' },
    /** How often each reading is repeated. */
    readings: { type: 'string', default: '300' },
    month: { type: 'boolean', default: true },
  },
});

const say = (text: string) => process.stderr.write(`${text}\n`);
const ground = await openGround();
try {
  console.log(drawMachine());
  const lines: LoopLine[] = [];
  await measureLoop(ground, {
    callers: numbersIn(values.callers),
    seconds: Number(values.seconds),
    onLine: (line) => {
      lines.push(line);
      say(`${line.way} ${line.callers}: ${line.commandsPerSecond.toFixed(0)} commands/s`);
    },
  });
  console.log(drawLoop(lines, COMMANDS_A_MATTER));
  const sizes = await measureReads(ground, {
    sizes: numbersIn(values.matters).toSorted((a, b) => a - b),
    readings: Number(values.readings),
    month: values.month,
    say,
  });
  console.log(drawReads(sizes));
  console.log(drawGrowth(sizes));
} finally {
  await ground.close();
}
