import type { Work } from '../../../platform/work.ts';
import { describePeople, findBody } from '../../bodies/index.ts';
import type { FieldView, NamedView } from '../contract/views.ts';
import type { TemplateSettingView } from '../contract/settings.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { wordsOf } from '../kit/named.ts';
import { dateText } from '../rules/calendar.ts';
import { fillTemplate } from '../contract/fill-template.ts';
import { calendarOf, listHeldProcedures } from '../store/ground-store.ts';
import { loadTemplates } from '../store/template-store.ts';

type Start = NonNullable<FieldView['start']>;

/** The starting texts that hold now for a matter (起始文字), filled in as the person will read them, by step and field. */
export async function findStarts(
  work: Work,
  procedure: Procedure,
  face: { readonly number: string; readonly title: string; readonly place: string },
): Promise<(step: string, field: string) => Start | undefined> {
  if (work.actor.kind !== 'worker' || wordable(procedure).length === 0) return () => undefined;
  const templates = (await loadTemplates(work, procedure.id)).filter(({ since }) => since <= work.now);
  if (templates.length === 0) return () => undefined;
  const calendar = await calendarOf(work);
  const own = await findBody(work, work.actor.bodyId);
  const facts = {
    ...face,
    body: own?.nameZh ?? '',
    phone: own?.phonePublic ?? '',
    today: dateText(calendar.dayOf(work.now)),
  };
  return (step, field) => {
    const last = templates.findLast((one) => one.step === step && one.field === field);
    if (!last?.words) return undefined;
    return {
      text: fillTemplate(last.words, facts),
      since: dateText(calendar.dayOf(last.since)),
      source: last.source,
    };
  };
}

/** Lists every answer that the district may word (可设范本的答复), with what holds and all that was ever set. */
export async function listTemplateSettings(work: Work): Promise<TemplateSettingView[]> {
  const all = await loadTemplates(work, null);
  const calendar = await calendarOf(work);
  const nameOf = await findSetters(work, all);
  return (await listHeldProcedures(work)).flatMap((procedure) =>
    wordable(procedure).map(({ step, field, max }): TemplateSettingView => {
      const of = all.filter((one) => one.procedureId === procedure.id && one.step === step && one.field === field);
      return {
        procedureId: procedure.id,
        step,
        field,
        procedure: wordsOf(procedure),
        name: wordsOf(procedure.steps[step] ?? { zh: step, en: step }),
        label: wordsOf(procedure.steps[step]?.asks?.[field] ?? { zh: field, en: field }),
        max,
        now: of.findLast(({ since }) => since <= work.now)?.words ?? null,
        history: of.toReversed().map(({ words, since, reason, source, setBy, setAt }) => ({
          words,
          sinceOn: dateText(calendar.dayOf(since)),
          reason,
          source,
          by: nameOf(setBy),
          setAt: setAt.toISOString(),
        })),
      };
    }),
  );
}

/** Who set something (设定人), by account; null for what the program set, or for an account that is gone. */
export async function findSetters(
  work: Work,
  list: readonly { readonly setBy: string | null }[],
): Promise<(accountId: string | null) => NamedView | null> {
  const ids = [...new Set(list.flatMap(({ setBy }) => setBy ?? []))];
  const people = new Map((await describePeople(work, ids)).map((person) => [person.accountId, person]));
  return (accountId) => {
    const person = accountId === null ? undefined : people.get(accountId);
    return person ? { zh: person.nameZh, en: person.nameEn } : null;
  };
}

const wordable = (procedure: Procedure) =>
  Object.entries(procedure.steps).flatMap(([step, { asks = {} }]) =>
    Object.entries(asks).flatMap(([field, asked]) =>
      asked.kind === 'text' && asked.districtWords ? [{ step, field, max: asked.max }] : [],
    ),
  );
