import type { Work } from '../../../platform/work.ts';
import type { StandIn } from '../contract/post.ts';
import { loadStandIns } from '../store/deputy-store.ts';

/** Lists who stands in (代理) at `work.now` for these people, by post; nobody for those who are here. */
export const listStandIns = (work: Work, accountIds: readonly string[]): Promise<StandIn[]> =>
  loadStandIns(work, accountIds);
