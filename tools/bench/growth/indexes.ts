import type pg from 'pg';
import { matterTables } from './source-matters.ts';
import { withClient } from './store.ts';

/** Takes the indexes off that no constraint needs: building one at the end costs less than keeping it row by row. */
export async function takeIndexesOff(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by pg_relation_size(i.indrelid) desc`,
    [[...matterTables.map(({ table }) => table), 'matters.digest_leaves', 'insight.days']],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Builds them again, two at a time. */
export async function putIndexesBack(
  url: string,
  definitions: readonly string[],
  say: (text: string) => void,
): Promise<void> {
  const waiting = [...definitions];
  const work = () =>
    withClient(url, async (owner) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await owner.query(next);
        if (waiting.length % 10 === 0) say(`indexes: ${waiting.length} to build`);
      }
    });
  await Promise.all([work(), work()]);
}

/** Lets no trigger of these tables run while rows are copied: what they keep is made for all of them at once. */
export async function setTriggers(owner: pg.Client, to: 'enable' | 'disable'): Promise<void> {
  for (const { table } of matterTables) await owner.query(`alter table ${table} ${to} trigger user`);
}
