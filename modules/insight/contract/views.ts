import { z } from 'zod';
import { measures, standings } from './measure.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const Count = z.number().int();
const Instant = z.iso.datetime();
const Day = z.iso.date();

/** What stands open of one part: how many, how many over a limit, and since when the first of those. */
const Stuck = z.object({ open: Count, overdue: Count, oldestDueAt: Instant.nullable() });

export const ReachView = z.object({
  tier: z.enum(['district', 'subdistrict', 'community', 'grid', 'body']),
  /** The code of the area; null for a body without one. */
  area: z.string().nullable(),
  name: Words,
  /** The areas above that the reader may open too, the highest first. */
  above: z.array(z.object({ code: z.string(), name: Words })),
});
export type ReachView = z.infer<typeof ReachView>;

export const StandingView = Stuck.extend({
  dueToday: Count,
  waiting: Count,
  onBooks: Count,
});
export type StandingView = z.infer<typeof StandingView>;

export const PlaceView = Stuck.extend({
  code: z.string(),
  name: Words,
  /** What lies in no part but in the area itself. */
  isOwn: z.boolean(),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const WeekView = z.object({ from: Day, until: Day, in: Count, ended: Count, missed: Count, reopened: Count });
export type WeekView = z.infer<typeof WeekView>;

export const JudgedView = z.object({
  answered: Count,
  /** How often each mark from 1 to 5 was given. */
  ratings: z.array(Count).length(5),
  said: z.object({ yes: Count, partly: Count, no: Count }),
  visited: z.object({ solved: Count, partly: Count, unsolved: Count, notReached: Count }),
  reopened: Count,
});
export type JudgedView = z.infer<typeof JudgedView>;

export const KindView = z.object({ subject: z.string(), name: Words, now: Count, before: Count, reopened: Count });
export type KindView = z.infer<typeof KindView>;

export const RepeatView = z.object({
  place: z.string(),
  area: Words.nullable(),
  kind: Words,
  n: Count,
  open: Count,
  firstAt: Instant,
  matters: z.array(z.object({ id: z.uuid(), number: z.string(), openedAt: Instant })),
});
export type RepeatView = z.infer<typeof RepeatView>;

export const OverviewView = z.object({
  reach: ReachView,
  at: Instant,
  standing: StandingView,
  places: z.array(PlaceView),
  holders: z.array(Stuck.extend({ id: z.uuid(), name: Words })),
  /** What the open ones wait for, by the state in which they stand. */
  reasons: z.array(Stuck.extend({ procedure: z.string(), state: z.string(), name: Words })),
  ages: z.array(z.object({ fromDays: Count, open: Count, overdue: Count })),
  weeks: z.array(WeekView),
  /** The days of `judged` and of `kinds.now`; `kinds.before` counts as many days before them. */
  lately: z.object({ from: Day, until: Day, beforeFrom: Day }),
  judged: JudgedView,
  kinds: z.array(KindView),
  /** The days in which the same place is looked for. */
  repeatDays: z.object({ from: Day, until: Day }),
  /** From how many on the district says so. */
  repeatsFrom: Count,
  /** How many days `repeatDays` are. */
  repeatsWithin: Count,
  repeats: z.array(RepeatView),
});
export type OverviewView = z.infer<typeof OverviewView>;

export const behindFigures = [...standings, ...measures] as const;
/** Which matters lie behind a figure: what it counts, and the part of it that was pressed. */
export const BehindAsk = z.object({
  of: z.enum(behindFigures),
  area: z.string().max(18).optional(),
  own: z.enum(['yes']).optional(),
  place: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional()
    .describe('a part of what a body holds, as its overview has it'),
  holder: z.uuid().optional(),
  procedure: z.string().max(60).optional(),
  state: z.string().max(60).optional(),
  fromDays: z.coerce.number().int().min(0).max(10_000).optional(),
  belowDays: z.coerce.number().int().min(0).max(10_000).optional(),
  detail: z.string().max(40).optional(),
  subject: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  after: z.string().max(200).optional(),
});
export type BehindAsk = z.infer<typeof BehindAsk>;

export const BehindRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  area: Words.nullable(),
  holder: Words,
  state: Words,
  openedAt: Instant,
  /** When it is due, while a limit runs. */
  dueAt: Instant.nullable(),
  /** When what is counted happened; null for what stands now. */
  at: Instant.nullable(),
});
export type BehindRow = z.infer<typeof BehindRow>;

export const BehindPage = z.object({
  reach: ReachView,
  /** The part of it that was asked for, where that is no area of the reader's own. */
  place: Words.nullable(),
  /** As many as the figure counts. */
  total: Count,
  /** Of those, counted here and handled elsewhere since: the reader may not open them. */
  elsewhere: Count,
  rows: z.array(BehindRow),
  next: z.string().nullable(),
});
export type BehindPage = z.infer<typeof BehindPage>;

export const WallView = z.object({
  reach: ReachView,
  at: Instant,
  standing: StandingView,
  today: z.object({ in: Count, ended: Count, missed: Count }),
  judged: JudgedView,
  lately: z.object({ from: Day, until: Day }),
  places: z.array(PlaceView),
});
export type WallView = z.infer<typeof WallView>;
