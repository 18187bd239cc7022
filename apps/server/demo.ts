import type { Kysely } from 'kysely';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { demoSignIns } from '../../db/demo/demo-sign-ins.ts';
import { playDemoMonth } from '../../db/demo/month.ts';
import { describeBodies, findPostsOf } from '../../modules/bodies/index.ts';
import type { DemoAccount } from '../../modules/access/index.ts';
import { findDistrict } from '../../modules/territory/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';

const asDemo = <T>(db: Kysely<Database>, now: Date, run: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction(db, { districtId: Number(demoDistrictId), scope: areaScope(''), actor: { kind: 'system', name: 'demo' }, now }, run);

/** Fills the invented district the first time, in one transaction: it is there whole or not at all. */
export async function ensureDemo(db: Kysely<Database>, now: Date): Promise<void> {
  await asDemo(db, now, async (work) => {
    if (await findDistrict(work)) return;
    process.stdout.write('正在建立演示区……\nFilling the demo district …\n');
    const loaded = await loadDemoDistrict(work);
    if (!loaded.ok) throw new Error(`the demo district could not be loaded: ${loaded.code}`);
    await playDemoMonth(work, { until: now });
  });
}

/** The ready sign-ins of the demo district, with who they are. */
export async function demoAccountsOf(db: Kysely<Database>, districtId: number): Promise<DemoAccount[]> {
  const ready = demoSignIns(computeDemoRows());
  return inTransaction(db, { districtId, scope: areaScope(''), actor: { kind: 'system', name: 'demo' }, now: new Date() }, async (work) => {
    const accounts: DemoAccount[] = [];
    for (const one of ready) {
      const post = (await findPostsOf(work, one.accountId)).find((held) => held.postId === one.postId);
      const [body] = post ? await describeBodies(work, [post.bodyId]) : [];
      if (!post || !body) continue; // someone whose appointment has ended can no longer be shown
      accounts.push({
        accountId: one.accountId,
        postId: one.postId,
        name: { zh: one.nameZh, en: one.nameEn },
        post: { zh: post.nameZh, en: post.nameEn },
        body: { zh: body.nameZh, en: body.nameEn },
        about: { zh: one.whoZh, en: one.whoEn },
      });
    }
    return accounts;
  });
}
