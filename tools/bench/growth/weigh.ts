import { makeAsk } from '../../trial/ask.ts';
import { runCallers } from '../callers.ts';
import { runClosedLoop } from '../closed-loop.ts';
import { BASE } from './base.ts';
import { databasePid } from '../processor-time.ts';
import { residentMb } from './memory.ts';
import { ensureRecord, openDesksOf } from './reads.ts';
import { waitUntilCalm, withClient, type Store } from './store.ts';

export type Weight = {
  readonly matters: number;
  readonly startMs: readonly number[];
  readonly serverMb: { readonly idle: number; readonly busy: number };
  readonly databaseMb: { readonly idle: number; readonly busy: number };
  /** Bytes for each matter beyond what the empty district takes, of the tables with their indexes; the heaviest first. */
  readonly bytesAMatter: number;
  readonly heaviest: readonly { readonly table: string; readonly bytesAMatter: number }[];
};

const STARTS = 3;
const CALLERS = 8;
const LOOK_EVERY_MS = 500;

/** Weighs server and database on the record of a size: how fast they start, what memory they hold idle and under load, what the record takes on disk. */
export async function weigh(
  store: Store,
  { size, seconds, say }: { readonly size: number; readonly seconds: number; readonly say: (text: string) => void },
): Promise<Weight> {
  const record = await ensureRecord(store, size, say);
  const startMs: number[] = [];
  for (let i = 1; i < STARTS; i += 1)
    startMs.push(await store.serve(record, (served) => Promise.resolve(served.startMs)));
  const base = await sizesOf(await store.urlOf(BASE));
  return store.serve(record, async (served) => {
    startMs.push(served.startMs);
    const { databaseUrl, server, address } = served;
    const desks = await openDesksOf(databaseUrl);
    await waitUntilCalm(databaseUrl);
    const full = await sizesOf(databaseUrl);
    const database = await withClient(databaseUrl, databasePid);
    const look = () => ({ server: residentMb(server.pid), database: residentMb(database) });
    const idle = look();
    const busy = { ...idle };
    const looking = setInterval(() => {
      const now = look();
      busy.server = Math.max(busy.server, now.server);
      busy.database = Math.max(busy.database, now.database);
    }, LOOK_EVERY_MS);
    const ask = makeAsk(address, CALLERS);
    await runCallers(CALLERS, seconds, async (caller, timed) => {
      const desk = desks[(caller * 7) % desks.length] as (typeof desks)[number];
      await runClosedLoop(ask, desk, (_command, run) => timed(run));
      await ask('GET', '/api/matters?queue=open', { cookie: desk.taskGroupCookie });
    });
    clearInterval(looking);
    const more = full.matters - base.matters;
    const heaviest = [...full.tables]
      .map(([table, bytes]) => ({ table, bytesAMatter: (bytes - (base.tables.get(table) ?? 0)) / more }))
      .toSorted((a, b) => b.bytesAMatter - a.bytesAMatter);
    return {
      matters: full.matters,
      startMs,
      serverMb: { idle: idle.server, busy: busy.server },
      databaseMb: { idle: idle.database, busy: busy.database },
      bytesAMatter: heaviest.reduce((sum, one) => sum + one.bytesAMatter, 0),
      heaviest: heaviest.slice(0, 8),
    };
  });
}

const sizesOf = (databaseUrl: string) =>
  withClient(databaseUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ table: string; bytes: string }>(
      `select schemaname || '.' || relname as table, pg_total_relation_size(relid) as bytes from pg_stat_user_tables`,
    );
    const { rows: counted } = await owner.query<{ n: number }>('select count(*)::int as n from matters.matters');
    return { matters: counted[0]?.n ?? 0, tables: new Map(tables.map(({ table, bytes }) => [table, Number(bytes)])) };
  });
