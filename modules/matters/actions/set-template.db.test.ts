import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Actor } from '../../../platform/work.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { listTemplateSettings } from '../queries/view-templates.ts';
import { installProcedures } from '../rules/engine.ts';
import { act, as, asSystem, go, open, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { libraryInquiry, watchedCard } from '../testing/watched-card.ts';
import { setTemplate, type SetTemplate } from './set-template.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  installProcedures([watchedCard, libraryInquiry]);
});
afterAll(() => database.drop());

const boss = staff('centre', 'chief');
const order: SetTemplate = {
  procedureId: 'library-card',
  step: 'handOver',
  field: 'reply',
  words: '编号 {{number}}《{{title}}》：[[怎么办好的]]。{{body}}，{{today}}。',
  sinceOn: '2026-11-17',
  reason: '答复要说清楚',
  source: '馆发〔2026〕5号',
};
const set = (change: Partial<SetTemplate> = {}, now = '2026-11-16 12:00', who: Actor = boss) =>
  as(database.db, who, now, (work) => setTemplate(work, { ...order, ...change }));
const searching = async (version = 2) => {
  const id = await open(database.db, 'north', '2026-11-16 10:00', { procedureVersion: version });
  await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
  return id;
};
const offered = async (id: string, now: string, who: Actor = staff('north')) => {
  const page = await as(database.db, who, now, (work) => findMatterPage(work, id));
  const fields = page?.steps.find(({ step }) => step === 'handOver')?.fields;
  return { number: page?.number ?? '', start: fields?.find(({ name }) => name === 'reply')?.start };
};
const seen = () => asSystem(database.db, '2026-11-20 09:00', listTemplateSettings);

describe('how a district begins an answer (答复范本)', () => {
  test('is offered from its day on, filled in as the person will read it', async () => {
    const id = await searching();
    expect((await set()).ok).toBe(true);
    expect((await offered(id, '2026-11-16 13:00')).start).toBeUndefined();
    const { number, start } = await offered(id, '2026-11-17 09:00');
    expect(start).toEqual({
      text: `编号 ${number}《旧县志》：[[怎么办好的]]。north馆，2026-11-17。`,
      since: '2026-11-17',
      source: '馆发〔2026〕5号',
    });
    // who may not take the step is offered no text, nor is a matter under a version that leaves nothing to the district
    expect((await offered(id, '2026-11-17 09:00', staff('centre'))).start).toBeUndefined();
    expect((await offered(await searching(1), '2026-11-17 09:00')).start).toBeUndefined();
  });

  test('cannot be sent as it stands: what is between the brackets has to be written', async () => {
    const id = await searching();
    const { start } = await offered(id, '2026-11-17 09:00');
    const send = (reply: string) =>
      act(database.db, staff('north'), '2026-11-17 10:00', { matterId: id, step: 'handOver', input: { reply } });
    expect(await send(start!.text)).toMatchObject({ ok: false, fields: { reply: { code: 'field.gap_left' } } });
    expect((await send(start!.text.replace('[[怎么办好的]]', '书找到了'))).ok).toBe(true);
  });

  test('is kept with every wording, who set it and by which paper; without words none is offered', async () => {
    const id = await searching();
    await set({ words: null, sinceOn: '2026-11-19' }, '2026-11-18 09:00');
    expect((await offered(id, '2026-11-18 12:00')).start).toBeDefined();
    expect((await offered(id, '2026-11-19 12:00')).start).toBeUndefined();
    const reply = (await seen()).find(({ step, field }) => step === 'handOver' && field === 'reply');
    expect(reply).toMatchObject({ step: 'handOver', field: 'reply', max: 300, now: null });
    expect(reply!.history.map(({ words, sinceOn, by }) => [words, sinceOn, by?.en])).toEqual([
      [null, '2026-11-19', 'centre chief'],
      [order.words, '2026-11-17', 'centre chief'],
    ]);
  });

  test.each<[string, Partial<SetTemplate>, string]>([
    ['a field that is not left to the district', { step: 'giveUp' }, 'template.no_such_field'],
    ['a procedure that does not exist', { procedureId: 'none' }, 'template.no_such_field'],
    ['a slot that nothing fills', { words: '{{phoneOfReader}} [[什么]]' }, 'template.strange_slot'],
    ['a text that leaves nothing to say', { words: '您的诉求已收悉，正在处理。' }, 'template.says_it_all'],
    ['more than fits', { words: `[[什么]]${'字'.repeat(300)}` }, 'template.too_long'],
    ['no reason', { reason: ' ' }, 'setting.no_reason'],
    ['no paper', { source: '' }, 'setting.no_reason'],
    ['yesterday', { sinceOn: '2026-11-15' }, 'setting.backwards'],
    ['no date', { sinceOn: 'soon' }, 'setting.backwards'],
  ])('%s is refused in words, and nothing is set', async (_, change, code) => {
    const before = await seen();
    const answer = await set(change);
    expect(answer).toMatchObject({ ok: false, code });
    const { zh, en } = sayRefusal(answer as never);
    expect(zh + en).not.toMatch(/\{\{(max|slot)|undefined/);
    expect(await seen()).toEqual(before);
  });

  test('nobody but the head of the centre words one', async () => {
    for (const who of [staff('centre'), staff('north', 'chief'), staff('main', 'chief')])
      expect(await set({}, '2026-11-16 12:00', who)).toMatchObject({ ok: false, code: 'template.not_yours' });
  });
});
