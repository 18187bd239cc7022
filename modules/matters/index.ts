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
export {
  body,
  choice,
  count,
  day,
  matterNumber,
  photos,
  rating,
  text,
  type Field,
  type Fields,
  type Visibility,
} from './kit/fields.ts';
export {
  defineProcedure,
  type EvidenceKind,
  type OpensWhenMissed,
  type Outcome,
  type Procedure,
} from './kit/define-procedure.ts';
export { bodyRefOf } from './store/body-ref.ts';
export { openByWorker } from './actions/open-by-worker.ts';
export { mayBeAddressed } from './rules/may-be-chosen.ts';
export { mayOpenAtDesk } from './rules/may-open-at-desk.ts';
export { hasReply } from './rules/taken-up.ts';
export { tasksEnded } from './rules/task-moves.ts';
export { allowed, denied, type Condition, type Facts, type Guard } from './kit/facts.ts';
export { faultsIn } from './kit/check-procedure.ts';
export type { Fault } from './kit/fault.ts';
export type { BodyRef, ClockRun, Input, Matter, WorkerRef } from './kit/matter.ts';
export { wordsOf, type Named } from './kit/named.ts';
export type { Asker } from './rules/asker.ts';
export { cleanText, shortenToTitle } from './rules/clean-text.ts';
export { foldForSearch, makeGrams, wordRuns } from './rules/grams.ts';
export { evidenceFor } from './rules/need-evidence.ts';
export { readMatterNumber } from './rules/matter-number.ts';
export { FaultyProcedure, findProcedure, installProcedures, ProcedureGone } from './rules/engine.ts';
export { dateText, type WorkingCalendar } from './rules/calendar.ts';
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
export { deskRoutes } from './contract/desk.ts';
export { deskHandlers } from './routes/desk.ts';
export { notesRoutes } from './contract/notes.ts';
export { dayRoutes } from './contract/day.ts';
export { bulkRoutes } from './contract/bulk.ts';
export { listRoutes } from './contract/lists.ts';
export { dayHandlers, notesHandlers } from './routes/working-day.ts';
export { bulkHandlers } from './routes/bulk.ts';
export { listHandlers } from './routes/lists.ts';
export { sayToldBy } from './store/told-source.ts';
export { forgetLookers } from './store/watch-store.ts';
export { settingsRoutes } from './contract/settings.ts';
export { settingsHandlers } from './routes/settings.ts';
export { sayDuration } from './queries/view-settings.ts';
export { calendarRoutes } from './contract/calendar.ts';
export { calendarHandlers } from './routes/calendar.ts';
export { mattersRoutes } from './contract/routes.ts';
export { openMatter, type FieldsRefused, type Opened, type OpenMatter } from './actions/open-matter.ts';
export { notePublicity } from './actions/note-publicity.ts';
export { publicityNotes, type PublicityNote } from './kit/events.ts';
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
export { drawNextDay } from './actions/draw-next-day.ts';
export { findMattersNear, remindNearOf } from './actions/remind-near.ts';
export { findUntold, tellTakenUp } from './actions/tell-taken-up.ts';
export { findMattersToTurn, turnMissesOf } from './actions/turn-misses.ts';
export { foldNextDay } from './actions/fold-digest.ts';
export { playHistory, type History, type PastStep } from './actions/play-history.ts';
export { listenToRecorded, type Recorded } from './actions/recorded.ts';
export { tellSubjectsBy } from './store/subject-source.ts';
export { storePhoto, type StoredPhoto } from './actions/store-photo.ts';
export { MOST_COLLECTED } from './queries/words-where.ts';
export { countOpenIn } from './queries/count-open-in.ts';
export { countQueues } from './queries/count-queues.ts';
export { listMatters, type ListMatters } from './queries/list-matters.ts';
export { findTakenIn } from './queries/find-taken-in.ts';
export { findMatterPage, listEntriesSince } from './queries/get-matter-page.ts';
export { listBodiesConcerned } from './queries/list-bodies-concerned.ts';
export { newestProcedureNames } from './queries/newest-procedure-names.ts';
export { listStandings, type MatterStanding } from './queries/list-standings.ts';
export { listTitles } from './queries/list-titles.ts';
export { listStepBodies } from './queries/list-step-bodies.ts';
export { listMattersToPass, passMatter } from './actions/pass-area.ts';
export { findPhoto } from './queries/find-photo.ts';
export { findHeldProcedure } from './store/ground-store.ts';
export {
  drawProcedureAt,
  findProcedureView,
  listProcedures,
  viewProcedure,
  type ProcedureView,
} from './queries/view-procedure.ts';
export { findBodyRef, findCourse, findLivingOn, type Course } from './queries/find-course.ts';
export { findRuling } from './queries/find-ruling.ts';
export { findSaid } from './queries/find-said.ts';
export type { Said } from './rules/said.ts';
export { sayFaults } from './queries/say-faults.ts';
export { countFollowers } from './queries/count-followers.ts';
export { listAnswerFigures, type AnswerFigures } from './queries/list-answer-figures.ts';
export { amendProcedure } from './kit/amend-procedure.ts';
export { listUnheld, type Unheld } from './queries/list-unheld.ts';
export { findDraw, listDrawDays, verifyDraws, type DrawMisfit } from './queries/verify-draws.ts';
export { findCountMisfits, rebuildCounts, type CountMisfit } from './store/count-store.ts';
export { findScopeCountMisfits, foldScopeCounts, rebuildScopeCounts } from './store/scope-count-store.ts';
export { listCounts } from './queries/list-counts.ts';
export { verifyRows, type RowMisfit } from './queries/verify-rows.ts';
export { verifyTimelines, type Misfit, type Verified } from './queries/verify-timeline.ts';
export { verifyDigests, type DigestMisfit, type VerifiedDigests } from './queries/verify-digests.ts';
export { listDigests, listDigestYears, type DigestSpan } from './queries/list-digests.ts';
export { findReceiptProof, type DayProof, type ReceiptProof } from './queries/find-receipt-proof.ts';
export type { DayDigest } from './rules/digest-chain.ts';
export { readCursor, writeCursor } from './queries/cursor.ts';
export { calendarOf } from './store/ground-store.ts';
export { countSupporters, listSupporters } from './store/link-store.ts';
export { findCommandMatter } from './queries/find-command-matter.ts';
export { findMatterIdByNumber } from './store/matter-store.ts';
export type { MatterFace } from './store/matter-row.ts';
export { mattersHandlers, sayWhatChanged } from './routes.ts';
