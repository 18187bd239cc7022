import { say } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { EntryView } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Fields } from '../kit/fields.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { dateText, type WorkingCalendar } from '../rules/calendar.ts';
import { newestProcedures } from '../rules/engine.ts';
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

function fieldsOf(procedure: Procedure, entry: Entry): Fields {
  if (entry.kind === 'opened') return procedure.opening.asks;
  return (entry.content.step && procedure.steps[entry.content.step]?.asks) || {};
}

function viewBy(procedure: Procedure, { content, kind }: Entry, names: Names): EntryView['by'] {
  const { by } = content;
  if (kind === 'clockMissed' || kind === 'dueMoved' || kind === 'turnedInto' || !by)
    return { role: say('matters', 'roles.timer'), worker: null };
  const role = procedure.roles[by.role];
  return {
    role: role ? wordsOf(role) : { zh: by.role, en: by.role },
    worker: by.actor === 'worker' ? names.worker(by.accountId, by.postId, by.bodyId) : null,
  };
}

function sentenceOf(procedure: Procedure, entry: Entry, names: Names, calendar: WorkingCalendar): Named {
  const { content } = entry;
  const moment = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const instant = (at: string | null | undefined): Named => {
    if (!at) return say('matters', 'timeline.standing');
    // The end of a day is 24:00 of that day to an office, not 00:00 of the next.
    const date = new Date(at);
    const day = calendar.dayOf(date);
    const isMidnight = calendar.instantOf(day, 0).getTime() === date.getTime();
    const text = isMidnight ? `${dateText(day - 1)} 24:00` : moment.format(date);
    return { zh: text, en: text };
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
    return say('matters', entry.kind === 'clockMissed' ? 'timeline.missed' : 'timeline.moved', {
      clockZh: clock?.zh ?? '',
      clockEn: clock?.en ?? '',
      dueZh: due.zh,
      dueEn: due.en,
      wasZh: was.zh,
      wasEn: was.en,
    });
  }
  const template = templateOf(procedure, entry);
  const by = content.by?.actor === 'worker' ? content.by : undefined;
  const actor = by
    ? names.worker(by.accountId, by.postId, by.bodyId).name
    : say('matters', content.by?.actor === 'timer' ? 'roles.timer' : 'roles.reporter');
  const body = by ? names.body(by.bodyId).name : actor;
  const targetId = content.held?.offer?.to.bodyId ?? content.held?.holder.bodyId;
  const target = targetId ? names.body(targetId).name : body;
  const until = instant(content.extended?.dueAt);
  const fill = (language: 'zh' | 'en') =>
    (template?.[language] ?? '')
      .replaceAll('{{actor}}', actor[language])
      .replaceAll('{{body}}', body[language])
      .replaceAll('{{target}}', target[language])
      .replaceAll('{{until}}', until[language]);
  return { zh: fill('zh'), en: fill('en') };
}

function templateOf(procedure: Procedure, { kind, content }: Entry): Named | undefined {
  if (kind === 'opened') return procedure.opening.says;
  const step = content.step ? procedure.steps[content.step] : undefined;
  const branch = typeof step?.to === 'object' ? step.to.find(({ to }) => to === content.to) : undefined;
  return branch?.says ?? step?.says;
}

function choicesOf(fields: Fields, { content }: Entry, names: Names): EntryView['choices'] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = content.input?.[name];
    if (typeof value !== 'string') return [];
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
