import { say } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import { communityOf } from '../../territory/index.ts';
import type { EntryView, WorkerView } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { publicityFields, type Fields } from '../kit/fields.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { dateText, type WorkingCalendar } from '../rules/calendar.ts';
import { findProcedure, newestProcedures } from '../rules/engine.ts';
import { fieldsTold } from '../rules/fields-told.ts';
import type { Entry, Timeline } from '../store/timeline-store.ts';
import type { Names } from './names.ts';

/** The timeline as sentences a neighbour understands (时间线), with what was written, chosen and photographed. */
export const viewEntries = (
  procedure: Procedure,
  { entries, words, photos }: Timeline,
  names: Names,
  calendar: WorkingCalendar,
): EntryView[] =>
  entries.map((entry) => {
    const fields = fieldsOf(procedure, entry);
    const step = entry.content.step ? procedure.steps[entry.content.step] : undefined;
    return {
      seq: entry.seq,
      at: entry.at.toISOString(),
      kind: entry.kind,
      step: entry.content.step ?? null,
      sentence: sentenceOf(procedure, entry, names, calendar),
      by: viewBy(procedure, entry, names),
      words: words
        .filter((w) => w.seq === entry.seq)
        .sort((a, b) => Object.keys(fields).indexOf(a.name) - Object.keys(fields).indexOf(b.name))
        .map((w) => {
          const field = fields[w.name];
          return {
            name: w.name,
            label: field ? wordsOf(field) : { zh: w.name, en: w.name },
            text: w.text,
            visible: w.visible,
          };
        }),
      choices: choicesOf(fields, entry, names),
      rating: ratingOf(fields, entry),
      photos: photos.filter((p) => p.seq === entry.seq).map(({ id, width, height }) => ({ id, width, height })),
      tells: (step?.tells ?? []).flatMap((role) => procedure.roles[role] ?? []).map(wordsOf),
    };
  });

/** The fields by which an entry was filled in: those of the opening, or of its step. */
export function fieldsOf(procedure: Procedure, entry: Entry): Fields {
  if (entry.kind === 'opened') return procedure.opening.asks;
  if (entry.kind === 'publicity') return publicityFields;
  if (entry.kind === 'taskMoved') return fieldsTold(tellingOf(entry));
  return (entry.content.step && procedure.steps[entry.content.step]?.asks) || {};
}

const tellingOf = ({ content }: Entry) => ({ procedure: content.procedure ?? '', version: content.version ?? 0 });

function viewBy(
  procedure: Procedure,
  { content, kind }: Pick<Entry, 'content' | 'kind'>,
  names: Names,
): EntryView['by'] {
  const { by } = content;
  if (kind === 'taskMoved' && by)
    return viewBy(taskProcedureOf(procedure, content), { content, kind: 'stepTaken' }, names);
  if (['clockMissed', 'turnedInto'].includes(kind)) return { role: say('matters', 'roles.timer'), worker: null };
  // By no clock: holidays were moved, a community merged, a visit drawn, a number reached.
  const isByPeople = ['opened', 'stepTaken', 'linked', 'publicity', 'assigned'].includes(kind);
  if (!isByPeople || !by || (kind === 'linked' && by.actor === 'timer'))
    return { role: say('matters', 'roles.system'), worker: null };
  const role = procedure.roles[by.role];
  return {
    role: role ? wordsOf(role) : { zh: by.role, en: by.role },
    worker: by.actor === 'worker' ? names.worker(by.accountId, by.postId, by.bodyId, by.forAccountId) : null,
  };
}

function sentenceOf(procedure: Procedure, entry: Entry, names: Names, calendar: WorkingCalendar): Named {
  const { content } = entry;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: calendar.timeZone, timeStyle: 'short' });
  const instant = (at: string | null | undefined): Named => {
    if (!at) return say('matters', 'timeline.standing');
    // The end of a day is 24:00 of that day to an office, not 00:00 of the next.
    const date = new Date(at);
    const day = calendar.dayOf(date);
    const isMidnight = calendar.instantOf(day, 0).getTime() === date.getTime();
    const { zh, en } = dateOf(dateText(isMidnight ? day - 1 : day));
    const time = isMidnight ? '24:00' : hour.format(date);
    return { zh: `${zh} ${time}`, en: `${en} ${time}` };
  };
  if (entry.kind === 'turnedInto') {
    const [clock, into] = [procedure.clocks[content.clock ?? ''], content.procedure ?? ''];
    const named = newestProcedures().find(({ id }) => id === into) ?? { zh: into, en: into };
    const addressed = names.body(content.bodyId ?? '').name;
    return say('matters', 'timeline.turned', {
      clockZh: clock?.zh ?? '',
      clockEn: clock?.en ?? '',
      procedureZh: named.zh,
      procedureEn: named.en,
      number: content.number ?? '',
      bodyZh: addressed.zh,
      bodyEn: addressed.en,
    });
  }
  if (entry.kind === 'clockMissed' || entry.kind === 'dueMoved') {
    const clock = content.clock ? procedure.clocks[content.clock] : undefined;
    const [due, was] = [instant(content.dueAt), instant(content.wasDueAt)];
    // Where the clock itself goes on, a time that ends is no fault of anybody.
    const ended = clock?.whenMissed.take === undefined ? 'timeline.missed' : 'timeline.ended';
    return say('matters', entry.kind === 'clockMissed' ? ended : 'timeline.moved', {
      clockZh: clock?.zh ?? '',
      clockEn: clock?.en ?? '',
      dueZh: due.zh,
      dueEn: due.en,
      wasZh: was.zh,
      wasEn: was.en,
    });
  }
  if (entry.kind === 'taskMoved') {
    const task = taskProcedureOf(procedure, content);
    const said = sentenceOf(task, { ...entry, kind: 'stepTaken' }, names, calendar);
    return say('matters', 'timeline.task', { number: content.task?.number ?? '', saidZh: said.zh, saidEn: said.en });
  }
  if (entry.kind === 'areaPassed') return sayPassed(entry, names);
  if (entry.kind === 'assigned') return sayAssigned(entry, names);
  if (entry.kind === 'drawnForVisit') {
    const day = dateOf(content.day ?? '');
    return say('matters', 'timeline.drawn', { dayZh: day.zh, dayEn: day.en });
  }
  if (entry.kind === 'linked')
    return say('matters', `timeline.linked.${typeof content.link === 'string' ? content.link : 'partOf'}`, {
      number: refOf(content.from)?.number ?? '',
    });
  const template = templateOf(procedure, entry);
  const by = content.by?.actor === 'worker' ? content.by : undefined;
  const actor = by
    ? nameOf(names.worker(by.accountId, by.postId, by.bodyId, by.forAccountId))
    : content.by?.actor === 'timer'
      ? timerOf(procedure, content.by.role)
      : say('matters', 'roles.reporter');
  const body = by ? names.body(by.bodyId).name : actor;
  if (entry.kind === 'publicity')
    return say('matters', `timeline.publicity.${content.what ?? 'objected'}`, {
      actorZh: actor.zh,
      actorEn: actor.en,
      bodyZh: body.zh,
      bodyEn: body.en,
    });
  const targetId = content.opened?.bodyId ?? content.held?.offer?.to.bodyId ?? content.held?.holder.bodyId;
  const target = targetId ? names.body(targetId).name : body;
  const until = instant(content.extended?.dueAt);
  const other = content.opened?.number ?? (typeof content.link === 'object' ? content.link.to.number : '');
  const fill = (language: 'zh' | 'en') =>
    (template?.[language] ?? '')
      .replaceAll('{{actor}}', actor[language])
      .replaceAll('{{body}}', body[language])
      .replaceAll('{{target}}', target[language])
      .replaceAll('{{until}}', until[language])
      .replaceAll('{{day}}', dateOf(content.sets?.dueOn ?? '')[language])
      .replaceAll('{{other}}', other);
  const en = fill('en');
  return { zh: fill('zh'), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

const zhDate = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', dateStyle: 'long' });
const enDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' });

/** A date (`2026-07-03`) as a sentence says it, with its year: the timeline is read for years. */
function dateOf(on: string): Named {
  const noon = new Date(`${on}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return { zh: on, en: on };
  return { zh: zhDate.format(noon), en: enDate.format(noon) };
}

/** A procedure that calls its timer otherwise is not begun by a limit that ran out. */
function timerOf({ roles }: Procedure, role: string): Named {
  const clock = say('matters', 'roles.timer');
  const own = roles[role];
  return own?.is === 'timer' && own.zh !== clock.zh ? say('matters', 'roles.system') : clock;
}

/** The procedure of a task whose step is told of; the one it is told in when this program no longer carries it. */
const taskProcedureOf = (whole: Procedure, { procedure = '', version = 0 }: Entry['content']): Procedure =>
  findProcedure({ procedureId: procedure, procedureVersion: version }) ?? whole;

/** Who acted, and for whom when they only stood in (代理). */
const nameOf = ({ name, deputyFor }: WorkerView): Named =>
  deputyFor
    ? say('matters', 'timeline.standIn', {
        nameZh: name.zh,
        nameEn: name.en,
        holderZh: deputyFor.zh,
        holderEn: deputyFor.en,
      })
    : name;

/** Where the matter went when its area merged or was split, and who has it now. */
function sayPassed({ content }: Entry, names: Names): Named {
  const { fromArea = '', toArea = '' } = content;
  const [from, to] = [fromArea, toArea].map((code) => names.area(communityOf(code) ?? code)) as [Named, Named];
  const body = content.held ? names.body(content.held.holder.bodyId).name : { zh: '', en: '' };
  const { kind = 'merge', on = '', source = '' } = content.change ?? {};
  const since = dateOf(on);
  return say('matters', `timeline.areaPassed.${fromArea === toArea ? 'body' : kind}`, {
    onZh: since.zh,
    onEn: since.en,
    source,
    fromZh: from.zh,
    fromEn: from.en,
    toZh: to.zh,
    toEn: to.en,
    bodyZh: body.zh,
    bodyEn: body.en,
  });
}

/** Who has it now, in the same body as before. */
function sayAssigned({ content: { by, toAccountId = '' } }: Entry, names: Names): Named {
  if (by?.actor !== 'worker') throw new Error('only a worker assigns');
  const { name } = names.worker(toAccountId, null, by.bodyId);
  const body = names.body(by.bodyId).name;
  return say('matters', 'timeline.assigned', { bodyZh: body.zh, bodyEn: body.en, nameZh: name.zh, nameEn: name.en });
}

const refOf = (from: Entry['content']['from']) => (typeof from === 'object' ? from : undefined);

function templateOf(procedure: Procedure, { kind, content }: Entry): Named | undefined {
  if (kind === 'opened') return procedure.opening.says;
  const step = content.step ? procedure.steps[content.step] : undefined;
  const ways = typeof step?.to === 'object' ? step.to : [];
  const taken = ways.filter(
    ({ to }) => to === (content.to === content.from ? 'same' : content.to) || to === content.to,
  );
  // Two ways may lead to the same state, and differ in what came of it.
  const came = content.concludes ?? content.outcome;
  const branch = taken.find(({ concludes = step?.concludes }) => concludes === came) ?? taken[0];
  return branch?.says ?? step?.says;
}

function choicesOf(fields: Fields, { content }: Entry, names: Names): EntryView['choices'] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = content.input?.[name];
    if (field.kind === 'count' && typeof value === 'number')
      return [{ name, label: wordsOf(field), value: { zh: String(value), en: String(value) } }];
    if (typeof value !== 'string') return [];
    // The day on which a limit ends stands in the sentence.
    if (field.kind === 'day' && !content.sets)
      return [{ name, label: wordsOf(field), value: { zh: value, en: value } }];
    if (field.kind === 'choice') {
      const option = field.options[value];
      return option ? [{ name, label: wordsOf(field), value: wordsOf(option) }] : [];
    }
    return field.kind === 'body' ? [{ name, label: wordsOf(field), value: names.body(value).name }] : [];
  });
}

function ratingOf(fields: Fields, { content }: Entry): number | null {
  const name = Object.keys(fields).find((key) => fields[key]?.kind === 'rating');
  const value = name ? content.input?.[name] : undefined;
  return typeof value === 'number' ? value : null;
}
