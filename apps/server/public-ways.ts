import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Context } from '../../platform/http/context.ts';
import { noScope, type Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

/** Ways to work for the public, who sees nothing but what is public unless a scope is named. */
export function publicWays({ db, config, districtId, files, clock }: Ground) {
  const as: Context['as'] = (actor, scope, run) => inTransaction(db, { districtId, actor, scope, now: clock() }, run);
  const asPublic = <T>(run: (work: Work) => Promise<T>): Promise<T> => as({ kind: 'public' }, noScope, run);
  const ways = () => ({
    db,
    districtId,
    files,
    as,
    inScope: asPublic,
    keys: () => districtKeys(db, districtId, config.secret),
    now: clock(),
    maxPhotoBytes: config.photoBytes,
  });
  return { as, asPublic, ways };
}
