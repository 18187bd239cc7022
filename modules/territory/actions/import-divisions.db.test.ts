import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { browseDivisions } from '../queries/browse-divisions.ts';
import { searchDivisions } from '../queries/search-divisions.ts';
import { importDivisions } from './import-divisions.ts';

const now = new Date('2030-03-08T10:00:00+08:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.transaction().execute(async (owner) => {
    await sql`set local role none`.execute(owner);
    await sql`truncate territory.divisions, territory.division_imports`.execute(owner);
  });
});

/** An invented province: 3 cities of 2 districts of 3 streets of 100 communities, and one unit at two levels. */
const list = (() => {
  const rows = ['code,level,name', '990000000000,province,样例省'];
  for (let c = 1; c <= 3; c += 1) {
    rows.push(`990${c}00000000,city,栖川市${c}`);
    for (let d = 1; d <= 2; d += 1) {
      rows.push(`990${c}0${d}000000,district,云山区${c}${d}`);
      for (let s = 1; s <= 3; s += 1) {
        rows.push(`990${c}0${d}00${s}000,subdistrict,清溪街道${s}`);
        for (let n = 1; n <= 100; n += 1)
          rows.push(`990${c}0${d}00${s}${String(n).padStart(3, '0')},community,翠屏${n}社区居委会`);
      }
    }
  }
  return [...rows, '991900000000,city,双岗市', '991900000000,district,双岗市'];
})();
async function* linesOf(rows: readonly string[], breaksAfter = Infinity) {
  for (const [i, text] of rows.entries()) {
    if (i >= breaksAfter) throw new Error('power cut');
    yield { number: i + 1, text };
  }
}
const load = (rows = list, breaksAfter?: number, sha256 = 'first') =>
  importDivisions(database.db, { lines: linesOf(rows, breaksAfter), sha256, now });
const asPublic = <T>(run: (work: Work) => Promise<T>) =>
  inTransaction(database.db, { districtId: 0, scope: noScope, actor: { kind: 'public' }, now }, run);
const search = async (words: string, more: object = {}) => {
  const page = await asPublic((work) => searchDivisions(work, { words, limit: 50, ...more }));
  if (!page.ok) throw new Error(page.code);
  return page.value;
};
const countAll = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from territory.divisions`.execute(database.db)).rows[0]!.n;

describe('importing the national list (导入全国区划)', () => {
  test('writes each line once, also when it is cut off in the middle and run again', async () => {
    await expect(load(list, 1234)).rejects.toThrow('power cut');
    const kept = await countAll();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(1234);
    const second = await load();
    expect(second).toMatchObject({ isWhole: true, faultyLines: [], readBefore: kept + 1 });
    expect(second.added).toBe(list.length - 1 - kept);
    expect(await countAll()).toBe(list.length - 1);
    expect(await load()).toMatchObject({ rows: 0, added: 0, changed: 0, isWhole: true });
  });

  test('stops when asked to, and a newer list brings only what is new or renamed', async () => {
    const stop = new AbortController();
    stop.abort();
    const stopped = await importDivisions(database.db, {
      lines: linesOf(list),
      sha256: 'first',
      now,
      signal: stop.signal,
    });
    expect(stopped.isWhole).toBe(false);
    await load();
    const newer = [...list.map((row) => row.replace('栖川市2', '新川市')), '990400000000,city,霞川市', 'nonsense,1'];
    expect(await load(newer, undefined, 'second')).toMatchObject({ added: 1, changed: 1, faultyLines: [newer.length] });
    expect((await search('新川市')).rows).toMatchObject([{ code: '9902' }]);
  });

  test('is beyond the role that the server works as', async () => {
    await expect(
      sql`insert into territory.division_imports values ('x', 1, null)`.execute(database.db),
    ).rejects.toThrow('permission denied');
    await expect(sql`delete from territory.divisions`.execute(database.db)).rejects.toThrow('permission denied');
  });
});

describe('the national list (全国区划)', () => {
  beforeEach(() => load());

  test.each([
    ['a name', '云山区21', ['990201']],
    ['a part of a name', '双岗', ['9919', '991900']],
    ['initials', 'sgs', ['9919', '991900']],
    ['pinyin', 'shuanggang', ['9919', '991900']],
    ['a code', '990201003', ['990201003']],
    ['twelve digits at two levels', '991900000000', ['9919', '991900']],
    ['a name that is not there', '无此地', []],
  ])('is found by %s', async (_, words, codes) => {
    const { rows } = await search(words);
    expect(rows.map(({ code }) => code).slice(0, Math.max(codes.length, 1))).toEqual(codes);
  });

  test('comes in pages by key, higher levels first, each row once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await search('社区', { after, limit: 100 });
      seen.push(...page.rows.map(({ code }) => code));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toHaveLength(1800);
    expect(new Set(seen).size).toBe(1800);
    expect(
      (await search('翠屏', { under: '990201', limit: 10 })).rows.every(({ code }) => code.startsWith('990201')),
    ).toBe(true);
    const bad = await asPublic((work) => searchDivisions(work, { words: '翠屏', after: '9.x', limit: 10 }));
    expect(bad).toMatchObject({ code: 'page.bad_cursor' });
    expect(await asPublic((work) => searchDivisions(work, { words: '翠', limit: 10 }))).toMatchObject({
      code: 'search.too_short',
    });
  });

  test('is opened level by level, with the way there', async () => {
    const top = await asPublic((work) => browseDivisions(work, { limit: 10 }));
    expect(top).toMatchObject({ value: { rows: [{ code: '99', level: 'province' }], path: [] } });
    const twice = await asPublic((work) => browseDivisions(work, { parent: '9919', limit: 10 }));
    expect(twice).toMatchObject({ value: { rows: [{ code: '991900' }], path: [{ code: '99' }, { code: '9919' }] } });
    const street = await asPublic((work) =>
      browseDivisions(work, { parent: '990101001', after: '990101001098', limit: 2 }),
    );
    expect(street).toMatchObject({ value: { rows: [{ code: '990101001099' }, { code: '990101001100' }], next: null } });
    expect(await asPublic((work) => browseDivisions(work, { parent: '98', limit: 2 }))).toMatchObject({
      code: 'division.not_found',
    });
  });
});
