import { v7 as uuidv7 } from 'uuid';
import { listenToRecorded } from '../../matters/index.ts';
import { PUBLIC_ANSWER, residentRequest } from '../../requests/index.ts';
import { communityOf, getToday } from '../../territory/index.ts';
import { maskDraft } from '../rules/disclosure.ts';
import { PUBLIC_NOTICE } from '../rules/disclosure-items.ts';
import { insertDisclosure } from '../store/disclosure-store.ts';

/**
 * Puts what was answered to everybody (公开答复) on the page of the community where the matter lies, masked, in the transaction of the
 * step; from there it is corrected and asked about like every notice.
 *
 * @source S182
 */
export function listenForPublicAnswers(): void {
  listenToRecorded('publicAnswers', async (work, { procedure, after, face, entries }) => {
    if (procedure.id !== residentRequest.id) return;
    for (const { content, words } of entries) {
      const by = content.by as { readonly accountId?: string; readonly postId?: string; readonly bodyId?: string };
      const said = words.find(({ name }) => name === 'publicAnswer')?.text;
      const areaCode = communityOf(after.areaCode);
      if (content['step'] !== PUBLIC_ANSWER || said === undefined || areaCode === undefined) continue;
      if (!by.accountId || !by.postId || !by.bodyId) continue;
      await insertDisclosure(work, {
        id: uuidv7(),
        areaCode,
        item: PUBLIC_NOTICE,
        period: await getToday(work),
        words: maskDraft({ words: said, rows: [] }).words,
        rows: null,
        fileId: null,
        corrects: null,
        reason: null,
        about: { matterId: after.id, number: face.number },
        accountId: by.accountId,
        postId: by.postId,
        bodyId: by.bodyId,
      });
    }
  });
}
