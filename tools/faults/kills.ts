import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk } from '../trial/ask.ts';
import { findFreePort, startServerProcess } from '../trial/server-process.ts';
import { prepareDesks, report, startWriters, untilItAnswers } from './ground.ts';
import { kill, victims } from './kill.ts';

/** Somewhere in the work: soon after the start, in full run, or later. */
const someTime = () => wait(100 + Math.random() * 1500);

/** Kills server, database or both at random moments, starts them again, and compares at the end. */
export async function killAtRandom(folder: string, kills: number, writers: number): Promise<boolean> {
  const desks = await prepareDesks(folder);
  const port = await findFreePort();
  let server = await startServerProcess({ folder, port });
  const { memory, finish } = startWriters(makeAsk({ host: '127.0.0.1', port }, writers * 2), () => desks, writers);
  for (let i = 0; i < kills; i += 1) {
    const victim = victims[i % victims.length] as (typeof victims)[number];
    await someTime();
    await kill(victim, server, folder);
    if (victim !== 'database') server = await startServerProcess({ folder, port });
    else await untilItAnswers(port); // the server brings its database back by itself
    process.stderr.write(`${i + 1} of ${kills}: ${victim} killed, ${memory.acknowledged.length} acknowledged\n`);
  }
  await someTime();
  await finish();
  await server.end('SIGTERM');
  const { acknowledged, repeated, refused } = memory;
  console.log(
    `${kills} kills, ${writers} writers: ${acknowledged.length} acknowledged, ${repeated} sent again, ${refused.length} refused`,
  );
  return report(folder, memory, acknowledged);
}
