import type { Work } from '../../../platform/work.ts';
import { findMatterIdsOfPhone } from '../store/request-store.ts';

const most = 30;

/**
 * Lists the newest matters whose reporter left this telephone number (本人诉求), at most thirty.
 *
 * @param phoneIndex `blindIndex` of the number that the asker has just shown to be theirs
 */
export const listMattersOfPhone = (work: Work, phoneIndex: Uint8Array): Promise<string[]> =>
  findMatterIdsOfPhone(work, phoneIndex, most);
