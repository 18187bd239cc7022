import { z } from 'zod';
import { reportKinds } from './measure.ts';
import { JudgedView, ReachView } from './views.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const Count = z.number().int();
const Day = z.iso.date();

export const ReportOrder = z.object({
  commandId: z.uuid(),
  kind: z.enum(reportKinds),
  /** Any day of the week or month wanted. */
  day: z.iso.date(),
  area: z.string().max(18).optional(),
});
export type ReportOrder = z.infer<typeof ReportOrder>;

const Flow = z.object({ in: Count, ended: Count, missed: Count, reopened: Count });

/** Why a matter stands in the list of a report: it stood over a limit at the end, was opened again, or got a bad mark. */
export const whys = ['overdue', 'reopened', 'badMark'] as const;

/** What a report keeps: figures and names as of when it was made. No words of a matter, only its id and number. */
export const ReportContent = z.object({
  reach: ReachView.pick({ tier: true, area: true, name: true }),
  /** The body that had it made, which signs it. */
  office: Words,
  /** The basic facts of the area as a paragraph, as of when it was made; none of a body, and in reports made before it was there. */
  profile: Words.optional(),
  flow: Flow,
  /** Of the week or month before. */
  before: Flow,
  openBefore: Count,
  openAtEnd: Count,
  /** How it ended, by outcome. */
  ended: z.record(z.string(), Count),
  judged: JudgedView,
  days: z.array(Flow.extend({ day: Day })),
  parts: z.array(Flow.extend({ code: z.string(), name: Words, openAtEnd: Count })),
  kinds: z.array(z.object({ subject: z.string(), name: Words, now: Count, before: Count, reopened: Count })),
  matters: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      why: z.enum(whys),
      at: z.iso.datetime(),
      holder: Words,
      area: Words.nullable(),
    }),
  ),
  /** How many there were for each why, also those beyond the list. */
  mattersInAll: z.object({ overdue: Count, reopened: Count, badMark: Count }),
});
export type ReportContent = z.infer<typeof ReportContent>;

export const ReportHead = z.object({
  id: z.uuid(),
  kind: z.enum(reportKinds),
  from: Day,
  until: Day,
  madeAt: z.iso.datetime(),
  madeBy: Words,
  name: Words,
});
export type ReportHead = z.infer<typeof ReportHead>;

export const ReportView = ReportHead.extend({
  content: ReportContent,
  /** The matters of the list that the reader may open, with their titles, masked. */
  titles: z.record(z.string(), z.string()),
});
export type ReportView = z.infer<typeof ReportView>;
