import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Ask } from '../trial/ask.ts';
import type { Receipt } from './writer.ts';

const RETRY_MS = 100;

/** Chooses messages on the page where somebody follows their matter (短信通知), as a browser without script does, until it is done. */
export async function chooseMessages(ask: Ask, { number, code }: Receipt, isOver: () => boolean): Promise<void> {
  const post = async (path: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Answer> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await ask('POST', path, { cookie, form }).catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      if (isOver() && tries > 100) throw new Error(`messages for ${number} could not be chosen`);
      await wait(RETRY_MS);
    }
  };
  const opened = await post('/follow', { number, code });
  const cookie = String(opened.headers['set-cookie']).split(';')[0] as string;
  const chosen = await post(`/follow/${number}/messages`, { messages: 'sms', when: 'all' }, cookie);
  if (chosen.status !== 303) throw new Error(`messages for ${number} were refused: ${chosen.status}`);
}
