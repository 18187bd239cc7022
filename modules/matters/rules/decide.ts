import { done, refuse, type Result } from '../../../platform/result.ts';
import type { ClockMissed, Held, Opened, OpenedByStep, StepTaken } from '../kit/events.ts';
import { allowed, denied, type Allowed, type Denied, type Facts, type TakenUp } from '../kit/facts.ts';
import type { Branch, Move, Procedure, Step, Target } from '../kit/define-procedure.ts';
import type { BodyRef, Input, Matter, WorkerRef } from '../kit/matter.ts';
import { asByLine, roleOf, type Asker } from './asker.ts';
import type { WorkingCalendar } from './calendar.ts';
import { decideDay } from './choose-day.ts';
import { decideExtension, mayExtend, type ExtensionRefusal } from './extend-clock.ts';
import { decideLink, type LinkRefusal, type OtherMatter } from './link-matters.ts';
import { showsEvidence } from './need-evidence.ts';

/** Bodies a transfer may go to, looked up before the decision; absent ones don't exist in this district. */
export type Targets = Partial<Record<Target, BodyRef>>;

export type Command = {
  readonly step: string;
  readonly input: Input;
  readonly by: Asker;
  readonly targets: Targets;
  /** The matter that the step would tie this one to; absent when there is none in the scope. */
  readonly other?: OtherMatter;
  /** The matter that was opened for this step, in the same transaction. */
  readonly opened?: OpenedByStep;
  readonly takenUp?: TakenUp;
};

export type StepRefusal =
  | 'step.unknown'
  | 'step.not_in_this_state'
  | 'step.not_yours'
  | 'step.used_up'
  | 'visit.not_drawn'
  | 'supporter.said_already'
  | 'evidence.missing'
  | 'day.out_of_bounds'
  | LinkRefusal
  | 'transfer.no_such_body'
  | 'transfer.to_holder'
  | ExtensionRefusal;

/**
 * Says whether a step may be begun by this asker now (能否办理), before anything is filled in, and if not, why. Screens
 * offer or grey their buttons by it; {@link decideStep} asks it again.
 *
 * @returns allowed, or denied with `step.not_in_this_state`, `step.not_yours`, `step.used_up`, `visit.not_drawn`,
 *   `supporter.said_already`, a refusal of {@link mayExtend}, or the code of the guard that said no
 */
export function mayBegin(
  procedure: Procedure,
  matter: Matter,
  name: string,
  by: Asker,
  now: Date,
  takenUp?: TakenUp,
): Allowed | Denied {
  const step = procedure.steps[name];
  if (!step) return denied('step.unknown', { step: name });
  const state = procedure.states[matter.state];
  if (!step.from.includes(matter.state))
    return denied('step.not_in_this_state', {
      stepZh: step.zh,
      stepEn: step.en,
      stateZh: state?.zh ?? '',
      stateEn: state?.en ?? '',
    });
  if (!roleOf(procedure, step.by, matter, by)) return denied('step.not_yours', namesOf(procedure, step));
  const limited = isWithinTimes(step, matter, name, by);
  if (!limited.allowed) return limited;
  const facts: Facts = { matter, input: {}, now, ...(takenUp ? { takenUp } : {}) };
  const extension = mayExtend(procedure, step, facts);
  if (!extension.allowed) return extension;
  for (const guard of step.onlyIf ?? []) {
    const answer = guard.mayBegin?.(facts) ?? allowed;
    if (!answer.allowed) return answer;
  }
  return allowed;
}

function isWithinTimes(step: Step, matter: Matter, name: string, by: Asker): Allowed | Denied {
  const { times } = step;
  if (times !== undefined && (matter.taken[name] ?? 0) >= times)
    return denied('step.used_up', { times, stepZh: step.zh, stepEn: step.en });
  if (step.visits && matter.drawnOn === null) return denied('visit.not_drawn');
  if (by.kind === 'supporter' && by.saidAt && matter.answeredAt && by.saidAt >= matter.answeredAt)
    return denied('supporter.said_already');
  return allowed;
}

function namesOf(procedure: Procedure, step: Step) {
  const roles = step.by.flatMap((name) => procedure.roles[name] ?? []);
  return { whoZh: roles.map((role) => role.zh).join('、'), whoEn: roles.map((role) => role.en).join(' or ') };
}

/**
 * Decides one step of a matter (办理一步): the event that happens, or the refusal. Reads no clock and no database.
 *
 * @param command the step, its checked input, who asks, and the bodies a transfer could go to
 * @param now the instant of asking; an instant before the last entry counts as that entry's
 * @returns the event, or a refusal: `step.unknown`, `step.not_in_this_state`, `step.not_yours`,
 *   `transfer.no_such_body`, `transfer.to_holder`, `limit.not_running`, `limit.already_overdue`,
 *   `limit.already_extended`, `limit.extension_too_long`, `evidence.missing`, `day.out_of_bounds`, those of
 *   {@link decideLink}, or the code of a guard
 */
export function decideStep(
  procedure: Procedure,
  matter: Matter,
  command: Command,
  now: Date,
  calendar: WorkingCalendar,
): Result<StepTaken, StepRefusal | (string & {})> {
  const at = now < matter.lastAt ? matter.lastAt : now;
  const { takenUp } = command;
  const begin = mayBegin(procedure, matter, command.step, command.by, at, takenUp);
  if (!begin.allowed) return refuse(begin.code, begin.details);
  const step = procedure.steps[command.step] as Step;

  const facts: Facts = { matter, input: command.input, now: at, ...(takenUp ? { takenUp } : {}) };
  for (const guard of step.onlyIf ?? []) {
    const answer = guard.checksInput?.(facts) ?? allowed;
    if (!answer.allowed) return refuse(answer.code, answer.details);
  }
  const branch = chooseBranch(step, matter, facts);
  const evidence = showsEvidence(procedure, matter.subject, branch.concludes, command.input);
  if (!evidence.allowed) return refuse(evidence.code, evidence.details);
  const day = decideDay(step, facts, calendar);
  if (!day.ok) return day;
  const link = decideLink(step, matter, command.other);
  if (!link.ok) return link;
  const held = holdAfter(branch.moves, matter, command);
  if (!held.ok) return held;
  const extension = decideExtension(procedure, step, facts, calendar);
  if (!extension.ok) return extension;

  return done({
    kind: 'stepTaken',
    seq: matter.seq + 1,
    at,
    by: asByLine(roleOf(procedure, step.by, matter, command.by) as string, command.by),
    step: command.step,
    from: matter.state,
    to: branch.to,
    ...(held.value ? { held: held.value } : {}),
    ...(branch.concludes === undefined ? {} : { concludes: branch.concludes }),
    ...(branch.reopens ? { reopens: true } : {}),
    ...(extension.value ? { extended: extension.value } : {}),
    ...(day.value ? { sets: day.value } : {}),
    ...(link.value ? { link: link.value } : {}),
    ...(command.opened ? { opened: command.opened } : {}),
    input: command.input,
  });
}

function chooseBranch(step: Step, matter: Matter, facts: Facts): Branch {
  const own = {
    ...(step.moves ? { moves: step.moves } : {}),
    ...(step.concludes === undefined ? {} : { concludes: step.concludes }),
    ...(step.reopens ? { reopens: true as const } : {}),
  };
  if (step.to === 'same') return { to: matter.state, ...own };
  if (typeof step.to === 'string') return { to: step.to, ...own };
  const chosen = step.to.find((branch) => !branch.when || branch.when.holds(facts));
  if (!chosen) throw new Error('a step whose branches all have conditions: the checker should have refused it');
  return { ...own, ...chosen, to: chosen.to === 'same' ? matter.state : chosen.to };
}

function holdAfter(
  move: Move | undefined,
  matter: Matter,
  command: Command,
): Result<Held | null, 'transfer.no_such_body' | 'transfer.to_holder'> {
  const { holder, cameFrom, hops, offer } = matter;
  if (!move) return done(null);
  if ('offerTo' in move) {
    const to = command.targets[move.offerTo];
    if (!to) return refuse('transfer.no_such_body');
    if (to.bodyId === holder.bodyId && move.offerTo !== 'decider') return refuse('transfer.to_holder');
    return done({ holder, offer: { to, fromBodyId: holder.bodyId }, cameFrom, hops: hops + 1 });
  }
  if ('lapse' in move) return done({ holder, offer: null, cameFrom, hops });
  if ('take' in move) {
    const accountId = command.by.kind === 'worker' ? command.by.accountId : holder.accountId;
    if (!offer) return done({ holder: { ...holder, accountId }, offer: null, cameFrom, hops });
    const moved = offer.to.bodyId !== holder.bodyId;
    return done({
      holder: { bodyId: offer.to.bodyId, kind: offer.to.kind, accountId },
      offer: null,
      cameFrom: moved ? [...cameFrom, holder.bodyId] : cameFrom,
      hops,
    });
  }
  const to = command.targets.chosen;
  if (!to) return refuse('transfer.no_such_body');
  const moved = to.bodyId !== holder.bodyId;
  return done({
    holder: { bodyId: to.bodyId, kind: to.kind, accountId: to.headAccountId },
    offer: null,
    cameFrom: moved ? [...cameFrom, holder.bodyId] : cameFrom,
    hops,
  });
}

export type Opening = {
  readonly by: Asker;
  readonly role: string;
  readonly areaCode: string;
  readonly firstContact: WorkerRef;
  readonly keeper: BodyRef;
  readonly input: Input;
  readonly subject?: string;
  /** Taken over from an earlier record: nobody has to accept it any more. */
  readonly fromRecord?: boolean;
  /** The day chosen for the limit that begins with it. */
  readonly sets?: NonNullable<Opened['sets']>;
};

/**
 * Decides how a matter begins (登记): the first contact answers for it from this instant, and the body that has to
 * accept it already keeps it, so that nobody holds nothing.
 */
export function decideOpening(procedure: Procedure, opening: Opening, now: Date): Opened {
  const { keeper } = opening;
  const state = (opening.fromRecord ? procedure.opening.fromRecordTo : undefined) ?? procedure.opening.to;
  return {
    kind: 'opened',
    seq: 1,
    at: now,
    by: asByLine(opening.role, opening.by),
    state,
    areaCode: opening.areaCode,
    firstContact: onlyIds(opening.firstContact),
    held: {
      holder: { bodyId: keeper.bodyId, kind: keeper.kind, accountId: keeper.headAccountId },
      offer: hasToBeAccepted(procedure, state) ? { to: keeper, fromBodyId: opening.firstContact.bodyId } : null,
      cameFrom: [],
      hops: 0,
    },
    ...(opening.subject ? { subject: opening.subject } : {}),
    ...(opening.sets ? { sets: opening.sets } : {}),
    input: opening.input,
  };
}

/** The record names people by their ids: a name in it could never be erased. */
export const onlyIds = ({ accountId, postId, bodyId }: WorkerRef): WorkerRef => ({ accountId, postId, bodyId });

/** A matter is on offer in a state that those answer for to whom it is offered. */
function hasToBeAccepted(procedure: Procedure, state: string): boolean {
  const owner = procedure.states[state]?.owner;
  const relation = owner === undefined ? undefined : procedure.roles[owner]?.is;
  return relation === 'offered' || relation === 'offeredHead';
}

/** Decides which limits have run out unnoted at this instant (超时), earliest first. */
export function decideMisses(matter: Matter, now: Date): readonly ClockMissed[] {
  return matter.clocks
    .filter((run) => run.endedAt === null && run.missedAt === null && run.dueAt !== null && run.dueAt < now)
    .sort((a, b) => (a.dueAt as Date).getTime() - (b.dueAt as Date).getTime())
    .map((run, i) => ({
      kind: 'clockMissed',
      seq: matter.seq + 1 + i,
      at: now < matter.lastAt ? matter.lastAt : now,
      clock: run.clock,
      run: run.run,
      dueAt: run.dueAt as Date,
    }));
}
