import './words/index.ts';

export {
  byDayOfMonth,
  calendarDays,
  hours,
  sameDay,
  workingDays,
  workingHours,
  type Duration,
  type Length,
} from './kit/duration.ts';
export { body, choice, photos, rating, text, type Field, type Fields, type Visibility } from './kit/fields.ts';
export { defineProcedure, type Outcome, type Procedure } from './kit/define-procedure.ts';
export { allowed, denied, type Condition, type Facts, type Guard } from './kit/facts.ts';
export { faultsIn, type Fault } from './kit/check-procedure.ts';
export type { BodyRef, ClockRun, Input, Matter, WorkerRef } from './kit/matter.ts';
export { wordsOf, type Named } from './kit/named.ts';
export type { Asker } from './rules/asker.ts';
export { cleanText, shortenToTitle } from './rules/clean-text.ts';
export { foldForSearch, makeGrams, wordRuns } from './rules/grams.ts';
export { readMatterNumber } from './rules/matter-number.ts';
export { FaultyProcedure, installProcedures, ProcedureGone } from './rules/engine.ts';
export type { WorkingCalendar } from './rules/calendar.ts';
export { readInput, type FieldFault } from './rules/read-input.ts';
export {
  BodyView,
  ClockView,
  EntryView,
  FieldView,
  MatterPage,
  MatterRow,
  NamedView,
  Page,
  PathPoint,
  QueueView,
  RefusalView,
  StepOffer,
  WorkerView,
  queues,
  type QueueName,
} from './contract/views.ts';
export { mattersRoutes } from './contract/routes.ts';
export { openMatter, type FieldsRefused, type Opened, type OpenMatter } from './actions/open-matter.ts';
export { takeStep, type MovedOn, type StepDone, type TakeStep } from './actions/take-step.ts';
export {
  findRecount,
  noteRecounted,
  recomputeClocks,
  recomputeClocksOf,
  type Recount,
} from './actions/recompute-clocks.ts';
export { announceYear, setCalendarDay, setTimetable, type CalendarDay } from './actions/set-calendar.ts';
export { fireClocksOf, listMattersWithMisses } from './actions/fire-clocks.ts';
export { foldNextDay } from './actions/fold-digest.ts';
export { playHistory, type History, type PastStep } from './actions/play-history.ts';
export { listenToRecorded, type Recorded } from './actions/recorded.ts';
export { tellSubjectsBy } from './store/subject-source.ts';
export { storePhoto, type StoredPhoto } from './actions/store-photo.ts';
export { countQueues } from './queries/count-queues.ts';
export { listMatters, type ListMatters } from './queries/list-matters.ts';
export { findMatterPage, listEntriesSince } from './queries/get-matter-page.ts';
export { listStepBodies } from './queries/list-step-bodies.ts';
export { findPhoto } from './queries/find-photo.ts';
export {
  findProcedureView,
  listProcedures,
  sayDuration,
  viewProcedure,
  type ProcedureView,
} from './queries/view-procedure.ts';
export { findMatterArea, findRuling } from './queries/find-ruling.ts';
export { findSaid } from './queries/find-said.ts';
export type { Said } from './rules/said.ts';
export { sayFaults } from './queries/say-faults.ts';
export { listCounts } from './queries/list-counts.ts';
export { verifyTimelines, type Misfit, type Verified } from './queries/verify-timeline.ts';
export { verifyDigests, type DigestMisfit, type VerifiedDigests } from './queries/verify-digests.ts';
export { listDigests, listDigestYears, type DigestSpan } from './queries/list-digests.ts';
export { findReceiptProof, type DayProof, type ReceiptProof } from './queries/find-receipt-proof.ts';
export type { DayDigest } from './rules/digest-chain.ts';
export { readCursor, writeCursor } from './queries/cursor.ts';
export { calendarOf } from './store/ground-store.ts';
export { findMatterIdByNumber } from './store/matter-store.ts';
export type { MatterFace } from './store/matter-row.ts';
export { mattersHandlers, sayWhatChanged } from './routes.ts';
