import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInventedSite } from '../../apps/site/invented-site.ts';
import { checkTongue } from '../../apps/site/tongues/check-tongue.ts';
import { readTongues } from '../../apps/site/tongues/read-tongues.ts';
import words from '../../apps/site/words/zh.json' with { type: 'json' };

const { refusals: _, ...zh } = words;
const page = readFileSync('docs/how-to/add-a-language.md', 'utf8');
const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'linli-languages-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a words file where a server looks for it and opens the site. */
const siteWith = (text: string) => {
  writeFileSync(join(folder, 'one.json'), text);
  const found = readTongues(folder);
  return { ...found, site: openInventedSite({ tongues: found.tongues }) };
};
const asFile = (words: object, language: object = { tag: 'ug', name: 'ئۇيغۇرچە', direction: 'rtl' }) =>
  JSON.stringify({ language, words });

test('the example of the page is a words file, and the commands it names are there', () => {
  const read = checkTongue(example, zh);
  expect(read.head).toMatchObject({ tag: 'ug', direction: 'rtl', fallback: 'zh' });
  expect(read.findings.filter(({ kind }) => kind !== 'missing')).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  for (const [, script = ''] of page.matchAll(/npm run ([a-z-]+)/g)) expect(scripts).toHaveProperty(script);
});

test('a file in the folder is a language of the site: in the switch, chosen, remembered, kept through a form', async () => {
  const { site } = siteWith(asFile({ ...zh, home: { ...zh.home, title: 'ئۆيىڭىز ئالدىدىكى ئىش' } }));
  expect((await site.get('/')).body).toContain('<a href="/prefs?language=ug&amp;back=%2F" lang="ug">ئۇيغۇرچە</a>');
  const chosen = await site.get('/prefs?language=ug&back=/');
  expect(chosen.cookies[0]).toMatchObject({ name: 'language', value: 'ug' });
  const { body, headers } = await site.get('/', { cookie: 'language=ug' });
  expect(body).toMatch(/<html lang="ug"\s+dir="rtl"/);
  expect(body).toContain('ئۆيىڭىز ئالدىدىكى ئىش');
  expect(body).not.toContain('还没有译成');
  expect(headers['content-language']).toBe('ug');
  const form = await site.post('/report?page=what&language=ug', { what: '灯坏了' });
  expect(form.body).toContain('lang="ug"');
  expect(form.body).toContain('灯坏了');
});

test('what a file lacks, or fills otherwise, is said in the fallback language and counted at the foot of the page', async () => {
  const { site, notes } = siteWith(asFile({ home: { title: 'A', solved: '{{place}} {{nonsense}}' }, nothing: 'B' }));
  const { body } = await site.get('/', { cookie: 'language=ug' });
  expect(body).toContain('<h1>A</h1>');
  expect(body).toContain(zh.home.promise);
  expect(body).not.toContain('nonsense');
  expect(body).toMatch(/这一页有 \d+ 句还没有译成ئۇيغۇرچە/);
  expect(notes[0]).toMatch(/缺 \d+ 句，填空不符 1 句，多余 1 句/);
});

test.each([
  ['no JSON', '{'],
  ['no words', '{"language":{"tag":"ug","name":"x"}}'],
  ['no language there is', asFile(zh, { tag: 'not a tag', name: 'x' })],
  ['the place of one there is already', asFile(zh, { tag: 'zh-CN', name: 'x' })],
])('a file that holds %s is left out and said', (_, text) => {
  const { tongues, notes } = siteWith(text);
  expect(tongues).toEqual([]);
  expect(notes[0]).toContain('Cannot be used');
});

test('a complete file has nothing to say about', () => {
  expect(checkTongue(asFile(zh), zh).findings).toEqual([]);
  expect(readTongues(join(folder, 'nowhere'))).toEqual({ tongues: [], notes: [] });
});
