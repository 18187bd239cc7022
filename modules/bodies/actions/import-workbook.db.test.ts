import { readFileSync, readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { sayCellFault } from '../../../platform/sheets/say-fault.ts';
import { readRows } from '../../../platform/sheets/read-rows.ts';
import { writeRows } from '../../../platform/sheets/write-rows.ts';
import type { Work } from '../../../platform/work.ts';
import { areaScope } from '../../../platform/work.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { signInWithPassword } from '../../accounts/index.ts';
import { createAreas, createDistrict } from '../../territory/index.ts';
import { findCommunityBody } from '../queries/find-body-of-area.ts';
import { emptyWorkbook, exportWorkbook } from '../queries/export-workbook.ts';
import { findBoard } from '../queries/find-board.ts';
import { importWorkbook, previewImport } from './import-workbook.ts';

let database: TestDatabase;
let districtId = 990_150;
const now = new Date('2030-03-08T12:00:00+08:00');
const work = <T>(run: (work: Work) => Promise<T>, tenant = districtId) =>
  inTransaction(
    database.db,
    { districtId: tenant, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now },
    run,
  );

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
/** Each test has a district of its own, with nothing in it but the district. */
beforeEach(async () => {
  districtId += 1;
  await work((w) => createDistrict(w, { nameZh: '样例区', nameEn: 'Sample', timeZone: 'Asia/Shanghai' }));
  await work((w) =>
    createAreas(w, [{ code: String(districtId), nameZh: '样例区', nameEn: 'Sample', foundedOn: '2020-01-01' }]),
  );
});

type Table = readonly (readonly string[])[];
type Book = Readonly<Record<string, Table>>;
const bytesOf = (book: Book): Promise<Buffer> =>
  writeRows(Object.entries(book).map(([name, [headings = [], ...rows]]) => ({ name, headings, widths: [], rows })));
/** A small district as an office would write it: other headings, other order, full-width digits and stray blanks. */
const goodBook = (): Book => {
  const d = String(districtId);
  return {
    行政区划: [
      ['名称', '网格编码', '小区'],
      ['云山街道', `${d}001`, ''],
      ['清溪社区', `${d}001001 `, ''],
      ['清溪第一网格', `${d}001001００１`, '碧桐家园、听雨小区，碧桐家园'],
    ],
    单位: [
      ['单位名称（全称）', '类型', '代码', '办公电话'],
      ['云山街道办事处', '街道办事处', `${d}001`, '0999-555-0001'],
      ['清溪社区居民委员会', '社区居民委员会', `${d}001001`, '０９９９-555-0002'],
    ],
    岗位: [
      ['机构名称*', '岗位名称*', '岗位类型*', '区划代码', '职数', '负责人', '产生方式', '分管事项'],
      ['清溪社区居民委员会', '社区主任', '社区主任', '', '', '是', '选举', '居委会全面工作'],
      ['清溪社区 居民委员会', '社区工作者', '社区工作者', '', '2', '否', '聘任', '=民政'],
      ['清溪社区居民委员会', '第一网格网格员', '网格员', `${d}001001001`, '1', '', '', ''],
      ['云山街道办事处', '办事员', '街道办事员', '', '', '', '', ''],
    ],
    人员: [
      ['姓名', '登录名', '单位', '职务', '任职日期'],
      ['何芳', 'he.fang', '清溪社区居民委员会', '社区主任', '2029年3月1日'],
      ['秦月', 'Qin.Yue', '清溪社区居民委员会', '社区工作者', '2029/3/1'],
      ['白松', 'bai.song', '清溪社区居民委员会', '社区工作者', ''],
      ['白松', 'bai.song', '清溪社区居民委员会', '第一网格网格员', '20290301'],
    ],
    机构关系: [
      ['上级机构', '关系', '下级机构'],
      ['云山街道办事处', '指导', '清溪社区居民委员会'],
    ],
  };
};
const confirm = async (bytes: Buffer) => {
  const preview = await work((w) => previewImport(w, bytes));
  if (!preview.ok) throw new Error(preview.code);
  return work((w) => importWorkbook(w, { bytes, digest: preview.value.digest }));
};
const preview = async (book: Book) => {
  const bytes = await bytesOf(book);
  const seen = await work((w) => previewImport(w, bytes));
  if (!seen.ok) throw new Error(seen.code);
  return seen.value;
};
const faultsOf = async (book: Book) =>
  (await preview(book)).faults.map(({ sheet, row, column, code }) => `${sheet} ${column ?? ''}${row ?? ''} ${code}`);
const countRows = async (table: string) => {
  const { rows } = await work(({ db }) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db),
  );
  return rows[0]?.n;
};
/** The good book with one cell written otherwise; rows as in Excel. */
const withCell = (sheet: string, row: number, column: number, text: string): Book => {
  const book = goodBook();
  const table = (book[sheet] ?? []).map((cells, at) =>
    at + 1 === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells,
  );
  return { ...book, [sheet]: table };
};

describe('importing a workbook (建制表)', () => {
  test('first shows what would change and changes nothing, then does it whole', async () => {
    const seen = await preview(goodBook());
    expect(seen.faults).toEqual([]);
    expect(Object.values(seen.tally).map((one) => one && [one.new, one.changed, one.unchanged])).toEqual([
      [3, 0, 0],
      [2, 0, 0],
      [4, 0, 0],
      [3, 1, 0],
      [1, 0, 0],
    ]);
    expect(await countRows('bodies.bodies')).toBe(0);

    const imported = await confirm(await bytesOf(goodBook()));
    expect(imported).toMatchObject({ ok: true, value: { new: 13, changed: 1 } });
    expect([await countRows('bodies.posts'), await countRows('bodies.links')]).toEqual([5, 1]);
    expect(await countRows('bodies.appointments')).toBe(4);
    const board = await work((w) => findBoard(w, `${districtId}001001001`));
    expect(board?.addresses).toEqual(['碧桐家园', '听雨小区']);
    expect(
      board?.service[0]?.posts.map(({ postZh, personZh, duty, phonePublic }) => [postZh, personZh, duty, phonePublic]),
    ).toEqual([
      ['社区主任', '何芳', '居委会全面工作', '0999-555-0002'],
      ['社区工作者', '秦月', '=民政', '0999-555-0002'],
      ['社区工作者', '白松', '=民政', '0999-555-0002'],
      ['第一网格网格员', '白松', null, '0999-555-0002'],
    ]);
  });

  test('gives each new person a first password, once, that signs in', async () => {
    const imported = await confirm(await bytesOf(goodBook()));
    const sheet = imported.ok && imported.value.passwords ? await readRows(imported.value.passwords) : undefined;
    const rows = sheet?.ok ? (sheet.value[0]?.rows ?? []).map((row) => row.map(({ text }) => text)) : [];
    expect(rows.map(([name, login]) => `${name} ${login}`)).toEqual([
      '姓名 登录名',
      '何芳 he.fang',
      '秦月 qin.yue',
      '白松 bai.song',
    ]);
    const password = rows[1]?.[2] ?? '';
    const signedIn = await signInWithPassword(database.db, {
      districtId,
      login: 'he.fang',
      password,
      now,
      origin: { address: '127.0.0.1', device: null, deviceName: '' },
      replaces: null,
    });
    expect(signedIn.ok).toBe(true);
    const { rows: owing } = await work(({ db }) =>
      sql<{ n: number }>`select count(*)::int as n from accounts.accounts where must_change_password`.execute(db),
    );
    expect(owing).toEqual([{ n: 3 }]);
  });

  test('changes nothing the second time, and says so; what was confirmed before is refused', async () => {
    const bytes = await bytesOf(goodBook());
    const first = await work((w) => previewImport(w, bytes));
    await confirm(bytes);
    const again = await preview(goodBook());
    expect([again.faults, again.changes, again.newAccounts]).toEqual([[], [], 0]);
    const digest = first.ok ? first.value.digest : '';
    expect(await work((w) => importWorkbook(w, { bytes, digest }))).toMatchObject({ code: 'import.changed' });
    expect(await confirm(bytes)).toMatchObject({ ok: true, value: { new: 0, changed: 0, passwords: null } });
    expect(await countRows('bodies.posts')).toBe(5);
  });

  test('takes its own export back without a change', async () => {
    await confirm(await bytesOf(goodBook()));
    const exported = await work((w) => exportWorkbook(w));
    const seen = await work((w) => previewImport(w, exported));
    expect(seen).toMatchObject({ ok: true, value: { faults: [], changes: [], ignored: [] } });
    const empty = await emptyWorkbook();
    const nothing = await work((w) => previewImport(w, empty));
    expect(nothing).toMatchObject({ ok: true, value: { faults: [], changes: [] } });
  });

  test('names what the district has and the workbook has not, and takes nothing away', async () => {
    await confirm(await bytesOf(goodBook()));
    const d = String(districtId);
    const seen = await preview({
      区划: [
        ['区划代码', '名称'],
        [`${d}001`, '云山新街道'],
      ],
    });
    expect(seen.changes).toMatchObject([
      { what: 'changed', parts: [{ heading: 'name', before: '云山街道', after: '云山新街道' }] },
    ]);
    expect(seen.tally.areas?.missing).toEqual([`${d} 样例区`, `${d}001001 清溪社区`, `${d}001001001 清溪第一网格`]);
    expect(seen.tally.people).toBeNull();
    await confirm(
      await bytesOf({
        区划: [
          ['区划代码', '名称'],
          [`${d}001`, '云山新街道'],
        ],
      }),
    );
    expect(await countRows('territory.areas')).toBe(4);
  });

  test('half of it is never there: a fault in the last sheet keeps everything out', async () => {
    const bytes = await bytesOf(withCell('人员', 5, 1, 'bai song'));
    expect(await confirm(bytes)).toMatchObject({ ok: false, code: 'import.faulty', details: { count: 1 } });
    expect([await countRows('bodies.bodies'), await countRows('accounts.accounts')]).toEqual([0, 0]);
  });

  test('two at once do it once', async () => {
    const bytes = await bytesOf(goodBook());
    const seen = await work((w) => previewImport(w, bytes));
    const digest = seen.ok ? seen.value.digest : '';
    const both = await Promise.all([1, 2].map(() => work((w) => importWorkbook(w, { bytes, digest }))));
    expect(both.map((one) => (one.ok ? 'done' : one.code)).toSorted()).toEqual(['done', 'import.changed']);
    expect(await countRows('bodies.posts')).toBe(5);
  });

  test('the neighbour district sees nothing of it', async () => {
    await confirm(await bytesOf(goodBook()));
    const neighbour = districtId - 1;
    const { rows } = await work(
      ({ db }) => sql`select from bodies.posts where district_id = ${districtId}`.execute(db),
      neighbour,
    );
    expect(rows).toEqual([]);
  });
});

describe('every faulty cell is named by sheet, row and column', () => {
  test.each<[string, [string, number, number, string], string[]]>([
    ['a code of eleven digits', ['行政区划', 3, 1, '99000100100'], ['行政区划 B3 area_code', '单位 C3 area_unknown']],
    ['a code of another district', ['行政区划', 2, 1, '110101001'], ['行政区划 B2 area_outside']],
    ['an empty name', ['行政区划', 2, 0, ''], ['行政区划 A2 cell_needed']],
    ['an unknown kind', ['单位', 2, 1, '街道办公室'], ['单位 B2 body_kind']],
    ['a committee for a street', ['单位', 2, 1, '社区居民委员会'], ['单位 C2 body_wrong_tier']],
    ['a mobile number on a board', ['单位', 3, 3, '13800000000'], ['单位 D3 phone']],
    ['a body nobody knows', ['岗位', 2, 0, '清溪居委'], ['岗位 A2 body_unknown']],
    ['a post of another kind of body', ['岗位', 5, 2, '社区主任'], ['岗位 C5 post_not_of_body']],
    ['a grid worker without a grid', ['岗位', 4, 3, ''], ['岗位 D4 grid_worker_grid']],
    ['two and a half places', ['岗位', 3, 4, '2.5'], ['岗位 E3 places']],
    ['neither yes nor no', ['岗位', 3, 5, '也许'], ['岗位 F3 head']],
    ['a tenure nobody knows', ['岗位', 3, 6, '世袭'], ['岗位 G3 tenure']],
    ['a day that is none', ['人员', 2, 4, '2029-02-30'], ['人员 E2 day']],
    ['a login with capitals and a blank', ['人员', 2, 1, 'He Fang'], ['人员 B2 login']],
    ['a post that is not there', ['人员', 2, 3, '社区副主任'], ['人员 D2 post_unknown']],
    ['two names for one login', ['人员', 5, 0, '白柏'], ['人员 A5 person_two_names']],
    ['a body without its post', ['人员', 3, 3, ''], ['人员 D3 post_missing']],
    ['a link that the law does not know', ['机构关系', 2, 1, '领导'], ['机构关系 B2 link_refused']],
    ['a link of no kind', ['机构关系', 2, 1, '帮扶'], ['机构关系 B2 link_kind']],
    ['a link to nobody', ['机构关系', 2, 2, '清河社区居民委员会'], ['机构关系 C2 body_unknown']],
    ['more people than posts', ['人员', 5, 3, '社区主任'], ['人员 D5 post_taken']],
  ])('%s', async (_, [sheet, row, column, text], expected) => {
    const found = await faultsOf(withCell(sheet, row, column, text));
    expect(found).toEqual(expect.arrayContaining(expected));
    const parts = (await preview(withCell(sheet, row, column, text))).faults.map(sayCellFault);
    for (const { zh, en } of parts) expect(`${zh} ${en}`).not.toMatch(/\{\{|refusals/);
  });

  test('one mistaken kind or unread post is one fault: rows that name it are not at fault as well', async () => {
    expect(await faultsOf(withCell('单位', 2, 1, '街道办公室'))).toEqual(['单位 B2 body_kind']);
    expect(await faultsOf(withCell('岗位', 2, 2, '主任委员'))).toEqual(['岗位 C2 post_kind']);
  });

  test('all that is wrong in a row is named at once, from left to right', async () => {
    const book = goodBook();
    const [headings = [], ...rows] = book['人员'] ?? [];
    const wrong = {
      ...book,
      人员: [headings, ['何芳', 'He Fang', '清溪居委会', '社区主任', '2029-02-30'], ...rows.slice(1)],
    };
    expect(await faultsOf(wrong)).toEqual(['人员 B2 login', '人员 C2 body_unknown', '人员 E2 day']);
  });

  test('a village has the committee of its villagers, and no second one beside it', async () => {
    const village = withCell('单位', 3, 1, '村民委员会');
    expect(await faultsOf(village)).toEqual([]);
    const both = [...(village['单位'] ?? []), ['清溪居委会', '社区居民委员会', `${districtId}001001`, '']];
    expect(await faultsOf({ ...village, 单位: both })).toEqual(['单位 B4 body_second_committee']);
    await confirm(await bytesOf(village));
    const found = await work((w) => findCommunityBody(w, `${districtId}001001`));
    expect(found).toMatchObject({ kind: 'villagersCommittee', nameZh: '清溪社区居民委员会' });
  });

  test('missing and repeated headings, and a workbook of something else', async () => {
    expect(
      await faultsOf({
        区划: [
          ['代码', '小区'],
          ['1', '2'],
        ],
      }),
    ).toEqual(['区划 1 column_missing']);
    expect(
      await faultsOf({
        区划: [
          ['代码', '名称', '名称'],
          ['', '', ''],
        ],
      }),
    ).toEqual(['区划 C1 column_twice']);
    expect(
      await faultsOf({
        区划: [
          ['甲', '乙'],
          ['1', '2'],
        ],
      }),
    ).toEqual(['区划  sheet_no_headings']);
    expect(await faultsOf({ 工资表: [['姓名'], ['白松']] })).toEqual(['工资表  workbook_no_sheets']);
  });

  test('a column of mobile numbers is left unread, and said to be', async () => {
    const book = goodBook();
    const people = (book['人员'] ?? []).map((row, at) => [...row, at === 0 ? '手机号' : '13800000000']);
    const seen = await preview({ ...book, 人员: people });
    expect(seen.ignored).toEqual([{ sheet: '人员', heading: '手机号' }]);
    expect(JSON.stringify(seen)).not.toContain('13800000000');
  });

  test('each fault that the rules can name has a sentence', () => {
    const folder = new URL('../rules/import/', import.meta.url);
    const words = JSON.parse(readFileSync(new URL('../words/zh.json', import.meta.url), 'utf8')) as {
      cellFaults: Record<string, string>;
    };
    const codes = readdirSync(folder).flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/fault\('?[\w.() ?:'=]+'?, '([a-z_]+)'/g),
    ]);
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.map(([, code]) => code!).filter((code) => !words.cellFaults[code])).toEqual([]);
  });
});
