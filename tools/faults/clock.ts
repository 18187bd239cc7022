import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeAsk, type Ask } from '../trial/ask.ts';
import { reportAt, startWriters, tellMemory } from './ground.ts';
import { withStage, type Stage } from './stage.ts';
import { checkTimes } from './check-times.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The timer begins a round every 20 seconds, but none while one still runs. */
const SOME_ROUNDS_MS = 120_000;

/**
 * The machine's clock jumps by an hour and by a day in both directions under writers, then a year ends, and the holidays of the
 * new one are announced late (时钟跳变、跨年、迟到的放假安排).
 */
export const jumpClock = (folder: string, { writers, betweenMs }: { writers: number; betweenMs: number }) =>
  withStage(folder, async (stage) => {
    const { port } = await stage.startServer();
    const ask = makeAsk({ host: '127.0.0.1', port }, writers * 2 + 2);
    const { memory, finish } = startWriters(ask, stage.desks, writers, { wantMessages: true, maySignOut: true });
    const home = stage.now().getTime() - Date.now();
    const jumpTo = async (name: string, shiftMs: number) => {
      stage.shiftClocks(shiftMs);
      await stage.signInAgain(); // a session ends after twelve hours without its person
      const before = memory.acknowledged.length;
      await wait(betweenMs);
      console.log(`${name}: ${stage.now().toISOString()}, ${memory.acknowledged.length - before} acknowledged`);
    };
    await wait(betweenMs);
    await jumpTo('an hour forward', home + HOUR_MS);
    await jumpTo('an hour back', home);
    await jumpTo('a day forward', home + DAY_MS);
    await untilThereAre(stage, `matters.visit_draws where day >= '${dayInChina(home)}'`);
    await jumpTo('a day back, which has its digest and its draw by now', home);
    const newYear = Date.UTC(stage.now().getUTCFullYear(), 11, 31, 16); // midnight in China
    await jumpTo('the year ends', newYear - Date.now() - betweenMs / 2);
    await jumpTo('the first morning of the new year', newYear - Date.now() + 10 * HOUR_MS);
    const wasProvisional = await count(stage, provisional);
    const [desk] = stage.desks();
    await announceLate(ask, desk?.districtCookie ?? '', new Date(newYear).getUTCFullYear() + 1);
    await jumpTo('after the calendar was announced', newYear - Date.now() + 11 * HOUR_MS);
    await untilThereAre(stage, `(select) as one where not exists (select from ${provisional})`);
    await jumpTo('the next morning', newYear - Date.now() + 34 * HOUR_MS);
    await untilThereAre(stage, 'matters.visit_candidates where late');
    await finish();
    await stage.untilSent();
    const isProvisional = await count(stage, provisional);
    console.log(
      `limits that were provisional before the year was announced: ${wasProvisional}, afterwards: ${isProvisional}`,
    );
    console.log(`${writers} writers: ${tellMemory(memory)}`);
    const fits = await reportAt(stage.url, {
      memory,
      came: stage.gateway.came,
      more: await checkTimes(stage.url),
      now: stage.now(),
    });
    return fits && wasProvisional > 0 && isProvisional === 0;
  });

const provisional = 'matters.clocks where provisional and ended_at is null';
const dayInChina = (shiftMs: number) => new Date(Date.now() + shiftMs + 8 * HOUR_MS).toISOString().slice(0, 10);

async function count({ url }: Stage, what: string): Promise<number> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  await owner.end();
  return rows[0]?.n ?? 0;
}

/** Waits until the timer has come by and done something; when it did not, the comparison says so. */
async function untilThereAre(stage: Stage, what: string): Promise<void> {
  for (const giveUpAt = Date.now() + SOME_ROUNDS_MS; Date.now() < giveUpAt; await wait(1000))
    if ((await count(stage, what)) > 0) return;
}

/** The head of the district's centre enters what the State Council announced: New Year's Day and the Spring Festival, as an example. */
async function announceLate(ask: Ask, cookie: string, year: number): Promise<void> {
  const days = (month: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${year}-${month}-${String(from + i).padStart(2, '0')}`);
  const answer = await ask('POST', '/api/calendar/changes', {
    cookie,
    body: {
      kind: 'year',
      year,
      rests: [...days('01', 1, 3), ...days('02', 5, 11)],
      works: [],
      reason: '元旦、春节',
      source: '样例〔2026〕1号',
    },
  });
  if (answer.status !== 200)
    throw new Error(`the year was not announced: ${answer.status} ${JSON.stringify(answer.body)}`);
}
