import { expect, test } from 'vitest';
import { followPage, invented, offers } from '../invented-deps.ts';
import { cookiesOf, hiddenIn, openInventedSite } from '../invented-site.ts';
import type { FollowPage, SiteDeps } from '../deps.ts';

const shown = { number: invented.number, code: invented.code };
const commandId = '0197c000-0000-4000-8000-00000000c0de';

async function following(over: Partial<FollowPage> = {}, deps: Partial<SiteDeps> = {}) {
  const site = openInventedSite({ follow: async () => followPage(over), ...deps });
  const cookies = cookiesOf(await site.post('/follow', shown));
  return { ...site, page: (path = '') => site.get(`/follow/${invented.number}${path}`, cookies), cookies };
}

const step = (name: string): string => `/follow/${invented.number}/steps/${name}`;

test('asks again after a wrong code, keeping what was typed, with nothing of it in the address', async () => {
  const { post } = openInventedSite();
  const wrong = await post('/follow', { ...shown, code: 'WRONG"><b>' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('编号或查询码不对');
  expect(wrong.body).toContain('value="WRONG&quot;&gt;&lt;b&gt;"');
  const right = await post('/follow', shown);
  expect(right.headers.location).toBe(`/follow/${invented.number}`);
});

test('shows nothing without the code: neither the page, nor a photo, nor a step', async () => {
  const { get, post, seen } = openInventedSite();
  expect((await get(`/follow/${invented.number}`)).headers.location).toBe(`/follow?number=${invented.number}`);
  expect((await get(`/follow/${invented.number}/photos/${invented.photoId}`)).statusCode).toBe(404);
  expect((await post(step('withdraw'), { commandId, sure: 'yes' })).statusCode).toBe(303);
  expect(seen.steps).toEqual([]);
});

test('shows who has it, until when, and what was done, but nothing internal', async () => {
  const { page } = await following();
  const { body, headers } = await page();
  expect(headers['cache-control']).toBe('no-store');
  for (const words of [
    '正在办',
    '马志强',
    '何晓燕',
    '0931-5550101',
    '还剩 2 个工作日 · 7月3日 18:00前',
    '电工看过了',
    'aria-current="step"',
  ])
    expect(body).toContain(words);
  expect(body).not.toContain('INTERNAL-MEMO');
  expect(body).toContain(`/photos/${invented.photoId}`);
  expect((await page(`/photos/${invented.photoId}`)).headers['content-type']).toBe('image/webp');
});

test('tells the end by its outcome, never only that it is closed', async () => {
  const ended = { stage: 'final', plain: { zh: '已办结', en: 'Settled' } } as const;
  expect((await (await following({ ...ended, outcome: 'solved' })).page()).body).toContain('<h1>已解决</h1>');
  expect((await (await following({ ...ended, outcome: 'explained' })).page()).body).toContain(
    '<h1>眼下解决不了，原因已说明</h1>',
  );
});

test('asks one question, and sends its answer as the step wants it', async () => {
  const { page, post, seen, cookies } = await following({ steps: [offers.rate, offers.withdraw] });
  const { body } = await page();
  expect(body.match(/class="question"/g)).toHaveLength(1);
  expect(body.match(/name="rating"/g)).toHaveLength(5);
  const form = hiddenIn(body);
  const sent = await post(
    step('rate'),
    { ...form, commandId, seenSeq: '3', solved: 'yes', rating: '5', words: '' },
    { headers: cookies },
  );
  expect(sent.headers.location).toBe(`/follow/${invented.number}?done=1`);
  expect(seen.steps).toEqual([{ step: 'rate', commandId, seenSeq: 3, input: { solved: 'yes', rating: 5 } }]);
});

test('asks about what the office said last, also when the person added words since', async () => {
  const [, , told] = followPage().timeline;
  const added = {
    ...told!,
    seq: 4,
    step: 'supplement',
    sentence: { zh: '反映人又补充了情况。', en: 'More was added.' },
  };
  const objected = { ...added, seq: 5, kind: 'publicity', step: null } as const;
  const { page } = await following({
    steps: [offers.rate, offers.supplement],
    timeline: [...followPage().timeline, added, objected],
  });
  const question = (await page()).body.match(/class="question"[^]*?<form/)?.[0];
  expect(question).toContain(told!.sentence.zh);
  expect(question).not.toContain('又补充了');
});

test('brings a refused answer back with its words, its faults and what happened meanwhile', async () => {
  const message = { zh: '请写一句哪里不满意。', en: 'Please say what is wrong.' };
  const { post, cookies } = await following(
    { steps: [offers.rate] },
    {
      takeStep: async () => ({
        ok: false,
        code: 'input.fields',
        message,
        fields: { words: { code: 'request.bad_rating_needs_words', message } },
        changedSince: followPage().timeline.slice(-1),
      }),
    },
  );
  const back = await post(
    step('rate'),
    { commandId, seenSeq: '2', solved: 'no', rating: '1', words: '<i>还是黑' },
    { headers: cookies },
  );
  expect(back.statusCode).toBe(422);
  expect(back.body).toContain('href="#field-rate-words"');
  expect(back.body).toContain('&lt;i&gt;还是黑');
  expect(back.body).toMatch(/value="1"\s+checked/);
  expect(back.body).toContain('又有了新进展');
  expect(hiddenIn(back.body)['commandId']).toBe(commandId);
});

test('asks a second time before what cannot be undone', async () => {
  const { post, seen, cookies } = await following();
  const asked = await post(step('withdraw'), { commandId, seenSeq: '3', reason: '好了' }, { headers: cookies });
  expect(asked.body).toContain('确定要“撤回”吗？');
  expect(seen.steps).toEqual([]);
  const sent = await post(step('withdraw'), hiddenIn(asked.body), { headers: cookies });
  expect(sent.statusCode).toBe(303);
  expect(seen.steps).toEqual([{ step: 'withdraw', commandId, seenSeq: 3, input: { reason: '好了' } }]);
});

test('adds photos to a step and takes no step that is not offered', async () => {
  const { post, seen, cookies } = await following({ steps: [offers.supplement] });
  const uploads = [{ name: 'photos', bytes: Buffer.from('a') }];
  await post(step('supplement'), { commandId, seenSeq: '3', supplement: '在东边' }, { headers: cookies, uploads });
  expect(seen.steps[0]?.input).toMatchObject({
    supplement: '在东边',
    photos: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
  });
  expect((await post(step('accept'), { commandId, seenSeq: '3' }, { headers: cookies })).statusCode).toBe(200);
  expect(seen.steps).toHaveLength(1);
});

test('shows who looked at the telephone number', async () => {
  const at = '2026-06-30T08:00:00Z';
  const name = (zh: string) => ({ zh, en: zh });
  const { page } = await following({
    reveals: [{ at, purpose: name('核实情况'), by: name('马志强'), body: name('金湖社区居委会') }],
  });
  expect((await page()).body).toContain('6月30日 16:00，金湖社区居委会的马志强看过，为的是：核实情况。');
});

test('says who stands in for the one who has it, and until when', async () => {
  const away = { deputy: { zh: '林洲', en: 'Lin Zhou' }, untilOn: '2026-07-10' };
  const body = {
    id: '0197c000-0000-7000-8000-000000000009',
    name: { zh: '金湖社区居委会', en: 'Jinhu' },
    phonePublic: null,
  };
  const worker = { name: { zh: '白松', en: 'Bai Song' }, post: null, body };
  const { page } = await following({ holder: { body, worker: { ...worker, away } } });
  expect((await page()).body).toContain('这几天外出，由林洲代办，到2026-07-10为止。');
});

test('forgets on demand, and by itself after twelve hours', async () => {
  let now = invented.now;
  const { page, post } = await following({}, { now: () => now });
  expect((await page()).statusCode).toBe(200);
  now = new Date(now.getTime() + 12 * 3_600_000);
  expect((await page()).statusCode).toBe(303);
  const forgotten = await post('/follow/forget', {});
  expect(forgotten.cookies.map(({ name, value }) => [name, value])).toEqual([
    ['follow', ''],
    ['receipt', ''],
  ]);
});

test('keeps several requests apart', async () => {
  const other = { matterId: '0197c000-0000-7000-8000-000000000002', number: '2607-00500-1' };
  const site = openInventedSite({
    showCode: async (number) => ({
      ok: true,
      value: { matterId: number === other.number ? other.matterId : invented.matterId },
    }),
    follow: async (matterId) =>
      followPage(matterId === other.matterId ? { id: other.matterId, number: other.number, title: '另一件' } : {}),
  });
  const first = cookiesOf(await site.post('/follow', shown));
  const both = cookiesOf(await site.post('/follow', { number: other.number, code: 'X' }, { headers: first }));
  expect((await site.get(`/follow/${other.number}`, both)).body).toContain('另一件');
  expect((await site.get(`/follow/${invented.number}`, both)).body).not.toContain('另一件');
});

test('shows the whole procedure with where the request stands, to whoever follows it and to nobody else', async () => {
  const { get, post } = openInventedSite();
  const signedIn = await post('/follow', { number: invented.number, code: invented.code });
  const page = await get(`/follow/${invented.number}`, cookiesOf(signedIn));
  expect(page.body).toContain(`src="/follow/${invented.number}/drawing"`);
  const drawing = await get(`/follow/${invented.number}/drawing`, cookiesOf(signedIn));
  expect([drawing.headers['content-type'], drawing.headers['cache-control']]).toEqual(['image/svg+xml', 'no-store']);
  expect(drawing.body).toContain('zh</text>');
  expect((await get(`/follow/${invented.number}/drawing`)).statusCode).toBe(404);
});
