import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPublications } from '../../modules/requests/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { noScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown } from '../../tests/support/desk.ts';

type ListPublications = Parameters<typeof listPublications>[1];
let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  const desks = await sitDown(server);
  const texts = ['三楼楼道灯坏了', '楼道灯坏了又修好', '路灯一直亮着', '楼道里堆了纸箱，灯也坏'];
  for (const [n, what] of texts.entries()) {
    server.setNow(at(`2026-11-18 10:0${n}`));
    const report = { commandId: randomUUID(), what, photos: [], community: '990102001001', place: '3 号楼' };
    const body = { ...report, category: 'lighting', phone: '', wantsPublic: true };
    const { matterId } = (await server.ask('POST', '/api/public/requests', { body })).body;
    await desks.take('director', matterId, 'accept'); // then everybody may read it
  }
});
afterAll(() => server.close());

describe.each([
  ['rare words are collected', undefined],
  ['common words are looked for in the newest', 0],
])('searching what is public (公开诉求搜索): %s', (_, mostCollected) => {
  const page = async (ask: Partial<ListPublications>) => {
    const { db, districtId } = server.ground;
    const now = at('2026-11-18 11:00');
    const more = mostCollected === undefined ? {} : { mostCollected };
    const found = await inTransaction(db, { districtId, scope: noScope, actor: { kind: 'public' }, now }, (work) =>
      listPublications(work, { limit: 20, ...ask, ...more }),
    );
    if (!found.ok) throw new Error(found.code);
    return found.value;
  };
  const titles = async (ask: Partial<ListPublications>) => (await page(ask)).rows.map(({ title }) => title);

  test('finds words that stand together, the newest first, and nothing else', async () => {
    expect(await titles({ words: '楼道灯坏' })).toEqual(['楼道灯坏了又修好', '三楼楼道灯坏了']);
    expect(await titles({ words: '楼道' })).toHaveLength(3);
    expect(await titles({ words: '电梯' })).toEqual([]);
    expect(await titles({ words: '楼道', community: '990102001002' })).toEqual([]);
  });

  test('gives page after page', async () => {
    expect(await titles({ words: '楼道' })).toHaveLength(3);
    const first = await page({ words: '楼道', limit: 2 });
    const second = await page({ words: '楼道', limit: 2, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(await titles({ words: '楼道' }));
    expect(second.next).toBeNull();
  });
});
