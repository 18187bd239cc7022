import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { demoDistrictId } from '../../db/demo/demo-district.ts';

/**
 * The least SQL (极限) that leaves the rows of one closed loop behind: for each command one prepared statement in one
 * transaction of its own, with the same durability. The rows are those that the real server wrote for one matter, written
 * again under new ids, so that their number, size and indexes are the same. Nothing is checked, read back or computed.
 */
export type LeastSql = {
  readonly run: (client: pg.Client, community: string, timed: Timed) => Promise<void>;
};
type Timed = (run: () => Promise<unknown>) => Promise<unknown>;

type Statement = { readonly name: string; readonly text: string; readonly values: (ids: Ids) => unknown[] };
type Ids = { readonly matterId: string; readonly number: string; readonly community: string };

/** Reads the template matter, and makes the statements for it. */
export async function prepareLeastSql(owner: pg.Client, templateId: string): Promise<LeastSql> {
  const { rows: entries } = await owner.query<{ seq: number; at: Date }>(
    'select seq, at from matters.timeline where matter_id = $1 order by seq',
    [templateId],
  );
  const copy = await copier(owner);
  const last = entries.length;
  const statements = entries.map(({ seq }): Statement => {
    const parts = [
      seq === 1 ? copy('matters.matters', `seq = ${last}`, firstMatter) : updateMatter(seq, seq === last),
      copy('matters.timeline', `seq = ${seq}`),
      copy('matters.words', `seq = ${seq}`),
      copy('matters.commands', `seq = ${seq}`),
      copy('notices.notices', `cause = 'entry:${seq}'`),
      startedClocks(copy, entries, seq),
      ...(seq === 1
        ? [takeNumber, copy('requests.requests', 'true'), copy('matters.search', 'true')]
        : [endedClocks, rewriteSearch]),
      ...(seq === 2 ? [copy('requests.publications', 'true')] : seq > 2 ? [rewritePublication] : []),
    ];
    const text = `with ${parts.map((part, i) => `p${i} as (${part})`).join(',\n')}\n${countOnce}`;
    return {
      name: `least_${seq}`,
      text,
      values: ({ matterId, number, community }) => [matterId, number, randomUUID(), templateId, community],
    };
  });
  return {
    run: async (client, community, timed) => {
      const matterId = randomUUID();
      const ids = { matterId, number: matterId.slice(0, 18), community };
      for (const { name, text, values } of statements)
        await timed(() => client.query({ name, text, values: values(ids) }));
    },
  };
}

/** What a copied row has instead of the template's: new ids, and for the matter itself that it stands at its beginning. */
const firstMatter: Readonly<Record<string, string>> = {
  stage: `'open'`,
  outcome: 'null',
  ended_at: 'null',
  answered_at: 'null',
  seq: '1',
  next_due_at: `now() + interval '1 day'`,
};
const newIds: Readonly<Record<string, string>> = {
  'matters.matters.id': '$1::uuid',
  'matters.matters.number': '$2::text',
  'requests.publications.number': '$2::text',
  'matters.commands.command_id': '$3::uuid',
  'notices.notices.id': 'gen_random_uuid()',
};

type Copy = (table: string, where: string, instead?: Readonly<Record<string, string>>) => string;

/** Makes the insert of a table's template rows under new ids. */
async function copier(owner: pg.Client): Promise<Copy> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
     where table_schema in ('matters', 'requests', 'notices') and is_generated = 'NEVER' order by ordinal_position`,
  );
  return (table, where, instead = {}) => {
    const columns = rows.filter((one) => one.table === table).map(({ column }) => column);
    const values = columns.map(
      (column) => instead[column] ?? newIds[`${table}.${column}`] ?? (column === 'matter_id' ? '$1::uuid' : column),
    );
    const key = table === 'matters.matters' ? 'id' : 'matter_id';
    return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}
      where district_id = ${demoDistrictId} and ${key} = $4::uuid and ${where}`;
  };
}

const updateMatter = (seq: number, isLast: boolean): string =>
  `update matters.matters set seq = ${seq}, last_at = now(), next_due_at = now() + interval '1 day'${
    isLast ? `, stage = 'final', outcome = 'solved', ended_at = now(), answered_at = now()` : ''
  } where district_id = ${demoDistrictId} and id = $1::uuid`;

/** A run of a clock starts with the entry of the same instant. */
const startedClocks = (copy: Copy, entries: readonly { seq: number; at: Date }[], seq: number): string =>
  copy('matters.clocks', `started_at = '${entries[seq - 1]?.at.toISOString()}'::timestamptz`, {
    ended_at: 'null',
    ending: 'null',
  });
const endedClocks = `update matters.clocks c set ended_at = now(), ending = 'met' from matters.clocks t
  where c.district_id = ${demoDistrictId} and c.matter_id = $1::uuid and c.ended_at is null
    and t.district_id = ${demoDistrictId} and t.matter_id = $4::uuid and t.clock = c.clock and t.run = c.run and t.ended_at is not null`;
const takeNumber = `insert into matters.numbers (district_id, month, last) values (${demoDistrictId}, '0001', 1)
  on conflict (district_id, month) do update set last = matters.numbers.last + 1`;
const rewriteSearch = `update matters.search s set text = t.text, grams = t.grams from matters.search t
  where s.district_id = ${demoDistrictId} and s.matter_id = $1::uuid and t.district_id = ${demoDistrictId} and t.matter_id = $4::uuid`;
const rewritePublication = `update requests.publications p set state = t.state, answer = t.answer, grams = t.grams
  from requests.publications t
  where p.district_id = ${demoDistrictId} and p.matter_id = $1::uuid and t.district_id = ${demoDistrictId} and t.matter_id = $4::uuid`;
const countOnce = `insert into matters.counts (district_id, area_code, procedure_id, state, outcome, n)
  select ${demoDistrictId}, $5::text, m.procedure_id, 'least ' || v.way, '', v.n
  from matters.matters m, (values ('from', -1), ('to', 1)) v (way, n)
  where m.district_id = ${demoDistrictId} and m.id = $4::uuid and $2::text is not null and $3::uuid is not null
  on conflict (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings) do update set n = matters.counts.n + excluded.n`;
