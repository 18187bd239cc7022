import pg from 'pg';
import type { Checked } from './check.ts';

/** Compares the outbox with what the gateway took: each message once, none never, none that nobody wrote. */
export async function checkMessages(url: string, came: ReadonlyMap<string, number>): Promise<Checked> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; state: string }>('select id, state from notices.messages');
    const known = new Set(rows.map(({ id }) => id));
    const unsent = rows.filter(({ id, state }) => state !== 'sent' || !came.has(id)).length;
    const unknown = [...came.keys()].filter((id) => !known.has(id)).length;
    const again = [...came.values()].reduce((sum, times) => sum + times - 1, 0);
    return {
      what: `messages that were sent, and no other (${again} came again under their id, by which a gateway knows them)`,
      looked: rows.length,
      wrong: unsent + unknown,
    };
  } finally {
    await owner.end();
  }
}

/** How many messages still wait in the outbox. */
export async function countWaiting(url: string): Promise<number> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from notices.messages where state = 'waiting'`,
    );
    return rows[0]?.n ?? 0;
  } finally {
    await owner.end();
  }
}
