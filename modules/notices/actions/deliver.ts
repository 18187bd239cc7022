import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Channel, Sending } from '../../../platform/notify/channel.ts';
import { LEASE_MS } from '../../../platform/retry.ts';
import type { Work } from '../../../platform/work.ts';
import { calendarOf } from '../../matters/index.ts';
import { computeNextTry } from '../rules/next-try.ts';
import { deferNight } from '../rules/night.ts';
import { claimMessage, saveEnding, type Ending, type Message } from '../store/message-store.ts';
import { say, type Language } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import { reachOf, type Composed } from './reach.ts';
import { spreadNews } from './spread-news.ts';

export type Delivery = {
  /** Runs one piece of work of the timer in a transaction of its own. */
  readonly asTimer: <T>(run: (work: Work) => Promise<T>) => Promise<T>;
  readonly keys: () => Promise<DistrictKeys>;
  readonly channels: Readonly<Record<string, Channel>>;
  /** Where the site is for residents, without a slash at the end. */
  readonly siteUrl: string;
};

type Found = {
  readonly message: Message;
  readonly address?: string;
  readonly language: Language;
  readonly isWanted: boolean;
  readonly composed?: Composed;
};

/**
 * Sends the messages that are due (发送), one after the other, at most `most`; nobody is woken at night.
 *
 * A message is claimed in one transaction, sent, and marked in another. Two servers never have the same one at once. A crash
 * between sending and marking means that it is sent again under the same id when its lease is over: at least once, never lost.
 *
 * @returns how many tries were made
 */
export async function deliverMessages(delivery: Delivery, most = 100): Promise<number> {
  const keys = await delivery.keys();
  for (let news = 0; news < most; news += 1) if (!(await delivery.asTimer(spreadNews))) break;
  for (let tries = 0; tries < most; tries += 1) {
    const found = await delivery.asTimer((work) => claim(work, keys, delivery.siteUrl));
    if (!found) return tries;
    const ending = await sendOne(delivery, found);
    await delivery.asTimer((work) => mark(work, found.message, ending));
  }
  return most;
}

async function claim(work: Work, keys: DistrictKeys, siteUrl: string): Promise<Found | undefined> {
  if (deferNight(work.now, await calendarOf(work)) > work.now) return undefined;
  const message = await claimMessage(work, LEASE_MS);
  if (!message) return undefined;
  const reach = reachOf(message.procedureId);
  const isWanted = (await reach?.wants(work, message.matterId)) === message.channel;
  const address = await reach?.addressOf(work, message.matterId, message.channel, keys);
  const composed = isWanted ? await reach?.compose?.(work, message, { keys, siteUrl }) : undefined;
  const hasNews = composed !== undefined || reach?.compose === undefined;
  const language = (await reach?.languageOf?.(work, message.matterId)) ?? 'zh';
  return {
    message,
    language,
    isWanted: isWanted && hasNews,
    ...(address ? { address } : {}),
    ...(composed ? { composed } : {}),
  };
}

async function sendOne(
  { channels, siteUrl }: Delivery,
  { message, address, language, isWanted, composed }: Found,
): Promise<Ending | Sending> {
  if (!isWanted) return { state: 'unwanted' };
  if (!address) return { state: 'failed', error: 'noAddress' };
  const channel = channels[message.channel];
  if (!channel) return { ok: false, error: 'unreachable' };
  const { subject, text, headers } = composed ?? { ...wordsOf(message.number, siteUrl, language), headers: undefined };
  return channel.send({ id: message.id, address, subject, text, ...(headers ? { headers } : {}) });
}

/**
 * The words of a message to a resident (短信内容), in the language in which they chose it: the number of their matter and where to look,
 * and nothing else, because it passes through other people's hands. The code that opens the page is not in it.
 */
export function wordsOf(number: string, siteUrl: string, language: Language): { subject: string; text: string } {
  const url = `${siteUrl}/follow?number=${number}${language === 'zh' ? '' : `&language=${language}`}`;
  return {
    subject: say('notices', 'message.subject', { number })[language],
    text: say('notices', 'message.text', { number, url })[language],
  };
}

async function mark(work: Work, message: Message, ending: Ending | Sending): Promise<void> {
  if ('state' in ending) return saveEnding(work, message, ending);
  if (ending.ok) return saveEnding(work, message, { state: 'sent' });
  const { error } = ending;
  const next = computeNextTry(message.attempts, error, work.now);
  if (!next) return saveEnding(work, message, { state: 'failed', error });
  return saveEnding(work, message, { state: 'waiting', error, nextTryAt: deferNight(next, await calendarOf(work)) });
}
