import { expect, test } from 'vitest';
import { hiddenIn, openInventedSite } from '../invented-site.ts';
import { areaAt, drawMap, projectionOf } from './place-map.ts';

const whole = { commandId: '0197c000-0000-4000-8000-00000000c0de', what: '路灯坏了', phone: '', wantsPublic: 'yes' };

test('begins with a photo for whom likes it, then asks the place, then the words', async () => {
  const { get, post, seen } = openInventedSite();
  const first = await get('/report?first=photo');
  expect(first.body).toContain('第 1 步，共 4 步');
  expect(first.body).toContain('有危险，先打电话');
  const photo = [{ name: 'photos', bytes: Buffer.from('a') }];
  const where = await post('/report/where', { ...hiddenIn(first.body) }, { uploads: photo });
  expect(where.body).toContain('在哪里？');
  expect(hiddenIn(where.body)['photos']).toMatch(/^[0-9a-f-]{36}$/);
  const words = await post('/report/what', { ...hiddenIn(where.body), community: '620199001001', place: '3 号楼' });
  expect(words.body).toContain('第 3 步，共 4 步');
  const send = await post('/report/send', { ...hiddenIn(words.body), what: '这里着火了' });
  expect(send.body).toMatch(/role="alert"[\s\S]*href="tel:119"/);
  await post('/receipt', { ...hiddenIn(send.body), what: '这里着火了' });
  expect(seen.raised[0]).toMatchObject({
    what: '这里着火了',
    photos: [hiddenIn(where.body)['photos']],
    place: '3 号楼',
  });
});

test('goes from words to photo first and back with all that was written', async () => {
  const { post } = openInventedSite();
  const photo = await post('/report?page=photo', { ...whole, order: ['words', 'photo'] });
  expect(hiddenIn(photo.body)).toMatchObject({ what: '路灯坏了', order: 'photo' });
  const words = await post('/report?page=what', { ...hiddenIn(photo.body), order: ['photo', 'words'] });
  expect(words.body).toContain('第 1 步，共 3 步');
  expect(words.body).toMatch(/<textarea[^>]*>\n路灯坏了</);
});

test('large letters ask one thing a page, and the community only when the place does not say it', async () => {
  const { post } = openInventedSite();
  const large = { headers: { cookie: 'size=large' } };
  const photo = await post('/report/photo', whole, large);
  expect(photo.body).toContain('第 2 步，共 4 步');
  const where = await post('/report/where', whole, large);
  expect(where.body).not.toContain('<select');
  const unclear = await post('/report/send', { ...whole, place: '那边的门' }, large);
  expect(unclear.statusCode).toBe(422);
  expect(unclear.body).toContain('按您写的还不知道是哪个社区');
  expect(unclear.body).toContain('<select');
  const send = await post('/report/send', { ...whole, place: '东楼' }, large);
  expect(send.statusCode).toBe(200);
  expect(send.body).toMatch(
    /<details class="more"\s*>[\s\S]*name="category"[\s\S]*name="wantsPublic"[\s\S]*<\/details>/,
  );
});

test('finds the community by the place alone; asks where several are meant; takes one named in the words', async () => {
  const { post, seen } = openInventedSite();
  const found = await post('/report/send', { ...whole, place: '东楼门口' });
  expect(hiddenIn(found.body)['community']).toBe('620199001001');
  const named = await post('/report/send', { ...whole, place: '柳岸社区居委会对面' });
  expect(hiddenIn(named.body)['community']).toBe('620199001002');
  const asked = await post('/report/send', { ...whole, place: '湖滨路口' });
  expect(asked.statusCode).toBe(422);
  expect(asked.body).not.toContain('<select');
  await post('/receipt', { ...hiddenIn(asked.body), place: '湖滨路口', grid: '620199001002001' });
  expect(seen.raised.at(-1)).toMatchObject({ community: '620199001002', grid: '620199001002001' });
  const none = await post('/report/send', { ...hiddenIn(asked.body), place: '湖滨路口', grid: 'none' });
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('<select');
});

test('takes where the device is, in no address; words that say otherwise overrule it', async () => {
  const { post, seen } = openInventedSite();
  const here = await post('/report?page=where', { ...whole, here: '103.5,36.5,20' });
  expect(here.body).toContain('手机定位说您在“金湖社区第一网格”一带');
  expect(here.body).not.toContain('103.5');
  const draft = { ...hiddenIn(here.body), place: '北边的门' };
  await post('/receipt', draft);
  expect(seen.raised.at(-1)).toMatchObject({ community: '620199001001', grid: '620199001001001' });
});

test.each([
  ['200,36,20', '没有找到您的位置'],
  ['nonsense', '没有找到您的位置'],
  ['103.5,36.5,4000', '差一公里以上'],
  ['103.5,36.5,x', '差一公里以上'],
  ['10,50,20', '不在本区'],
])('says in words why %s does not help', async (here, words) => {
  const { post } = openInventedSite();
  const { body, statusCode } = await post('/report?page=where', { ...whole, here });
  expect(statusCode).toBe(200);
  expect(body).toContain(words);
  expect(hiddenIn(body)['grid']).toBe('');
});

test('a press on the map leads from sub-district to grid without a script, and names do the same', async () => {
  const { post, seen } = openInventedSite();
  const district = await post('/report?page=map', whole);
  expect(district.body).toContain('src="/report/map/620199"');
  // The left half of a map 280 wide is the first sub-district.
  const press = { 'narrow.x': '60', 'narrow.y': '60' };
  const communities = await post('/report?page=map&of=620199', { ...whole, ...press });
  expect(communities.body).toContain('雁滩街道：在哪一片');
  const grids = await post('/report?page=map&of=620199001', { ...whole, 'wide.x': '100', 'wide.y': '100' });
  expect(grids.body).toContain('金湖社区：在哪一片');
  expect(grids.body).toContain('金湖花园');
  const beside = await post('/report?page=map&of=620199001001', { ...whole, 'wide.x': '1', 'wide.y': '1' });
  expect(beside.body).toContain('您点在空白处了');
  const where = await post('/report?page=map&of=620199001001', { ...whole, pick: '620199001001001' });
  expect(where.body).toContain('您在地图上点的是“金湖社区第一网格”');
  await post('/receipt', { ...hiddenIn(where.body), place: '东楼后面' });
  expect(seen.raised.at(-1)).toMatchObject({ grid: '620199001001001' });
  const community = await post('/report?page=map&of=620199001001', { ...whole, pick: '620199001001' });
  expect(hiddenIn(community.body)).toMatchObject({ grid: '', gridFor: '' });
  expect(community.body).toMatch(/value="620199001001"\s+selected/);
});

test('a map of elsewhere, or of what has none, is not drawn', async () => {
  const { get, post } = openInventedSite();
  const drawn = await get('/report/map/620199001001');
  expect(drawn.headers['content-type']).toBe('image/svg+xml');
  expect(drawn.body).toContain('<polyline');
  for (const code of ['990102', '620199001001001', 'x'])
    expect((await get(`/report/map/${code}`)).statusCode).toBe(404);
  expect((await post('/report?page=map&of=110101', whole)).body).toContain('src="/report/map/620199"');
});

test('pixels and degrees agree, north is up, and a hole or a gap is no area', () => {
  const square = (west: number) =>
    [
      [
        [
          [west, 36],
          [west + 1, 36],
          [west + 1, 37],
          [west, 37],
        ],
      ],
    ] as const;
  const area = (code: string, west: number) => ({ code, nameZh: code, nameEn: code, outline: square(west) });
  const map = { areas: [area('a', 103), area('b', 105), { ...area('c', 0), outline: null }], roads: [] };
  const projection = projectionOf(map)!;
  const [x, y] = projection.toPixel([103.5, 36.9]);
  expect(y).toBeLessThan(projection.toPixel([103.5, 36.1])[1]);
  const [lon, lat] = projection.toPoint([x, y]);
  expect([lon, lat].map((n) => n.toFixed(6))).toEqual(['103.500000', '36.900000']);
  expect(areaAt(map, 560, [x, y])).toBe('a');
  expect(areaAt(map, 280, [x / 2, y / 2])).toBe('a');
  expect(areaAt(map, 560, projection.toPixel([104.5, 36.5]))).toBeUndefined();
  expect(drawMap({ areas: [], roads: [] })).toBeUndefined();
});
