import type { Work } from '../../../platform/work.ts';
import { communityOf, getAreaPath } from '../../territory/index.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { ClockView, EntryView, MatterPage, PathPoint, StepOffer } from '../contract/views.ts';
import type { Procedure, Step } from '../kit/define-procedure.ts';
import type { TakenUp } from '../kit/facts.ts';
import type { Matter } from '../kit/matter.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { archiveTerm } from '../rules/archive-term.ts';
import { mayBegin } from '../rules/decide.ts';
import { procedureOf } from '../rules/engine.ts';
import { compareSteps, placeOfStep } from '../rules/order-steps.ts';
import type { Asker } from '../rules/asker.ts';
import { evidenceFor, sayEvidence } from '../rules/need-evidence.ts';
import { findAsker } from '../store/asker-store.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadMatter } from '../store/matter-store.ts';
import { loadTakenUp } from '../store/taken-up-store.ts';
import { loadTimeline, type Entry } from '../store/timeline-store.ts';
import { loadWatched } from '../store/watch-store.ts';
import { loadNames, type Names } from './names.ts';
import { readableBy } from './readable-by.ts';
import { viewClock } from './view-clock.ts';
import { findSetHere } from './view-settings.ts';
import { findStarts } from './view-templates.ts';
import { fieldsOf, viewEntries } from './view-entries.ts';
import { viewFields } from './view-fields.ts';
import { viewLinks, viewSupport } from './view-links.ts';
import { viewTasks } from './view-tasks.ts';

/** Finds everything one page shows of a matter (事项详情); undefined outside the scope of the work. */
export async function findMatterPage(work: Work, matterId: string): Promise<MatterPage | undefined> {
  const [loaded, calendar, timeline, links, watched, by] = await Promise.all([
    loadMatter(work, matterId),
    calendarOf(work),
    loadTimeline(work, matterId),
    viewLinks(work, matterId),
    loadWatched(work, [matterId]),
    findAsker(work, matterId),
  ]);
  if (!loaded) return undefined;
  const { matter, face } = loaded;
  const procedure = procedureOf(matter);
  const state = stateOf(procedure, matter.state);
  const { bodyIds, accountIds, postIds, areaCodes } = idsIn(procedure, matter, timeline.entries);
  const me = work.actor.kind === 'worker' ? work.actor : undefined;
  const [names, area, clocks, support, starts, takenUp] = await Promise.all([
    loadNames(work, [...bodyIds, ...(me ? [me.bodyId] : [])], [...accountIds, ...(me ? [me.accountId] : [])], {
      postIds: [...postIds, ...(me ? [me.postId] : [])],
      areaCodes,
    }),
    getAreaPath(work, matter.areaCode),
    viewClocks(work, procedure, matter, calendar),
    viewSupport(work, matter, timeline.entries),
    findStarts(work, procedure, face),
    loadTakenUp(work, procedure, matter.id),
  ]);
  const { firstContact, holder, offer } = matter;
  return {
    id: matter.id,
    ...face,
    areaPath: area.map((step) => ({ zh: step.nameZh, en: step.nameEn })),
    procedure: { id: procedure.id, version: procedure.version, name: wordsOf(procedure) },
    state: matter.state,
    stateName: wordsOf(state),
    plain: wordsOf(state.plain),
    stage: state.kind,
    outcome: matter.conclusion,
    archive: archiveTerm(procedure, matter, calendar),
    openedAt: matter.openedAt.toISOString(),
    seq: matter.seq,
    firstContact: names.present(firstContact.accountId, firstContact.postId, firstContact.bodyId),
    holder: {
      body: names.body(holder.bodyId),
      worker: holder.accountId ? names.present(holder.accountId, null, holder.bodyId) : null,
    },
    offer:
      offer && offer.to.bodyId !== holder.bodyId
        ? { to: names.body(offer.to.bodyId), from: names.body(offer.fromBodyId) }
        : null,
    heldBefore: matter.cameFrom.map((id) => names.body(id).name),
    hops: matter.hops,
    reopenings: matter.reopenings,
    clocks,
    path: viewPath(procedure, matter, timeline.entries),
    timeline: viewEntries(procedure, readableBy(work.actor, timeline), names, calendar),
    links,
    tasks: await viewTasks(work, procedure, timeline.entries, names, calendar),
    support,
    watched: watched.has(matter.id),
    steps: offerSteps(procedure, matter, by, work.now, starts, fillFor(work, names), takenUp),
  };
}

/** The runs of all clocks; one that began when the district had set another length says so. */
async function viewClocks(work: Work, procedure: Procedure, { clocks }: Matter, calendar: WorkingCalendar) {
  const views: ClockView[] = [];
  for (const run of clocks) {
    const set = run.setAmount === undefined ? {} : await findSetHere(work, procedure, run.startedAt);
    views.push(viewClock(procedure, run, work.now, calendar, set[run.clock]));
  }
  return views;
}

/** The entries after `seenSeq`, for someone who acted on an older page; empty when there are none. */
export async function listEntriesSince(work: Work, matterId: string, seenSeq: number): Promise<EntryView[]> {
  const page = await findMatterPage(work, matterId);
  return page ? page.timeline.filter((entry) => entry.seq > seenSeq) : [];
}

function stateOf(procedure: Procedure, name: string) {
  const state = procedure.states[name];
  if (!state) throw new Error(`procedure ${procedure.id} has no state ${name}`);
  return state;
}

function idsIn(procedure: Procedure, matter: Matter, entries: readonly Entry[]) {
  const by = entries.flatMap(({ content }) => (content.by?.actor === 'worker' ? [content.by] : []));
  const held = entries.flatMap(({ content }) => (content.held ? [content.held] : []));
  return {
    bodyIds: [
      matter.firstContact.bodyId,
      matter.holder.bodyId,
      ...matter.cameFrom,
      ...by.map((line) => line.bodyId),
      ...entries.flatMap((entry) => chosenBodiesIn(procedure, entry)),
      ...entries.flatMap(({ content }) => content.bodyId ?? []),
      ...entries.flatMap(({ content }) => content.opened?.bodyId ?? []),
      ...held.flatMap(({ holder, offer }) => [holder.bodyId, ...(offer ? [offer.to.bodyId, offer.fromBodyId] : [])]),
      ...(matter.offer ? [matter.offer.to.bodyId, matter.offer.fromBodyId] : []),
    ],
    areaCodes: entries.flatMap(({ content }) =>
      [content.fromArea, content.toArea].flatMap((code) => (code ? [communityOf(code) ?? code] : [])),
    ),
    accountIds: [
      matter.firstContact.accountId,
      ...(matter.holder.accountId ? [matter.holder.accountId] : []),
      ...by.flatMap((line) => [line.accountId, ...(line.forAccountId ? [line.forAccountId] : [])]),
      ...entries.flatMap(({ content }) => content.toAccountId ?? []),
    ],
    postIds: [matter.firstContact.postId, ...by.map((line) => line.postId)],
  };
}

const chosenBodiesIn = (procedure: Procedure, entry: Entry): string[] =>
  Object.entries(fieldsOf(procedure, entry)).flatMap(([name, field]) => {
    const value = entry.content.input?.[name];
    return field.kind === 'body' && typeof value === 'string' ? [value] : [];
  });

/** The short line: what of the ordinary course lies behind, where the matter is, what is still to come. */
function viewPath(procedure: Procedure, matter: Matter, entries: readonly Entry[]): PathPoint[] {
  const point = (name: string, standing: PathPoint['standing']): PathPoint => {
    const state = stateOf(procedure, name);
    return { state: name, name: wordsOf(state), plain: wordsOf(state.plain), standing };
  };
  const visited = new Set(entries.flatMap(({ content }) => [content.state ?? content.to ?? '']));
  const onPath = procedure.mainPath.indexOf(matter.state);
  const furthest = Math.max(...procedure.mainPath.map((name, i) => (visited.has(name) ? i : -1)));
  const reached = onPath >= 0 ? onPath : Math.min(furthest, procedure.mainPath.length - 2) + 1;
  const before = procedure.mainPath.slice(0, reached).map((name) => point(name, 'done'));
  if (stateOf(procedure, matter.state).kind === 'final')
    return [...before.filter((p) => visited.has(p.state)), point(matter.state, 'now')];
  const after = procedure.mainPath.slice(onPath >= 0 ? reached + 1 : reached).filter((name) => name !== matter.state);
  return [...before, point(matter.state, 'now'), ...after.map((name) => point(name, 'next'))];
}

/** Steps that leave the present state, those the asker may take first; the clock's own steps are not offered. */
function offerSteps(
  procedure: Procedure,
  matter: Matter,
  by: Asker | undefined,
  now: Date,
  startOf: Awaited<ReturnType<typeof findStarts>>,
  fill: (says: Named) => Named,
  takenUp: TakenUp | undefined,
): StepOffer[] {
  if (!by) return [];
  const { evidence } = procedure;
  const forPeople = (step: Step) => step.by.some((role) => procedure.roles[role]?.is !== 'timer');
  return Object.entries(procedure.steps)
    .filter(([, step]) => step.from.includes(matter.state) && forPeople(step) && (!step.visits || matter.drawnOn))
    .map(([name, step]) => {
      const begin = mayBegin(procedure, matter, name, by, now, takenUp);
      return {
        step: name,
        name: wordsOf(step),
        by: joinRoles(procedure, step),
        weighs: step.weighs === true,
        place: placeOfStep(procedure, matter.state, step),
        says: fill(saysOf(step)),
        saysWhom: leavesOnlyWhom(saysOf(step)),
        refusal: begin.allowed ? null : { code: begin.code, message: sayRefusal(begin) },
        fields: viewFields(procedure, step.asks ?? {}, (field) => (begin.allowed ? startOf(name, field) : undefined)),
        needs: evidence && evidence.for === step.concludes ? sayEvidence(evidenceFor(evidence, matter.subject)) : null,
      };
    })
    .sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null) || compareSteps(a.place, b.place))
    .map(({ place, ...offer }) => ({ ...offer, isAside: place === 'aside' }));
}

const saysOf = ({ says, to }: Step): Named =>
  says ?? (typeof to === 'string' ? undefined : to.findLast((branch) => branch.says)?.says) ?? { zh: '', en: '' };

/** Whether nothing but the body that is chosen is left open in the sentence: who writes it sees that one filled in. */
const leavesOnlyWhom = ({ zh }: Named): boolean => {
  const open = [...zh.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, slot]) => slot ?? []);
  return open.includes('target') && open.every((slot) => ['target', 'actor', 'body'].includes(slot));
};

/** Fills in who acts; whom it goes to and until when is only known once it is done. */
function fillFor({ actor }: Work, names: Names): (says: Named) => Named {
  if (actor.kind !== 'worker') return (says) => says;
  const { name, body } = names.worker(actor.accountId, actor.postId, actor.bodyId);
  const one = (text: string, language: 'zh' | 'en') =>
    text
      .replaceAll('{{actor}}', name[language])
      .replaceAll('{{body}}', body.name[language])
      .replaceAll(/\{\{\w+\}\}/g, '…');
  return ({ zh, en }) => ({ zh: one(zh, 'zh'), en: one(en, 'en') });
}

function joinRoles(procedure: Procedure, step: Step) {
  const roles = step.by.flatMap((role) => procedure.roles[role] ?? []);
  return { zh: roles.map((role) => role.zh).join('、'), en: roles.map((role) => role.en).join(' or ') };
}
