import { z } from 'zod';
import { cleanText } from '../../../modules/matters/index.ts';
import { readTime } from './read-time.ts';

/** One earlier message with its reply (留言与答复), as the engine can take it. */
export type Appeal = {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly place: string;
  readonly openedAt: Date;
  readonly reply: { readonly at: Date; readonly text: string } | null;
};

/** Why a row stays out: it could not be told without inventing something. */
export type Fault =
  | 'notJson'
  | 'wrongShape'
  | 'sameId'
  | 'emptyText'
  | 'tooLong'
  | 'timeUnreadable'
  | 'replyTimeUnreadable'
  | 'replyBeforeMessage'
  | 'timeInFuture'
  | 'refused';
/** What is odd about a row that comes in all the same. */
export type Remark = 'noReply' | 'sameText' | 'replySaysNothing';

export type AppealReading =
  | { readonly ok: true; readonly appeal: Appeal; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly key: string; readonly fault: Fault };

const words = z.string().nullish();
const row = z.object({
  id: z.union([z.int().transform(String), z.string().regex(/^[\w.:-]{1,64}$/)]),
  title: words,
  detail: words,
  time: words,
  reply: words,
  reply_time: words,
});

const shortestText = 4;
const longestText = 5000;
const longestReply = 10_000;
const fields = Object.keys(row.shape);

/** Whether a line has the fields of this kind of file at all, whatever is in them. */
export function hasAppealFields(line: string): boolean {
  const value = parse(line);
  return typeof value === 'object' && value !== null && fields.every((field) => field in value);
}

/**
 * Reads one line of the file (读一行). Nothing is invented: a row whose times contradict each other, or whose reply has
 * no time, stays out, because each clock made of it would be untrue; one without a reply comes in as unanswered.
 *
 * @param now instants after it are not possible
 */
export function readAppeal(line: string, timeZone: string, now: Date): AppealReading {
  const value = parse(line);
  if (value === undefined) return { ok: false, key: '', fault: 'notJson' };
  const parsed = row.safeParse(value);
  if (!parsed.success) return { ok: false, key: '', fault: 'wrongShape' };
  const { id: key, ...given } = parsed.data;
  const refuse = (fault: Fault): AppealReading => ({ ok: false, key, fault });

  const title = cleanText(given.title ?? '');
  const detail = cleanText(given.detail ?? '');
  const replyText = cleanText(given.reply ?? '');
  const what = title === '' || detail.includes(title) ? detail : `${title}\n${detail}`.trim();
  if ([...what].length < shortestText) return refuse('emptyText');
  if ([...what].length > longestText || [...replyText].length > longestReply) return refuse('tooLong');

  const openedAt = readTime(given.time ?? '', timeZone);
  const repliedAt = readTime(given.reply_time ?? '', timeZone);
  if (!openedAt) return refuse('timeUnreadable');
  if (replyText !== '' && !repliedAt) return refuse('replyTimeUnreadable');
  if (repliedAt && repliedAt < openedAt) return refuse('replyBeforeMessage');
  if (openedAt > now || (repliedAt && repliedAt > now)) return refuse('timeInFuture');

  const reply = repliedAt && replyText !== '' ? { at: repliedAt, text: replyText } : null;
  const remarks: Remark[] = [];
  if (!reply) remarks.push('noReply');
  else if (saysNothing(reply.text)) remarks.push('replySaysNothing');
  return {
    ok: true,
    appeal: { key, title: title || detail, what, place: findPlace(what), openedAt, reply },
    remarks,
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The masked district a message names first, such as A3区; empty when it names none. */
const findPlace = (what: string): string => /[A-Z]\d{1,2}(?:区|县|市)/.exec(what)?.[0] ?? '';

const courtesies = [
  /[“"]?(?:UU\d+|网友)[”"]?/g,
  /(?:尊敬的)?(?:您|你)好/g,
  /(?:您的|你的)?(?:留言|来信|信件)?(?:已|均已)?(?:收悉|收到)/g,
  /感谢您?对?我?们?工作的[关心支持监督与和、]+/g,
  /\d{4}年\d{1,2}月\d{1,2}日/g,
  /[^\p{Script=Han}]/gu,
];

/** Whether nothing is left of a reply but a greeting, a thank-you, a date or that it came in. */
const saysNothing = (reply: string): boolean =>
  courtesies.reduce((left, courtesy) => left.replace(courtesy, ''), reply) === '';
