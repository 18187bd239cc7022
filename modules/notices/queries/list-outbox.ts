import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import '../words/index.ts';
import type { MessageView } from '../contract/views.ts';
import { countOutbox, loadOutbox } from '../store/message-store.ts';

const A_PAGE = 50;

/** Lists what waits in the outbox and what failed (待发与失败), for whoever runs it: neither addresses nor texts. */
export async function listOutbox(work: Work) {
  const { waiting, failed, oldestAt } = await countOutbox(work);
  const rows = await loadOutbox(work, A_PAGE);
  return {
    waiting,
    failed,
    oldestAt: oldestAt?.toISOString() ?? null,
    messages: rows.map(({ id, number, channel, state, attempts, madeAt, nextTryAt, error }): MessageView => ({
      id,
      number,
      channel,
      state,
      attempts,
      madeAt: madeAt.toISOString(),
      nextTryAt: nextTryAt?.toISOString() ?? null,
      error: error === null ? null : say('notices', `errors.${error}`),
    })),
  };
}
