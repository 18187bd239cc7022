import { z } from 'zod';
import { NamedView } from '../../matters/index.ts';

export const noticeKinds = [
  'offered',
  'given',
  'step',
  'near',
  'missed',
  'turned',
  'unheld',
  'assigned',
  'entrusted',
] as const;
/** Asked to take it, given by ruling, a step, a limit that is near, one that was missed, one that turned into another matter, a matter that nobody holds, one that a colleague gave me, one for the officer of the body that has to act. */
export type NoticeKind = (typeof noticeKinds)[number];

export const channels = ['sms', 'wechat', 'mail'] as const;
export type ChannelName = (typeof channels)[number];

export const NoticeView = z.object({
  id: z.uuid(),
  kind: z.enum(noticeKinds),
  at: z.iso.datetime(),
  sentence: NamedView,
  matterId: z.uuid(),
  number: z.string(),
  title: z.string().describe('empty when the matter is no longer in my scope'),
  isRead: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const MessageView = z.object({
  id: z.uuid(),
  number: z.string(),
  channel: z.enum(channels),
  state: z.enum(['waiting', 'failed']),
  attempts: z.number().int(),
  madeAt: z.iso.datetime(),
  nextTryAt: z.iso.datetime().nullable(),
  error: NamedView.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;
