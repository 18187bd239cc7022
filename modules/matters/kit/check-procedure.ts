import { targetsOf, type Branch, type Lengthening, type Procedure, type Role, type Step } from './define-procedure.ts';
import type { Fault } from './fault.ts';
import { branchesOf, passages } from './passages.ts';
import { faultsInLoops } from './check-procedure-loops.ts';
import { faultsInOutcomes } from './check-procedure-outcomes.ts';
import type { Duration, Length } from './duration.ts';
import type { Fields } from './fields.ts';
import { faultsInOpened } from './check-procedure-opened.ts';
import type { Named } from './named.ts';

/** Says what is wrong with a procedure (流程体检); an empty list means that nothing in it can fall through. */
export function faultsIn(p: Procedure): readonly Fault[] {
  return [
    ...faultsInStates(p),
    ...faultsInEnds(p),
    ...faultsInSteps(p),
    ...faultsInTransfers(p),
    ...faultsInClocks(p),
    ...faultsInTelling(p),
    ...faultsInSettings(p),
    ...faultsInExtensions(p),
    ...faultsInPath(p),
    ...faultsInWords(p),
    ...faultsInOutcomes(p),
    ...faultsInLoops(p),
    ...faultsInPublication(p),
    ...faultsInUnlike(p),
  ];
}

/** A body that has to be another than the one in some field: the field is there and asks for a body too. */
function faultsInUnlike(p: Procedure): Fault[] {
  const asking = [
    [p.id, p.opening.asks] as const,
    ...Object.entries(p.steps).map(([name, s]) => [name, s.asks ?? {}] as const),
  ];
  return asking.flatMap(([at, fields]) =>
    Object.values(fields).some(
      (field) => field.kind === 'body' && field.unlike !== undefined && fields[field.unlike]?.kind !== 'body',
    )
      ? [{ code: 'check.unlike_nothing' as const, at }]
      : [],
  );
}

/** Words can be masked, pictures cannot: a face, a door plate, a letter in a hand. */
function faultsInPublication(p: Procedure): Fault[] {
  if (p.published.in.length > 0 && !p.published.masked) return [{ code: 'publication.shows_person', at: p.id }];
  const asking = [
    [p.id, p.opening.asks] as const,
    ...Object.entries(p.steps).map(([name, s]) => [name, s.asks ?? {}] as const),
  ];
  return asking.flatMap(([at, fields]) =>
    Object.values(fields).some(({ kind, visible }) => kind === 'photos' && visible === 'public')
      ? [{ code: 'publication.shows_person' as const, at }]
      : [],
  );
}

function reachedFrom(p: Procedure): ReadonlySet<string> {
  const reached = new Set([p.opening.to]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { from, branch } of passages(p))
      if (reached.has(from) && !reached.has(branch.to)) {
        reached.add(branch.to);
        grew = true;
      }
  }
  return reached;
}

function faultsInStates(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  const reached = reachedFrom(p);
  const clocks = Object.values(p.clocks);
  for (const [name, state] of Object.entries(p.states)) {
    const leaving = Object.values(p.steps).filter(
      (s) => s.from.includes(name) && targetsOf(s).some((to) => to !== name),
    );
    if (!reached.has(name)) faults.push({ code: 'state.unreachable', at: name });
    if (state.kind === 'final') continue;
    if (leaving.length === 0) faults.push({ code: 'state.dead_end', at: name });
    const { owner } = state;
    if (!owner) faults.push({ code: 'state.no_owner', at: name });
    else if (!leaving.some((s) => s.by.some((role) => p.roles[role]?.is === p.roles[owner]?.is)))
      faults.push({ code: 'state.owner_cannot_act', at: name, details: { owner } });
    const running = clocks.filter((c) => c.runsIn.includes(name));
    if (running.length === 0) faults.push({ code: 'state.no_clock', at: name });
    if (state.kind === 'waiting' && !running.some((c) => leaving.some((s) => s === p.steps[c.whenMissed.take ?? ''])))
      faults.push({ code: 'waiting.nobody_ends', at: name });
  }
  return faults;
}

function faultsInEnds(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  const conclusions = concludedIn(p);
  for (const { name, step, from, branch } of passages(p)) {
    const reopens = step.reopens || branch.reopens;
    if (p.states[from]?.kind === 'final' && !reopens && !(branch.to === from && isSaidAfterwards(p, step)))
      faults.push({ code: 'final.left', at: from, details: { step: name } });
    if (p.states[branch.to]?.kind !== 'final' || branch.to === from) continue;
    if (!reporterHears(p, step)) faults.push({ code: 'final.untold', at: branch.to, details: { step: name } });
    const open = branch.concludes === undefined && (conclusions.get(from) ?? new Set([null])).has(null);
    if (open || branch.concludes === null)
      faults.push({ code: 'final.no_outcome', at: branch.to, details: { step: name } });
  }
  return faults;
}

/** What a return visit heard, or a neighbour says, is kept beside the end and leaves it as it is. */
const isSaidAfterwards = (p: Procedure, step: Step): boolean =>
  step.visits === true || step.by.every((role) => p.roles[role]?.is === 'supporter');

/** The asker is told of it, or does it. */
const reporterHears = (p: Procedure, { by, tells = [] }: Step): boolean =>
  tells.some((role) => p.roles[role]?.is === 'reporter') || by.every((role) => p.roles[role]?.is === 'reporter');

/** For each state, the outcomes a matter may carry there; null means none yet. */
function concludedIn(p: Procedure): ReadonlyMap<string, ReadonlySet<string | null>> {
  const known = new Map<string, Set<string | null>>([[p.opening.to, new Set([null])]]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { from, branch } of passages(p))
      for (const before of known.get(from) ?? []) {
        const after = branch.concludes === undefined ? before : branch.concludes;
        const there = known.get(branch.to) ?? new Set();
        if (!there.has(after)) {
          known.set(branch.to, there.add(after));
          grew = true;
        }
      }
  }
  return known;
}

/** A post of no kind, or a body of no kind, is nobody. */
const mayEverBe = (role: Role | undefined): boolean =>
  role !== undefined && role.of?.length !== 0 && (role.is !== 'post' || (role.posts ?? []).length > 0);

function faultsInSteps(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  for (const [name, step] of Object.entries(p.steps)) {
    const somebody = step.by.some((role) => mayEverBe(p.roles[role]));
    if (!somebody || step.from.length === 0) faults.push({ code: 'step.nobody_may', at: name });
    if (typeof step.to === 'object' && step.to.every((branch) => branch.when))
      faults.push({ code: 'step.no_fallback', at: name });
  }
  return faults;
}

const offersTo = ({ moves }: Branch) => (moves && 'offerTo' in moves ? moves.offerTo : undefined);

function faultsInTransfers(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  const offering = new Set([p.opening.to]);
  for (const { branch } of passages(p)) if (branch.moves && 'offerTo' in branch.moves) offering.add(branch.to);
  const answersOffer = (step: Step) =>
    step.by.some((r) => p.roles[r]?.is === 'offered' || p.roles[r]?.is === 'offeredHead');

  for (const [name, step] of Object.entries(p.steps)) {
    const onlyOffered = step.by.every((r) => p.roles[r]?.is === 'offered' || p.roles[r]?.is === 'offeredHead');
    if (step.by.length > 0 && onlyOffered)
      for (const from of step.from)
        if (!offering.has(from)) faults.push({ code: 'step.no_offer_to_answer', at: name, details: { state: from } });
    const branches = branchesOf(step, '');
    const offers = branches.filter((b) => b.moves && 'offerTo' in b.moves);
    const goesOn = offers.some((b) => offersTo(b) !== 'decider'); // what only asks for a signature above is no quarrel
    const decided = offers.some((b) => b.when && b.moves && 'offerTo' in b.moves && b.moves.offerTo === 'decider');
    if (offers.length > 0 && !decided) faults.push({ code: 'transfer.never_decided', at: name });
    for (const offer of offers) {
      const answers = Object.values(p.steps).filter((s) => s.from.includes(offer.to) && answersOffer(s));
      const ruled = answers.some((s) => s.moves && 'ruleTo' in s.moves);
      const taken = answers.some((s) => s.moves && 'take' in s.moves);
      const refused = answers.some((s) => s.moves && 'lapse' in s.moves);
      if (!ruled && !(taken && refused))
        faults.push({ code: 'transfer.cannot_be_refused', at: name, details: { state: offer.to } });
      const isTop = goesOn && offersTo(offer) === 'decider';
      if (isTop && (!ruled || refused))
        faults.push({ code: 'escalation.no_top', at: name, details: { state: offer.to } });
    }
  }
  return faults;
}

function faultsInClocks(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  for (const [name, clock] of Object.entries(p.clocks)) {
    const lives = [...clock.runsIn, ...(clock.pausedIn ?? []).map((pause) => pause.state)];
    const canMeet = clock.metBy.some((step) => p.steps[step]?.from.some((from) => lives.includes(from)));
    if (!canMeet) faults.push({ code: 'clock.never_met', at: name });
    const { take, tell, tellTierAbove } = clock.whenMissed;
    if (!take && !tellTierAbove && tell.length === 0) faults.push({ code: 'escalation.tells_nobody', at: name });
    if (!take) continue;
    const step = p.steps[take];
    const byTimer = step?.by.some((role) => p.roles[role]?.is === 'timer');
    if (!byTimer || !clock.runsIn.every((state) => step?.from.includes(state)))
      faults.push({ code: 'clock.timer_step', at: name, details: { step: take } });
  }
  return faults;
}

/** Whoever is told has to be somebody: a role that is declared, and not the timer. */
function faultsInTelling(p: Procedure): Fault[] {
  const isNobody = (role: string) => {
    const { is, of } = p.roles[role] ?? { is: 'timer' };
    return is === 'timer' || of?.length === 0;
  };
  const told = [
    [p.id, p.opening.tells ?? []] as const,
    ...Object.entries(p.steps).map(([name, step]) => [name, step.tells ?? []] as const),
    ...Object.entries(p.clocks).map(
      ([name, { whenNear, whenMissed }]) => [name, [...(whenNear?.remind ?? []), ...whenMissed.tell]] as const,
    ),
  ];
  return told.flatMap(([at, roles]) =>
    [...new Set(roles)].filter(isNobody).map((role) => ({ code: 'telling.nobody' as const, at, details: { role } })),
  );
}

/** Bounds that a district may set hold the procedure's own length, are lengths, and never let a limit of the law grow. */
function faultsInSettings(p: Procedure): Fault[] {
  return Object.entries(p.clocks).flatMap(([at, { within, districtMay, basis }]): Fault[] => {
    if (!districtMay) return [];
    const { min, max } = districtMay;
    const isLength = within.unit !== 'sameDay' && within.unit !== 'dayOfMonth';
    const isWhole = Number.isInteger(min) && Number.isInteger(max) && min > 0;
    const holds = min <= within.amount && within.amount <= max;
    const growsLaw = basis.kind === 'law' && max > within.amount;
    return isLength && isWhole && holds && !growsLaw ? [] : [{ code: 'setting.bad_bounds', at }];
  });
}

/**
 * Says what is wrong between procedures (流程之间的缺陷): a missed limit that opens a matter of a procedure that does not
 * exist or is not opened at a desk, or that leaves out what has to be said there.
 */
export function faultsBetween(p: Procedure, all: readonly Procedure[]): readonly Fault[] {
  return [...faultsInTurning(p, all), ...faultsInOpened(p, all)];
}

function faultsInTurning(p: Procedure, all: readonly Procedure[]): readonly Fault[] {
  return Object.entries(p.clocks).flatMap(
    ([
      at,
      {
        whenMissed: { opens },
      },
    ]): Fault[] => {
      if (!opens) return [];
      const details = { procedure: opens.procedure };
      const opened = all.filter(({ id }) => id === opens.procedure).sort((a, b) => b.version - a.version)[0];
      const chosen = opened?.opening.atDesk?.keptBy;
      if (!opened || typeof chosen !== 'object') return [{ code: 'clock.opens_nothing', at, details }];
      const { asks } = opened.opening;
      const isFit = (name: string) => {
        const [field, filling] = [asks[name], opens.fills[name]];
        if (!filling) return field?.optional === true;
        return 'words' in filling ? field?.kind === 'text' : field?.kind === 'body';
      };
      const names = [...new Set([...Object.keys(asks), ...Object.keys(opens.fills), chosen.field])];
      return names
        .filter((name) => !isFit(name))
        .map((field): Fault => ({ code: 'clock.opens_unfilled', at, details: { ...details, field } }));
    },
  );
}

/** A limit is made longer only while it runs, within what the procedure says, and never without a word to the asker. */
function faultsInExtensions(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  for (const [name, step] of Object.entries(p.steps)) {
    if (!step.extends) continue;
    const { clock } = step.extends;
    const runs = p.clocks[clock];
    for (const state of step.from)
      if (!runs?.runsIn.includes(state))
        faults.push({ code: 'extension.not_running', at: name, details: { clock, state } });
    if (!runs || !fits(step.extends, runs.within, step.asks ?? {}))
      faults.push({ code: 'extension.bad_length', at: name, details: { clock } });
    if (!reporterHears(p, step)) faults.push({ code: 'extension.untold', at: name });
    const saysWhy = Object.values(step.asks ?? {}).some(
      (field) => field.kind === 'text' && !field.optional && field.min > 0 && field.visible !== 'internal',
    );
    if (!saysWhy) faults.push({ code: 'extension.no_reason', at: name });
  }
  return faults;
}

/** Every length is in the unit of the limit, above nothing and not above the most; each option of the choice has one. */
function fits({ by, atMost, times }: Lengthening, within: Duration, asks: Fields): boolean {
  const isInUnit = ({ unit, amount }: Length) => unit === within.unit && amount > 0 && amount <= atMost.amount;
  if (!isInUnit(atMost) || !Number.isInteger(times) || times < 1) return false;
  if (!('field' in by)) return isInUnit(by);
  const field = asks[by.field];
  if (field?.kind !== 'choice' || field.optional) return false;
  return Object.keys(field.options).every((option) => {
    const length = by.lengths[option];
    return length !== undefined && isInUnit(length);
  });
}

/** The ordinary course must be one that a matter can take: each state follows from the one before. */
function faultsInPath(p: Procedure): Fault[] {
  const last = p.mainPath.at(-1);
  const whole = p.mainPath[0] === p.opening.to && last !== undefined && p.states[last]?.kind === 'final';
  const follows = p.mainPath.every((state, i) => {
    const before = p.mainPath[i - 1];
    return (
      before === undefined || [...passages(p)].some((passage) => passage.from === before && passage.branch.to === state)
    );
  });
  return whole && follows ? [] : [{ code: 'path.broken', at: p.id }];
}

function faultsInWords(p: Procedure): Fault[] {
  const steps = Object.entries(p.steps);
  const clocks = Object.entries(p.clocks);
  const worded: (readonly [string, Named])[] = [
    ...[p, p.promise, ...p.sources, p.opening.says].map((words) => [p.id, words] as const),
    ...wordsInFields(p.opening.asks),
    ...Object.entries(p.roles),
    ...Object.entries(p.states).flatMap(([name, state]) => [[name, state] as const, [name, state.plain] as const]),
    ...steps.flatMap(([name, step]) => [[name, step] as const, [name, step.says] as const]),
    ...steps.flatMap(([, step]) => wordsInFields(step.asks ?? {})),
    ...steps.flatMap(([name, step]) =>
      branchesOf(step, '').flatMap(({ when }) => (when ? [[name, when] as const] : [])),
    ),
    ...clocks.flatMap(([name, clock]) => [[name, clock] as const, [name, clock.basis] as const]),
    ...clocks.flatMap(([name, clock]) => (clock.pausedIn ?? []).map((pause) => [name, pause.because] as const)),
    ...clocks.flatMap(([name, { whenMissed }]) =>
      Object.values(whenMissed.opens?.fills ?? {}).flatMap((filling) =>
        'words' in filling ? [[name, filling.words] as const] : [],
      ),
    ),
  ];
  return worded
    .filter(([, words]) => !words.zh.trim() || !words.en.trim())
    .map(([name]) => ({ code: 'words.missing' as const, at: name }));
}

const wordsInFields = (fields: Fields): (readonly [string, Named])[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    [name, field] as const,
    ...(field.kind === 'choice' ? Object.values(field.options).map((option) => [name, option] as const) : []),
  ]);
