import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { findProcedureView } from '../queries/view-procedure.ts';
import { listLimitSettings } from '../queries/view-settings.ts';
import { installProcedures } from '../rules/engine.ts';
import { at } from '../testing/library-desk.ts';
import { as, asSystem, go, open, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { libraryInquiry, watchedCard } from '../testing/watched-card.ts';
import { recomputeClocks } from './recompute-clocks.ts';
import { setCalendarDay } from './set-calendar.ts';
import { setLimit, type SetLimit } from './set-limit.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  installProcedures([watchedCard, libraryInquiry]);
});
afterAll(() => database.drop());

const boss = staff('centre', 'chief');
const order: SetLimit = {
  procedureId: 'library-card',
  clock: 'search',
  amount: 3,
  sinceOn: '2026-11-17',
  reason: '年底清点',
  source: '馆发〔2026〕3号',
};
const set = (change: Partial<SetLimit> = {}, now = '2026-11-16 12:00', who = boss) =>
  as(database.db, who, now, (work) => setLimit(work, { ...order, ...change }));
const searching = async (opened: string, taken: string, version = 2) => {
  const id = await open(database.db, 'north', opened, { procedureVersion: version });
  await go(database.db, id, [staff('north'), taken, 'take']);
  return id;
};
const search = async (id: string) => {
  const page = await asSystem(database.db, '2026-11-18 09:00', (work) => findMatterPage(work, id));
  return page!.clocks.find(({ clock }) => clock === 'search')!;
};
const seen = () => asSystem(database.db, '2026-11-20 09:00', listLimitSettings);

describe('a limit that the district sets (本区调整时限)', () => {
  test('holds for what begins after, and says since when and by which paper', async () => {
    const running = await searching('2026-11-16 10:00', '2026-11-16 11:00');
    expect((await set()).ok).toBe(true);
    const stillBefore = await searching('2026-11-16 12:00', '2026-11-16 13:00');
    const after = await searching('2026-11-17 09:00', '2026-11-17 10:00');
    const plain = await searching('2026-11-17 09:00', '2026-11-17 10:00', 1);

    // five working days from Monday and from Tuesday; three from Tuesday
    expect(await search(running)).toMatchObject({ dueAt: at('2026-11-23 18:00').toISOString(), setHere: null });
    expect(await search(stillBefore)).toMatchObject({ dueAt: at('2026-11-23 18:00').toISOString(), setHere: null });
    expect(await search(plain)).toMatchObject({ dueAt: at('2026-11-24 18:00').toISOString(), setHere: null });
    expect(await search(after)).toMatchObject({
      dueAt: at('2026-11-20 18:00').toISOString(),
      limit: { unit: 'workingDays', amount: 3 },
      setHere: { limit: { zh: '3 个工作日' }, since: '2026-11-17', source: '馆发〔2026〕3号' },
    });
  });

  test('stays with its run when it stands still, is made longer or counted anew, and when another is set', async () => {
    const id = await searching('2026-11-17 09:00', '2026-11-17 10:00');
    await set({ amount: 8, sinceOn: '2026-11-17' }, '2026-11-17 11:00');
    await go(database.db, id, [
      staff('north', 'chief'),
      '2026-11-17 12:00',
      'prolong',
      { length: 'three', reason: '书在外面' },
    ]);
    expect((await search(id)).dueAt).toBe(at('2026-11-25 18:00').toISOString()); // three and three from Tuesday
    const rest = { day: '2026-11-19', works: false, reason: '庙会', source: '通知' };
    await as(database.db, boss, '2026-11-17 13:00', (work) => setCalendarDay(work, rest));
    await asSystem(database.db, '2026-11-17 13:00', recomputeClocks);
    expect((await search(id)).dueAt).toBe(at('2026-11-26 18:00').toISOString());
  });

  test('is shown on the published procedure, with its history; without a length the procedure’s own holds again', async () => {
    await set({ amount: null, sinceOn: '2026-11-19' }, '2026-11-18 09:00');
    const published = async (now: string) => {
      const view = await asSystem(database.db, now, (work) =>
        findProcedureView(work, 'library-card', { kind: 'public' }),
      );
      return view!.clocks.find(({ clock }) => clock === 'search')!;
    };
    expect((await published('2026-11-18 12:00')).setHere).toMatchObject({ limit: { zh: '8 个工作日' } });
    expect((await published('2026-11-19 12:00')).setHere).toBeNull();
    const [limit] = (await seen()).filter(({ clock }) => clock === 'search');
    expect(limit).toMatchObject({ now: { zh: '5 个工作日' }, min: 3, max: 8 });
    expect(limit!.history.map(({ limit: { zh }, sinceOn }) => [zh, sinceOn])).toEqual([
      ['5 个工作日', '2026-11-19'],
      ['8 个工作日', '2026-11-17'],
      ['3 个工作日', '2026-11-17'],
    ]);
  });

  test.each<[string, Partial<SetLimit>, string]>([
    ['below the bounds', { amount: 2 }, 'setting.out_of_bounds'],
    ['above the bounds', { amount: 9 }, 'setting.out_of_bounds'],
    ['no whole number', { amount: 3.5 }, 'setting.out_of_bounds'],
    ['a limit that is not for the district to set', { clock: 'total' }, 'setting.no_such_limit'],
    ['a procedure that does not exist', { procedureId: 'none' }, 'setting.no_such_limit'],
    ['no reason', { reason: ' ' }, 'setting.no_reason'],
    ['no paper', { source: '' }, 'setting.no_reason'],
    ['yesterday', { sinceOn: '2026-11-15' }, 'setting.backwards'],
    ['no date', { sinceOn: 'soon' }, 'setting.backwards'],
  ])('%s is refused in words, and nothing is set', async (_, change, code) => {
    const before = await seen();
    const answer = await set(change);
    expect(answer).toMatchObject({ ok: false, code });
    const { zh, en } = sayRefusal(answer as never);
    expect(zh + en).not.toMatch(/\{\{|\$t|undefined/);
    expect(await seen()).toEqual(before);
  });

  test('the bounds are said in the unit of the limit', async () => {
    const answer = await set({ amount: 30 });
    expect(sayRefusal(answer as never).zh).toContain('最少 3 个工作日，最多 8 个工作日');
  });

  test('nobody but the head of the centre sets one', async () => {
    for (const who of [staff('centre'), staff('north', 'chief'), staff('main', 'chief')])
      expect(await set({}, '2026-11-16 12:00', who)).toMatchObject({ ok: false, code: 'setting.not_yours' });
  });
});
