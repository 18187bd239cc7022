import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldAlike } from '../../modules/coordination/index.ts';
import { listenForTallies } from '../../modules/insight/index.ts';
import { foldNextDay, listDigests } from '../../modules/matters/index.ts';
import {
  asSystem,
  go,
  open,
  readerOf,
  setUpLibraryDistrict,
  staff,
} from '../../modules/matters/testing/library-district.ts';
import { libraries } from '../../modules/matters/testing/library-desk.ts';
import { hashEntry } from '../../modules/matters/rules/seal-entry.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { readPublished } from './published.ts';
import { verifyData, type Checking } from './verify-data.ts';

const now = '2026-11-19 08:00';
let database: TestDatabase;
let owner: pg.Client;
let matterId: string;
let number: string;

/** Two days of two matters, and a third day on which nothing happened: three digests. */
beforeEach(async () => {
  listenForTallies();
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await setUpLibraryDistrict(database.db);
  matterId = await open(database.db, 'north', '2026-11-16 10:00');
  await open(database.db, 'south', '2026-11-16 11:00');
  await fold('2026-11-17 00:00');
  await go(
    database.db,
    matterId,
    [staff('north'), '2026-11-17 11:00', 'take', { memo: '旧书库里' }],
    [staff('north'), '2026-11-17 12:00', 'note', { note: '一号书架' }],
    [readerOf(matterId), '2026-11-17 13:00', 'cancel'],
  );
  await fold('2026-11-18 00:00');
  await fold(now);
  number = (await owner.query('select number from matters.matters where id = $1', [matterId])).rows[0].number;
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

const fold = (at: string) => asSystem(database.db, at, foldNextDay);
const verify = (checking: Checking = {}) => verifyData(database.db, new Date('2026-11-19T00:00:00Z'), checking);
/** With the rights of a superuser, past privileges, policies and foreign keys. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await owner.query('set session_replication_role = replica');
  for (const statement of statements) await owner.query(statement.replaceAll('$id', `'${matterId}'`));
}
/** What is found, in Chinese, after the headline. */
const found = async (checking: Checking = {}): Promise<string[]> => {
  const { fits, lines } = await verify(checking);
  expect(fits).toBe(false);
  return lines.slice(1).map((line) => line.split('\n')[0]!.replaceAll(number, '甲').replaceAll(matterId, '甲'));
};
const countOff = (state: string, kept: number, real: number) =>
  `计数不符：990177001001 library-card ${state}，记的是 ${kept}，实有 ${real}。运行 npm run verify -- --rebuild-counts 重新计数。`;
const sumOff = (of: string) =>
  `范围计数不符：990177001001 ${of}处于 final、infinity 到期的事项，记的是 1，实有 0。运行 npm run verify -- --rebuild-counts 重新计数。`;
const cutOff = [
  'delete from matters.words where matter_id = $id and seq = 5',
  'delete from matters.timeline where matter_id = $id and seq = 5',
  `update matters.matters set seq = 4, head = (select hash from matters.timeline where matter_id = $id and seq = 4) where id = $id`,
];

/** The row and the limits of the matter as they were before its last entry. */
const asBefore = [
  `update matters.matters set state = 'searching', stage = 'open', ended_at = null, outcome = null, first_outcome = null,
    answered_at = null, answered_by = null, last_at = (select at from matters.timeline where matter_id = $id and seq = 4) where id = $id`,
  `update matters.clocks set ended_at = null, ending = null where matter_id = $id and ended_at = '2026-11-17 13:00+08'`,
];
/** Figures are made from the record: who rewrites it whole rewrites them too. */
const figuresGone = ['delete from insight.tallies', 'delete from insight.days'];

describe('an untouched database', () => {
  test('fits, and is told in both languages how much was seen', async () => {
    expect(await verify()).toEqual({
      fits: true,
      isHeld: true,
      lines: [
        '书香区（990177）：事项 2 件，时间线 6 条，其中依法删除的文字 0 段；每日摘要 3 天，回访抽样 0 次。全部相符。\n' +
          'Bookshelf District (990177): 2 matters, 6 timeline entries, words erased by law: 0; daily digests: 3, draws of visits: 0. Everything fits.',
        '统计汇总：2 件事项逐条重算，全部相符。\nFigures: made again from 2 matters, all the same.',
      ],
    });
  });

  test('fits when words were erased by law, and they are counted', async () => {
    await tamper('delete from matters.words where matter_id = $id and seq = 3');
    const { fits, lines } = await verify();
    expect(fits).toBe(true);
    expect(lines[0]).toContain('依法删除的文字 1 段');
    expect(lines[0]).toContain('words erased by law: 1;');
  });
});

test('a figure that was changed is found, and the record still stands', async () => {
  await tamper(
    "update insight.days set n = n + 1 where measure = 'in'",
    "delete from insight.tallies where measure = 'ended'",
  );
  const { fits, lines } = await verify();
  expect(fits).toBe(false);
  expect(lines[0]).toContain('全部相符');
  expect(lines[1]).toContain('npm run rebuild-figures');
  expect(lines.slice(2).join()).toContain('ended 的计数与时间线不符');
  expect(lines.slice(2).join()).toContain('in 汇总为');
});

test('a sum of a scope that was changed is found, and counted anew', async () => {
  await tamper("update matters.scope_changes set n = 2 where stage = 'final'");
  expect((await found()).filter((line) => line.startsWith('范围计数不符'))).toEqual([
    '范围计数不符：990177001001 处于 final、infinity 到期的事项，记的是 2，实有 1。运行 npm run verify -- --rebuild-counts 重新计数。',
    `范围计数不符：990177001001 交给过单位 ${libraries.north.bodyId}、处于 final、infinity 到期的事项，记的是 2，实有 1。运行 npm run verify -- --rebuild-counts 重新计数。`,
  ]);
  expect((await verify({ rebuildCounts: true })).fits).toBe(true);
  expect((await verify()).fits).toBe(true);
});

test('a sum of what comes again that was changed is found, and counted anew', async () => {
  await asSystem(database.db, now, foldAlike);
  await tamper(`insert into coordination.alike (district_id, by_place, community_code, subject, place_key, n, open, last_at)
    values (990177, true, '990177001001', 'road', '3号楼', 7, 0, now())`);
  expect((await found()).filter((line) => line.startsWith('反复计数'))).toEqual([
    '反复计数不符：990177001001 road 3号楼，记的是 7，实有 0。运行 npm run verify -- --rebuild-counts 重新计数。',
  ]);
  expect((await verify({ rebuildCounts: true })).fits).toBe(true);
  expect((await verify()).fits).toBe(true);
});

test('a notice that an inbox hides from who has not read it is found, and called unread again', async () => {
  const { accountId, postId, bodyId } = staff('north');
  await owner.query(`insert into notices.inboxes values (990177, $1, $2, $3, false, '2026-11-18T00:00:00Z')`, [
    accountId,
    postId,
    bodyId,
  ]);
  const tell = `insert into notices.notices (district_id, id, matter_id, number, cause, kind, audience, body_id, what_zh, what_en, at)
    values (990177, gen_random_uuid(), $1, '', $2, 'step', 'body', $3, '', '', $4)`;
  await tamper('delete from notices.notices'); // whoever listens in this process told of the steps
  await owner.query(tell, [matterId, 'n1', bodyId, '2026-11-17T00:00:00Z']);
  await owner.query(tell, [matterId, 'n2', bodyId, '2026-11-18T00:00:00Z']);
  expect((await found()).filter((line) => line.startsWith('有 '))).toEqual([
    '有 1 条没读过的消息，收件箱不再提醒。运行 npm run verify -- --rebuild-counts 重新整理。',
  ]);
  expect((await verify({ rebuildCounts: true })).fits).toBe(true);
  expect((await verify()).fits).toBe(true);
});

const copyId = (nth: number) => `01900000-0000-7000-8000-0000000f${String(nth).padStart(4, '0')}`;

test('a number that came a third time and is not marked is found, and marked', async () => {
  let nth = 0;
  /** One more request of a number, so many days later; the row of a matter stands behind it, because numbers are seen where their matters are. */
  const ask = async (day: number, phone: string, isMarked = false) => {
    nth += 1;
    await tamper(
      `insert into matters.matters select (jsonb_populate_record(m, jsonb_build_object('id', '${copyId(nth)}', 'number', 'copy-${nth}'))).*
        from matters.matters m where m.id = $id`,
      `insert into requests.reporters (district_id, matter_id, phone_sealed, phone_index, opened_at, came_again)
        values (990177, '${copyId(nth)}', '', '\\x${phone}', '2026-11-01'::timestamptz + ${day} * interval '1 day', ${isMarked})`,
    );
  };
  for (const day of [0, 0, 1]) await ask(day, 'aa');
  await ask(0, 'bb');
  await ask(1, 'bb', true); // written down after the other two
  await ask(2, 'bb');
  for (const day of [0, 1]) await ask(day, 'cc');
  for (const day of [0, 1, 91]) await ask(day, 'dd'); // too long after
  expect((await found()).filter((line) => line.includes('再次来电'))).toEqual([
    '有 1 次再次来电没有标记，反复事项里会少算。运行 npm run verify -- --rebuild-counts 补上标记。',
  ]);
  await verify({ rebuildCounts: true });
  expect((await verify()).lines.join()).not.toContain('再次来电');
});

describe('a superuser’s change is found and named', () => {
  test.each<[string, string[], string[]]>([
    [
      'one byte of the content',
      [
        `update matters.timeline set content = jsonb_set(content, '{to}', '"searchinh"') where matter_id = $id and seq = 3`,
      ],
      ['事项 甲 第 3 条：内容被改动过。'],
    ],
    [
      'one byte of the words',
      [`update matters.words set text = '旧书库外' where matter_id = $id and seq = 3`],
      ['事项 甲 第 3 条：当时写下的文字被改动过。'],
    ],
    [
      'the last entry deleted and the head set back',
      cutOff,
      [
        '事项 甲：现在的状态和按时间线重算的不同。',
        '事项 甲：现在的结果和按时间线重算的不同。',
        '事项 甲：时限和按时间线重算的不同。',
        '2026-11-17：当天封存的事项 甲 第 5 条不见了，可能被删去。',
      ],
    ],
    [
      'where it stands',
      [`update matters.matters set state = 'searching' where id = $id`],
      ['事项 甲：现在的状态和按时间线重算的不同。', countOff('cancelled', 1, 0), countOff('searching', 0, 1)],
    ],
    [
      'who holds it',
      [`update matters.matters set holder_account_id = first_contact_account_id, hops = 1 where id = $id`],
      ['事项 甲：现在由谁承办、谁首问，和按时间线重算的不同。'],
    ],
    [
      'what became of it',
      [`update matters.matters set outcome = 'solved' where id = $id`],
      ['事项 甲：现在的结果和按时间线重算的不同。', countOff('cancelled', 1, 0), countOff('cancelled', 0, 1)],
    ],
    [
      'a limit that was late and now is not',
      [`update matters.clocks set due_at = due_at + interval '9 days' where matter_id = $id and clock = 'search'`],
      ['事项 甲：时限和按时间线重算的不同。'],
    ],
    [
      'a stored digest',
      [`update matters.digests set digest = sha256(digest) where day = '2026-11-17'`],
      ['2026-11-17：每日摘要被改动过，与当天封存的记录算出来的不同。'],
    ],
    [
      'the digest of the last day',
      [`update matters.digests set digest = set_byte(digest, 0, 255 - get_byte(digest, 0)) where day = '2026-11-18'`],
      ['2026-11-18：每日摘要被改动过，与当天封存的记录算出来的不同。'],
    ],
    [
      'a digest deleted',
      [`delete from matters.digests where day = '2026-11-17'`],
      ['2026-11-17：这一天的每日摘要不见了，可能被删去。'],
    ],
    [
      'a digest deleted with its leaves',
      [
        `delete from matters.digests where day = '2026-11-17'`,
        `delete from matters.digest_leaves where day = '2026-11-17'`,
      ],
      ['2026-11-17：这一天的每日摘要不见了，可能被删去。'],
    ],
    [
      'the first digest deleted',
      [`delete from matters.digests where day = '2026-11-16'`],
      [
        '2026-11-16：这一天的每日摘要不见了，可能被删去。',
        '2026-11-17：每日摘要与前一天接不上，前面的摘要被换过或删去。',
      ],
    ],
    [
      'a leaf taken away',
      [`delete from matters.digest_leaves where matter_id = $id and day = '2026-11-16'`],
      ['2026-11-16：当天封存的事项被增减或改动过，与每日摘要对不上。'],
    ],
    [
      'a matter removed with everything of it',
      [
        ...['words', 'timeline', 'clocks'].map((of) => `delete from matters.${of} where matter_id = $id`),
        'delete from matters.matters where id = $id',
      ],
      [
        '2026-11-16：当天封存的事项 甲 第 1 条不见了，可能被删去。',
        '2026-11-17：当天封存的事项 甲 第 5 条不见了，可能被删去。',
        countOff('cancelled', 1, 0),
        sumOff(''),
        sumOff(`交给过单位 ${libraries.north.bodyId}、`),
      ],
    ],
    [
      'a day put under another date',
      [`update matters.digests set day = '2026-11-20' where day = '2026-11-18'`],
      [
        '2026-11-18：这一天的每日摘要不见了，可能被删去。',
        '2026-11-19：这一天的每日摘要不见了，可能被删去。',
        '2026-11-20：每日摘要被改动过，与当天封存的记录算出来的不同。',
      ],
    ],
  ])('%s', async (_, statements, said) => {
    await tamper(...statements);
    expect(await found()).toEqual(said);
  });

  test('the last entry rewritten, with its hash and the head of the matter', async () => {
    const { rows } = await owner.query('select * from matters.timeline where matter_id = $1 and seq = 5', [matterId]);
    const { at, kind, content, prev_hash: prevHash } = rows[0];
    const rewritten = { ...content, to: 'found' };
    const hash = hashEntry({ seq: 5, at, kind, content: rewritten, prevHash }, { districtId: 990177, matterId });
    const values = [matterId, rewritten, hash];
    await owner.query('update matters.timeline set content = $2, hash = $3 where matter_id = $1 and seq = 5', values);
    await owner.query('update matters.matters set head = $2 where id = $1', [matterId, hash]);
    expect(await found()).toEqual([
      '事项 甲：现在的状态和按时间线重算的不同。',
      '2026-11-17：当天封存的事项 甲 第 5 条，现在的与封存时不同。',
    ]);
  });
});

describe('digests that somebody kept from the site', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linli-kept-'));
    file = join(folder, 'digests.json');
    const kept = await asSystem(database.db, now, (work) => listDigests(work, { latest: 30 }));
    const digests = kept.map(({ day, digest }) => ({ day, digest: digest.toString('hex') }));
    writeFileSync(file, JSON.stringify({ district: 990177, digests }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are the same in an untouched database', async () => {
    const { fits, lines } = await verify({ published: readPublished(file) });
    expect(fits).toBe(true);
    expect(lines[1]).toContain('与保存下来的 3 天已公布摘要逐日比对，全部相同。');
  });

  test('find a record that was rewritten whole, which no recomputing can', async () => {
    await tamper(
      ...cutOff,
      ...asBefore,
      ...figuresGone,
      'delete from matters.digests',
      'delete from matters.digest_leaves',
    );
    for (const at of ['2026-11-17 00:00', '2026-11-18 00:00', now]) await fold(at);
    expect((await verify({ rebuildCounts: true })).fits).toBe(true);
    expect(await found({ published: readPublished(file) })).toContain(
      '2026-11-17：每日摘要与当时公布的不同，整段记录可能被重写过。',
    );
  });

  test('find the last days cut off', async () => {
    await tamper(`delete from matters.digests where day = '2026-11-18'`);
    expect((await verify()).fits).toBe(true);
    expect(await found({ published: readPublished(file) })).toEqual(['2026-11-18：公布过的每日摘要，数据库里没有了。']);
  });

  test('are refused when the file holds something else', () => {
    writeFileSync(file, '{"district":990177,"digests":[{"day":"yesterday","digest":"x"}]}');
    expect(readPublished(file)).toBeUndefined();
    expect(readPublished(join(folder, 'nothing.json'))).toBeUndefined();
  });
});
