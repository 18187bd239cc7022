import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';
import { deferNight } from '../rules/night.ts';
import { requeueMessage } from '../store/message-store.ts';

/**
 * Puts a message that failed back into the queue (重新发送).
 *
 * @returns done, or the refusal `message.not_found`: there is none, or it has not failed
 */
export async function tryAgain(work: Work, id: string): Promise<Result<null>> {
  const at = deferNight(work.now, await calendarOf(work));
  return (await requeueMessage(work, id, at)) ? done(null) : refuse('message.not_found');
}
