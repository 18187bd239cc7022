import { expect, test } from 'vitest';
import { invented } from '../invented-deps.ts';
import { cookiesOf, hiddenIn, openInventedSite } from '../invented-site.ts';

const nasty = '</textarea><script>alert(1)</script> \u202E 👵🏽\n第二行';
const whole = {
  commandId: '0197c000-0000-4000-8000-00000000c0de',
  what: '路灯坏了',
  category: 'lighting',
  community: '620199001001',
  place: '3 号楼',
  phone: '',
  wantsPublic: 'yes',
};

test('says on the first page what is missing, at the field and at the top', async () => {
  const { post, seen } = openInventedSite();
  const { statusCode, body } = await post('/report/where', { commandId: whole.commandId, what: '  ' });
  expect(statusCode).toBe(422);
  expect(body).toContain('怎么了？');
  expect(body).toContain('href="#field-what"');
  expect(body).toMatch(/aria-invalid="true"/);
  expect(body).toMatch(/<title>\s*有地方要改/);
  expect(seen.raised).toEqual([]);
});

test('loses nothing of a text of 20,000 characters', async () => {
  const { post } = openInventedSite();
  const what = '灯'.repeat(20_000);
  const { statusCode, body } = await post('/report/where', { ...whole, what });
  expect(statusCode).toBe(422);
  expect(body).toContain(what);
  expect(hiddenIn(body)['place']).toBe('3 号楼');
});

test('carries everything from page to page and sends it once, escaped on the way', async () => {
  const { get, post, seen } = openInventedSite();
  const first = hiddenIn((await get('/report')).body);
  const where = await post('/report/where', { ...first, what: nasty, category: 'lighting' });
  expect(where.body).toContain('在哪里？');
  expect(where.body).not.toContain('<script>alert');
  const carried = { ...hiddenIn(where.body), what: nasty, community: '620199001001', place: '3 号楼 <b>' };
  const send = await post('/report/send', carried);
  expect(send.body).toContain('看一看，送出去');
  expect(send.body).toContain('3 号楼 &lt;b&gt;');
  const last = {
    ...hiddenIn(send.body),
    category: 'lighting',
    what: nasty,
    place: '3 号楼 <b>',
    wantsPublic: ['no', 'yes'],
  };
  const receipts = await Promise.all([1, 2, 3].map(() => post('/receipt', last)));
  expect(receipts.map(({ headers }) => headers.location)).toEqual(Array(3).fill(`/receipt/${invented.number}`));
  expect(new Set(seen.raised.map(({ commandId }) => commandId))).toEqual(new Set([first['commandId']]));
  expect(seen.raised[0]).toMatchObject({ what: nasty, category: 'lighting', channel: 'site', wantsPublic: true });
});

test('keeps private what is not ticked', async () => {
  const { post, seen } = openInventedSite();
  await post('/receipt', { ...whole, wantsPublic: 'no' });
  expect(seen.raised[0]?.wantsPublic).toBe(false);
});

test('shows the receipt to the browser that sent it, and to no other', async () => {
  const { get, post } = openInventedSite();
  const sent = await post('/receipt', whole);
  expect(sent.statusCode).toBe(303);
  expect(sent.headers.location).not.toContain(invented.code);
  expect(sent.cookies.every((cookie) => cookie.httpOnly && cookie.sameSite === 'Lax')).toBe(true);
  const mine = await get(sent.headers.location!, cookiesOf(sent));
  expect(mine.body).toContain(invented.code);
  expect(mine.body).toContain('何晓燕');
  expect(mine.body).toContain('7月1日 24:00');
  expect(mine.headers['cache-control']).toBe('no-store');
  expect((await get(sent.headers.location!)).statusCode).toBe(404);
  expect((await get('/receipt/2607-00422-5', cookiesOf(sent))).body).not.toContain(invented.code);
  const forged = { cookie: cookiesOf(sent)['cookie']!.replaceAll('.sealed', '.forged') };
  expect((await get(sent.headers.location!, forged)).body).not.toContain(invented.code);
});

test('puts the receipt away after half an hour', async () => {
  let now = invented.now;
  const { get, post } = openInventedSite({ now: () => now });
  const sent = await post('/receipt', whole);
  now = new Date(now.getTime() + 31 * 60_000);
  expect((await get(sent.headers.location!, cookiesOf(sent))).body).toContain('回执已经收起来了');
});

test('goes back, and changes the language, without losing or checking anything', async () => {
  const { post } = openInventedSite();
  const back = await post('/report?page=what', { ...whole, what: '路', place: '3 号楼' });
  expect(back.statusCode).toBe(200);
  expect(back.body).toMatch(/<textarea[^>]*>\n路<\/textarea>/);
  expect(hiddenIn(back.body)).toMatchObject({ place: '3 号楼', commandId: whole.commandId });
  const english = await post('/report?page=where&language=en', whole);
  expect(english.body).toContain('Where is it?');
  expect(english.body).toContain('value="3 号楼"');
  expect(english.cookies[0]).toMatchObject({ name: 'language', value: 'en' });
});

test('finds the community by the name of an estate', async () => {
  const { post } = openInventedSite();
  const one = await post('/report/send', { ...whole, community: '', communityWords: '金湖花园' });
  expect(one.body).toContain('金湖社区');
  const several = await post('/report/send', { ...whole, community: '', communityWords: '花园' });
  expect(several.statusCode).toBe(422);
  expect(several.body.match(/type="radio"\s+name="community"/g)).toHaveLength(2);
  const none = await post('/report?page=where', { ...whole, community: '', communityWords: '月亮湾' });
  expect(none.body).toContain('没有找到“月亮湾”');
});

test('keeps photos by their id, drops one on demand, and says what is wrong with one', async () => {
  const { post, seen } = openInventedSite();
  const small = { name: 'photos', bytes: Buffer.from('a') };
  const { photos: _, ...first } = { ...whole, photos: undefined };
  const where = await post('/report/where', first, {
    uploads: [small, small, { name: 'photos', bytes: Buffer.alloc(0) }],
  });
  const ids = [...where.body.matchAll(/name="photos" value="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids).toHaveLength(2);
  expect(seen.photos).toBe(2);
  const dropped = await post('/report?page=what', { ...whole, photos: ids, drop: ids[0]! });
  expect(dropped.body).not.toContain(ids[0]);
  expect(dropped.body).toContain(`name="photos" value="${ids[1]}"`);
  const large = await post('/report/where', whole, { uploads: [small, { name: 'photos', bytes: Buffer.alloc(5000) }] });
  expect(large.statusCode).toBe(422);
  expect(large.body).toContain('照片太大');
  expect(large.body).toContain('照片 1：已收到');
  const many = await post('/report/where', whole, { uploads: Array.from({ length: 20 }, () => small) });
  expect(many.statusCode).toBe(200);
  expect(many.body.match(/name="photos"/g)).toHaveLength(8);
});

test('says why the whole request was refused, with everything still in the form', async () => {
  const message = { zh: '今天来的太多了，请明天再试。', en: 'Too many today.' };
  const { post } = openInventedSite({ raise: async () => ({ ok: false, code: 'request.too_many', message }) });
  const { statusCode, body } = await post('/receipt', whole);
  expect(statusCode).toBe(422);
  expect(body).toContain(message.zh);
  expect(hiddenIn(body)['commandId']).toBe(whole.commandId);
});

test('makes a new command when the hidden one was tampered with, and takes no unknown category or photo', async () => {
  const { post, seen } = openInventedSite();
  await post('/receipt', { ...whole, commandId: 'x', category: 'constructor', photos: ['x'] });
  expect(seen.raised[0]).toMatchObject({ category: 'other', photos: [] });
  expect(seen.raised[0]?.commandId).toMatch(/^[0-9a-f-]{36}$/);
});

test('opens at the community of a door sign', async () => {
  const { get } = openInventedSite();
  expect(hiddenIn((await get('/report?community=620199001001')).body)['community']).toBe('620199001001');
});

test('asks which place is meant when it may be several, keeps the answer, and asks again for another place', async () => {
  const { post, seen } = openInventedSite();
  const asked = await post('/report/send', { ...whole, place: '湖滨路口' });
  expect(asked.statusCode).toBe(422);
  expect(asked.body).toContain('是下面哪一处');
  expect(asked.body.match(/type="radio"\s+name="grid"/g)).toHaveLength(3);
  const answer = { ...hiddenIn(asked.body), community: whole.community, place: '湖滨路口', grid: '620199001001002' };
  const send = await post('/report/send', answer);
  expect(send.statusCode).toBe(200);
  expect(hiddenIn(send.body)).toMatchObject({ grid: '620199001001002' });
  await post('/receipt', hiddenIn(send.body));
  expect(seen.raised.at(-1)).toMatchObject({ grid: '620199001001002' });
  const elsewhere = await post('/receipt', { ...hiddenIn(send.body), place: '湖滨路尾' });
  expect(elsewhere.body).toContain('是下面哪一处');
  expect(seen.raised).toHaveLength(1);
  await post('/receipt', { ...answer, grid: 'none' });
  expect(seen.raised.at(-1)).toMatchObject({ grid: 'none' });
});

test('the code of a grid on a sign brings grid and community; a place in another grid overrules it', async () => {
  const { get, post, seen } = openInventedSite();
  expect((await get('/g/620199001001001')).headers.location).toBe('/report?grid=620199001001001');
  expect((await get('/g/%2F%2Fevil.example')).headers.location).toBe('/report');
  const first = hiddenIn((await get('/report?grid=620199001001001')).body);
  expect(first).toMatchObject({ community: '620199001001', grid: '620199001001001' });
  expect(hiddenIn((await get('/report?grid=620199001001999')).body)).toMatchObject({
    community: '620199001001',
    grid: '',
  });
  const draft = { ...whole, ...first, what: whole.what, place: '北边的门' };
  expect((await post('/report?page=where', draft)).body).toContain('您在“金湖社区第一网格”');
  await post('/receipt', draft);
  expect(seen.raised.at(-1)).toMatchObject({ grid: '620199001001001', community: '620199001001' });
  await post('/receipt', { ...draft, grid: '620199001001002', place: '东楼' });
  expect(seen.raised.at(-1)?.grid).toBe('');
  await post('/receipt', { ...draft, community: '620199001002' });
  expect(seen.raised.at(-1)?.grid).toBe('');
});

test('says before anything is sent that danger is for the telephone, and lets the person go on', async () => {
  const { post } = openInventedSite();
  const { statusCode, body } = await post('/report/where', { ...whole, what: '三楼着火了', community: '', place: '' });
  expect(statusCode).toBe(200);
  expect(body).toContain('有危险，先打电话');
  expect(body).toMatch(/role="alert"[\s\S]*href="tel:119"/);
  expect(body).toContain('action="/report/send"');
});

test('names the right channel with its own limit as a note; a matter of ours gets none', async () => {
  const { post } = openInventedSite();
  const elsewhere = await post('/report/where', { ...whole, what: '健身房不肯退款' });
  expect(elsewhere.body).toMatch(/role="note"[\s\S]*href="tel:12315"[\s\S]*那边的时限：7 个工作日/);
  const ours = await post('/report/where', { ...whole, what: '楼道灯坏了' });
  expect(ours.body).not.toContain('class="channels');
});

test('shows before sending what neighbours reported that may be the same, and joins in with one press and all that was written', async () => {
  const { post, seen } = openInventedSite();
  const send = await post('/report/send', { ...whole, phone: '13800000000', photos: [invented.photoId] });
  expect(send.body).toContain('是不是同一件');
  expect(send.body).toContain('就在同一片');
  const [, action] = /formaction="(\/report\/join\?number=[^"]+)"/.exec(send.body) ?? [];
  const draft = { ...hiddenIn(send.body), phone: '13800000000', what: whole.what };
  const [joined, again] = [await post(action!, draft), await post(action!, draft)];
  expect(joined.statusCode).toBe(303);
  expect(again.headers.location).toBe(joined.headers.location);
  expect(seen.joined).toHaveLength(2);
  expect(seen.joined[0]).toEqual(seen.joined[1]);
  expect(seen.joined[0]).toMatchObject({ words: whole.what, phone: '13800000000', photos: [invented.photoId] });
  expect(seen.joined[0]?.commandId).not.toBe(whole.commandId);
  expect(seen.raised).toEqual([]);
  const none = await post('/report/send', { ...whole, what: '水管漏了' });
  expect(none.body).not.toContain('/report/join');
});

test('proposes the kind from the words, takes a change, and proposes anew when the words change', async () => {
  const { post, seen } = openInventedSite();
  const report = { ...whole, category: 'other', what: '楼道灯不亮' };
  const send = await post('/report/send', report);
  expect(send.body).toMatch(/<option value="lighting"\s+selected/);
  const kept = { ...report, ...hiddenIn(send.body), what: report.what, category: 'lighting', proposed: 'lighting' };
  const other = await post('/report/send', { ...kept, what: '说不清的事情' });
  expect(other.body).toMatch(/<option value="other"\s+selected/);
  await post('/receipt', { ...kept, category: 'road' });
  expect(seen.raised.at(-1)).toMatchObject({ category: 'road' });
});
