import type { Kysely } from 'kysely';
import { computeDemoRows } from '../../db/demo/demo-district.ts';
import { demoSignIns } from '../../db/demo/demo-sign-ins.ts';
import type { DemoAccount } from '../../modules/access/index.ts';
import { describeBodies, findPostsOf } from '../../modules/bodies/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';

/** The ready sign-ins of the demo district, with who they are. */
export async function demoAccountsOf(db: Kysely<Database>, districtId: number): Promise<DemoAccount[]> {
  const ready = demoSignIns(computeDemoRows());
  return inTransaction(
    db,
    { districtId, scope: areaScope(''), actor: { kind: 'system', name: 'demo' }, now: new Date() },
    async (work) => {
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
          about: { zh: one.canZh, en: one.canEn },
        });
      }
      return accounts;
    },
  );
}
