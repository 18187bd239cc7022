import { z } from 'zod';

/** Words in both languages; the screen shows one. */
export const NamedView = z.object({ zh: z.string(), en: z.string() });
export type NamedView = z.infer<typeof NamedView>;

const Instant = z.iso.datetime().describe('an instant in UTC, ISO 8601');

export const BodyView = z.object({ id: z.uuid(), name: NamedView, phonePublic: z.string().nullable() });
export type BodyView = z.infer<typeof BodyView>;

export const WorkerView = z.object({
  name: NamedView,
  post: NamedView.nullable(),
  body: BodyView,
  /** Whose post it was, when the person only stood in (代理). */
  deputyFor: NamedView.optional(),
  /** Who stands in today, and until the end of which day; absent while the person is here. */
  away: z.object({ deputy: NamedView, untilOn: z.iso.date() }).optional(),
});
export type WorkerView = z.infer<typeof WorkerView>;

export const standings = ['inTime', 'near', 'missed', 'paused', 'met', 'metLate', 'dropped'] as const;

/** A limit that the district set otherwise: since when, and the paper that says so. */
export const SetHere = z.object({
  limit: NamedView,
  since: z.string(),
  source: z.string(),
  by: NamedView.nullable().describe('who set it'),
});
export type SetHere = z.infer<typeof SetHere>;

/** A clock as a person reads it: what runs, how much is left, what happens when it is missed, and by which rule. */
export const ClockView = z.object({
  clock: z.string(),
  run: z.number().int(),
  name: NamedView,
  standing: z.enum(standings),
  limit: z.object({
    unit: z.enum(['workingDays', 'workingHours', 'calendarDays', 'hours', 'sameDay', 'dayOfMonth']),
    amount: z.number(),
  }),
  startedAt: Instant,
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Time left, or time gone by since a missed due instant; absent when the clock stands still or has ended. */
  left: z
    .object({
      unit: z.enum(['workingDays', 'calendarDays', 'workingHours', 'hours', 'minutes']),
      amount: z.number().int(),
    })
    .nullable(),
  pauses: z.array(z.object({ from: Instant, to: Instant.nullable() })),
  /** How often and by how much it was made longer; `limit` is the length before. */
  extensions: z.array(
    z.object({
      at: Instant,
      unit: z.enum(['workingDays', 'workingHours', 'calendarDays', 'hours']),
      amount: z.number(),
    }),
  ),
  provisional: z.boolean(),
  remindsWhenNear: z.array(NamedView),
  tellsWhenMissed: z.array(NamedView),
  turnsInto: NamedView.nullable().describe('what a miss turns into'),
  setHere: SetHere.nullable().describe('what this district set itself, when it holds for this run'),
  basis: NamedView,
  basisKind: z.enum(['law', 'localSetting']),
  since: z.string(),
});
export type ClockView = z.infer<typeof ClockView>;

export const stages = ['open', 'waiting', 'final'] as const;
export type Stage = (typeof stages)[number];

/** One line of a list: number, what, where, holder, clock, last event. */
export const MatterRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  place: z.string(),
  community: NamedView.nullable(),
  state: z.string(),
  stateName: NamedView,
  stage: z.enum(stages),
  outcome: z.string().nullable(),
  holder: z.object({ body: NamedView, person: NamedView.nullable() }),
  offeredTo: NamedView.nullable(),
  clock: ClockView.nullable(),
  seq: z.number().int(),
  watched: z.boolean().describe('whether the one who asks put their star on it'),
  openedAt: Instant,
  lastAt: Instant,
});
export type MatterRow = z.infer<typeof MatterRow>;

export const FieldView = z.object({
  name: z.string(),
  kind: z.enum(['text', 'choice', 'body', 'photos', 'rating', 'day', 'matter', 'count']),
  label: NamedView,
  optional: z.boolean(),
  visible: z.enum(['public', 'reporter', 'internal']),
  asker: NamedView.optional().describe('who sees it too, as the procedure calls them'),
  min: z.number().int().nullable(),
  max: z.number().int().nullable(),
  options: z.array(z.object({ value: z.string(), label: NamedView })),
  bodyKinds: z
    .array(NamedView)
    .optional()
    .describe('which kinds of bodies may be chosen; absent where it asks for none'),
  start: z
    .object({ text: z.string(), since: z.string(), source: z.string() })
    .optional()
    .describe('how this district begins such an answer, with the facts of this matter filled in'),
});
export type FieldView = z.infer<typeof FieldView>;

export const RefusalView = z.object({ code: z.string(), message: NamedView });
export type RefusalView = z.infer<typeof RefusalView>;

/** A step that leaves the present state: what it asks for, and the reason when this person may not take it. */
export const StepOffer = z.object({
  step: z.string(),
  name: NamedView,
  by: NamedView,
  weighs: z.boolean(),
  isAside: z.boolean().describe('takes it off its path: to another matter or office, or back; shown folded'),
  refusal: RefusalView.nullable(),
  fields: z.array(FieldView),
  says: NamedView.describe(
    'the sentence that will stand on the timeline, as far as it is known before; … for what is not',
  ),
  saysWhom: z.boolean().describe('each … in the sentence stands for the body that is chosen'),
  needs: NamedView.nullable().describe('what shows it, for a matter of this kind; one of them is enough'),
});
export type StepOffer = z.infer<typeof StepOffer>;

export const EntryView = z.object({
  seq: z.number().int(),
  at: Instant,
  kind: z.enum([
    'opened',
    'stepTaken',
    'clockMissed',
    'dueMoved',
    'areaPassed',
    'linked',
    'taskMoved',
    'drawnForVisit',
    'turnedInto',
    'publicity',
    'assigned',
  ]),
  step: z.string().nullable(),
  sentence: NamedView,
  by: z.object({ role: NamedView, worker: WorkerView.nullable() }),
  words: z.array(
    z.object({
      name: z.string(),
      label: NamedView,
      text: z.string(),
      visible: z.enum(['public', 'reporter', 'internal']),
    }),
  ),
  choices: z.array(z.object({ name: z.string(), label: NamedView, value: NamedView })),
  rating: z.number().int().nullable(),
  photos: z.array(z.object({ id: z.uuid(), width: z.number().int(), height: z.number().int() })),
  tells: z.array(NamedView),
});
export type EntryView = z.infer<typeof EntryView>;

export const linkKinds = ['duplicateOf', 'mergedInto', 'supports', 'partOf', 'taskOf', 'takesUp'] as const;

/** Another matter that this one leads to, or that leads to this one. */
export const LinkView = z.object({
  kind: z.enum(linkKinds),
  isAhead: z.boolean().describe('this one leads to the other'),
  number: z.string(),
  id: z.uuid().nullable().describe('null when the other is not mine to see'),
  title: z.string().nullable(),
});
export type LinkView = z.infer<typeof LinkView>;

/** What another body has to do for this matter, and how it stands. */
export const TaskView = z.object({
  id: z.uuid().nullable().describe('null when the task is not mine to see'),
  number: z.string(),
  title: z.string().nullable().describe('what it is to do; null when it is not mine to see'),
  procedure: NamedView,
  body: NamedView,
  stateName: NamedView,
  stage: z.enum(stages),
  chosen: z.array(NamedView).describe('what was chosen when it was given: leads or assists'),
  outcome: z.string().nullable(),
  isExplained: z.boolean().describe('explained why not, where the name of its state does not say so'),
  said: z
    .array(z.object({ label: NamedView, text: z.string() }))
    .describe('what was written in it since, in that order; empty when it is not mine to see'),
  clock: ClockView.nullable(),
  missed: z.number().int().nullable().describe('how many of its limits ran out; null when it is not mine to see'),
});
export type TaskView = z.infer<typeof TaskView>;

/** What those who joined in said of the answer that stands, beside the asker's own rating. */
export const SupportView = z.object({
  joined: z.number().int(),
  confirmed: z.number().int(),
  denied: z.number().int(),
});
export type SupportView = z.infer<typeof SupportView>;

/** How a matter like this one was ruled before, without a word about whose it was. */
export const PrecedentView = z.object({
  at: Instant,
  subject: z.string().describe('what kind of matter, in the codes of its procedure'),
  ruledTo: NamedView,
  /** Bodies that had it or were asked to take it, in that order. */
  askedBefore: z.array(NamedView),
  reason: z.string().nullable().describe('masked; null when it was erased'),
});
export type PrecedentView = z.infer<typeof PrecedentView>;

/** The procedure as a short line with where we are. */
export const PathPoint = z.object({
  state: z.string(),
  name: NamedView,
  plain: NamedView,
  standing: z.enum(['done', 'now', 'next']),
});
export type PathPoint = z.infer<typeof PathPoint>;

/** How long a matter that has ended is kept. */
export const ArchiveView = z.object({ years: z.number().int(), untilOn: z.iso.date() });

export const MatterPage = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  place: z.string(),
  areaPath: z.array(NamedView),
  procedure: z.object({ id: z.string(), version: z.number().int(), name: NamedView }),
  state: z.string(),
  stateName: NamedView,
  plain: NamedView,
  stage: z.enum(stages),
  outcome: z.string().nullable(),
  archive: ArchiveView.nullable(),
  openedAt: Instant,
  seq: z.number().int(),
  firstContact: WorkerView,
  holder: z.object({ body: BodyView, worker: WorkerView.nullable() }),
  offer: z.object({ to: BodyView, from: BodyView }).nullable(),
  heldBefore: z.array(NamedView),
  hops: z.number().int(),
  reopenings: z.number().int(),
  clocks: z.array(ClockView),
  path: z.array(PathPoint),
  timeline: z.array(EntryView),
  links: z.array(LinkView),
  tasks: z.array(TaskView),
  support: SupportView,
  steps: z.array(StepOffer),
  watched: z.boolean().describe('whether the one who asks put their star on it'),
});
export type MatterPage = z.infer<typeof MatterPage>;

export const queues = [
  'askedOfMe',
  'returned',
  'toAccept',
  'toSign',
  'toDecide',
  'toCheck',
  'toVisit',
  'onBooks',
  'dueToday',
  'overdue',
  'handling',
  'firstContact',
  'awaiting',
  'watched',
  'open',
  'newest',
] as const;
export type QueueName = (typeof queues)[number];

export const QueueView = z.object({
  queue: z.enum(queues),
  n: z.number().int(),
});
export type QueueView = z.infer<typeof QueueView>;

export const Page = z.object({
  rows: z.array(MatterRow),
  next: z.string().nullable().describe('pass as `after` for the next page'),
});
export type Page = z.infer<typeof Page>;
