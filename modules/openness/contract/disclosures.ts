import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Rows = z.array(z.array(z.string().max(1000)).max(50)).max(1000);
const Draft = { words: z.string().max(20_000), rows: Rows };

const Owed = z.object({ period: z.string(), dueOn: z.iso.date(), isOverdue: z.boolean() });
export const DisclosureItemView = z.object({
  code: z.string(),
  topic: z.enum(['party', 'affairs', 'finance', 'service']),
  name: Named,
  by: Named,
  rhythm: z.enum(['month', 'quarter', 'year', 'whenItHappens']),
  withinWorkingDays: z.number().int(),
  basis: Named,
});
export type DisclosureItemView = z.infer<typeof DisclosureItemView>;

/** One entry as everybody reads it. */
export const DisclosureView = z.object({
  id: z.uuid(),
  item: DisclosureItemView,
  period: z.string(),
  words: z.string(),
  rows: Rows,
  file: z.object({ id: z.uuid(), mediaType: z.string(), bytes: z.number().int() }).nullable(),
  corrects: z.uuid().nullable(),
  reason: z.string().nullable(),
  about: z.string().nullable().describe('number of the public matter that it is about'),
  correctedBy: z.uuid().nullable(),
  by: Named,
  at: z.iso.datetime(),
});
export type DisclosureView = z.infer<typeof DisclosureView>;

/** What a community has disclosed and owes, as everybody reads it. */
export type CommunityDisclosures = {
  readonly items: readonly { readonly item: DisclosureItemView; readonly owed: readonly z.infer<typeof Owed>[] }[];
  readonly entries: readonly DisclosureView[];
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null;
};
/** One entry with all that was said of the same before and after, the oldest first. */
export type OneDisclosure = { readonly entry: DisclosureView; readonly history: readonly DisclosureView[] };

const QuestionPreview = z.object({
  question: z.string(),
  answer: z.string(),
  kept: z.array(z.object({ words: z.string(), message: Named })).describe('what was to be masked and is not, and why'),
});
export type QuestionPreview = z.infer<typeof QuestionPreview>;

const NoticeOfQuestion = z.object({
  id: z.uuid(),
  community: z.string().describe('12 digits'),
  words: z.string().describe('as everybody reads them'),
  at: z.iso.datetime(),
});
export type NoticeOfQuestion = z.infer<typeof NoticeOfQuestion>;

export const disclosureRoutes = {
  'GET /api/disclosures': route({
    permission: 'disclosures.read',
    summary:
      'What the communities in my reach have to disclose, what is due or overdue, and what my own published last',
    reply: z.object({
      today: z.iso.date(),
      mine: z.string().nullable().describe('the community for which I may publish'),
      items: z.array(DisclosureItemView),
      communities: z.array(
        z.object({ code: z.string(), name: Named, owed: z.array(Owed.extend({ item: z.string() })) }),
      ),
      entries: z.array(DisclosureView),
    }),
  }),
  'POST /api/disclosures/preview': route({
    permission: 'disclosures.publish',
    summary: 'How a disclosure will read in public, masked',
    body: z.object({
      ...Draft,
      item: z.string().max(50).optional().describe('looked at too, with its period, where it is said'),
      period: z.string().max(20).optional(),
    }),
    reply: z.object({ ...Draft, seen: z.string(), hasHidden: z.boolean() }),
  }),
  'GET /api/notice-questions/:id/notice': route({
    permission: 'matters.read',
    summary: 'The notice under which a question was asked',
    params: z.object({ id: z.uuid() }),
    reply: NoticeOfQuestion,
  }),
  'POST /api/notice-questions/:id/preview': route({
    permission: 'matters.step',
    summary: 'How a question under a notice and the answer being written will read in public, masked; nothing is kept',
    params: z.object({ id: z.uuid() }),
    body: z.object({ answer: z.string().max(10_000), hide: z.string().max(2000) }),
    reply: QuestionPreview,
  }),
  'POST /api/disclosures/files': route({
    permission: 'disclosures.publish',
    summary: 'Store a PDF or a picture until a disclosure names it',
    upload: true,
    reply: z.object({ id: z.uuid(), bytes: z.number().int() }),
  }),
  'POST /api/disclosures': route({
    permission: 'disclosures.publish',
    summary: 'Disclose something, or correct what was disclosed by a later entry',
    body: z.object({
      commandId: z.uuid(),
      item: z.string().max(50),
      period: z.string().max(20),
      ...Draft,
      fileId: z.uuid().nullable(),
      seen: z.string().max(100).describe('of the masked form that was looked at'),
      corrects: z.uuid().nullable(),
      reason: z.string().max(2000),
      about: z.string().max(40).default('').describe('number of the matter that a notice is about; empty: none'),
    }),
    reply: z.object({ id: z.uuid() }),
  }),
};
