// npm run bench: the closed loop beside the least SQL, and how reads, the country, memory and a city's real load stand; docs/benchmarks.md says how.
import { parseArgs } from 'node:util';
import { measureCountry } from './growth/country.ts';
import { measureReads } from './growth/reads.ts';
import { replay } from './growth/replay.ts';
import { openStore } from './growth/store.ts';
import { drawCountry, drawGrowth, drawReads, drawReplay, drawWeight } from './growth/tables.ts';
import { weigh } from './growth/weigh.ts';
import { openGround } from './ground.ts';
import { COMMANDS_A_MATTER, measureLoop, type LoopLine } from './loop.ts';
import { drawLoop, drawMachine } from './tables.ts';

const parts = ['loop', 'reads', 'weight', 'country', 'replay'] as const;
type Part = (typeof parts)[number];

const numbersIn = (text: string): number[] => {
  const numbers = text.split(',').map(Number);
  if (numbers.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`not a list of whole numbers: ${text}`);
  return numbers;
};

const { values } = parseArgs({
  allowNegative: true,
  options: {
    /** Which parts to run; without it loop and reads, and country or replay when their file is given. */
    parts: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    callers: { type: 'string', default: '1,8,32' },
    /** The loop runs in a district with a month behind it. */
    month: { type: 'boolean', default: true },
    /** Sizes of the record; ten million are only loaded when asked for here. */
    matters: { type: 'string', default: '10000,100000' },
    /** How often each page is read. */
    readings: { type: 'string', default: '300' },
    /** A folder that keeps the filled databases, so that the next run need not fill them. */
    keep: { type: 'string' },
    /** The national list, for the country. */
    divisions: { type: 'string' },
    /** How many districts of it; all when not given. */
    districts: { type: 'string' },
    /** Matters of all other districts together. */
    others: { type: 'string', default: '300000' },
    /** A city's requests in Open311 names, one JSON object a line. */
    replay: { type: 'string' },
    hours: { type: 'string', default: '6' },
    speed: { type: 'string', default: '100' },
  },
});

const say = (text: string) => process.stderr.write(`${text}\n`);
const sizes = numbersIn(values.matters).toSorted((a, b) => a - b);
const readings = Number(values.readings);
const wanted = partsIn(values.parts);
/** @throws when a part is not known, or lacks its file */
function partsIn(text: string | undefined): readonly Part[] {
  const given = text?.split(',') ?? [
    'loop',
    'reads',
    ...(values.divisions === undefined ? [] : ['country']),
    ...(values.replay === undefined ? [] : ['replay']),
  ];
  const unknown = given.find((one) => !parts.some((part) => part === one));
  if (unknown !== undefined) throw new Error(`no part ${unknown}; there are ${parts.join(', ')}`);
  return parts.filter((part) => given.includes(part));
}

async function runLoop(): Promise<void> {
  const ground = await openGround({ month: values.month });
  try {
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
  } finally {
    await ground.close();
  }
}

async function runGrowth(): Promise<void> {
  const store = await openStore(values.keep, say);
  try {
    if (wanted.includes('reads')) {
      const found = await measureReads(store, { sizes, readings, say });
      console.log(drawReads(found));
      console.log(drawGrowth(found));
    }
    if (wanted.includes('weight'))
      console.log(drawWeight(await weigh(store, { size: sizes.at(-1) ?? 0, seconds: Number(values.seconds), say })));
    if (wanted.includes('country')) {
      const { divisions, districts, others } = values;
      if (divisions === undefined) throw new Error('the country needs --divisions FILE, the national list');
      const some = districts === undefined ? {} : { districts: Number(districts) };
      const plan = { divisions, size: sizes[0] ?? 0, others: Number(others), readings, say, ...some };
      console.log(drawCountry(await measureCountry(store, plan)));
    }
    if (wanted.includes('replay')) {
      if (values.replay === undefined) throw new Error('the replay needs --replay FILE');
      const hours = Number(values.hours);
      console.log(drawReplay(await replay(store, { file: values.replay, hours, speed: Number(values.speed), say })));
    }
  } finally {
    await store.close();
  }
}

// Whoever breaks it off leaves no server and no database behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
console.log(drawMachine());
if (wanted.includes('loop')) await runLoop();
if (wanted.some((part) => part !== 'loop')) await runGrowth();
