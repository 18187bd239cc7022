import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { copyFile, copyTree, writeWhole, type Choose, type CopiedFile } from './copy-tree.ts';

/** What a copy need not or must not hold, by PostgreSQL's page on making a base backup. */
const emptied = /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)$/;
const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|pgsql_tmp[^/]*|pg_internal\.init[^/]*|backup_label[^/]*|tablespace_map[^/]*)$/;
const choose: Choose = (path) => (leftOut.test(path) ? 'leave' : emptied.test(path) ? 'empty' : 'copy');

/**
 * Copies the files of a running database so that they can be started elsewhere (物理备份), by PostgreSQL's own protocol:
 * a slot holds the log, the backup is begun, files are copied while work goes on, the backup is ended, and the log from
 * beginning to end is copied too. All that was committed before the end is in it.
 *
 * @param cluster where the database answers, and the folder of its files
 */
export async function copyCluster(
  cluster: { readonly url: string; readonly folder: string },
  into: string,
): Promise<readonly CopiedFile[]> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row> => {
    const { rows } = await client.query<Row>(text);
    return rows[0] as Row;
  };
  try {
    await ask(`select pg_create_physical_replication_slot('linli_backup_' || pg_backend_pid(), true, true)`);
    const begun = await ask<{ segment: string }>(
      `select pg_walfile_name(pg_backup_start('linli', fast => true)) as segment`,
    );
    const files = await copyTree(cluster.folder, into, choose);
    const ended = await ask<{ segment: string; label: string }>(
      `select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
    );
    const label = await writeWhole(into, 'backup_label', [Buffer.from(ended.label)]);
    return [...files, label, ...(await copyLog(cluster.folder, into, begun.segment, ended.segment))];
  } finally {
    await client.end();
  }
}

async function copyLog(folder: string, into: string, from: string, to: string): Promise<readonly CopiedFile[]> {
  const segments = (await readdir(join(folder, 'pg_wal'))).filter((name) => name >= from && name <= to);
  const wanted = segments.filter((name) => /^[0-9A-F]{24}$/.test(name)).toSorted();
  const copied = [];
  for (const name of wanted) copied.push(...(await copyFile(folder, into, `pg_wal/${name}`)));
  return copied;
}
