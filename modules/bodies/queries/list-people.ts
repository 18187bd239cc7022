import type { Work } from '../../../platform/work.ts';
import { loadColleagues, loadPeopleByWords, type PersonRow } from '../store/staff-page-store.ts';

const view = ({ accountId, nameZh, nameEn }: PersonRow) => ({ accountId, name: { zh: nameZh, en: nameEn } });

/** Lists people with an account by words of their name (人员查找), or who work in one body; nobody for neither. */
export async function listPeople(
  work: Work,
  ask: { readonly words?: string | undefined; readonly body?: string | undefined },
) {
  const words = ask.words?.trim() ?? '';
  if (ask.body) return (await loadColleagues(work, ask.body)).map(view);
  return words === '' ? [] : (await loadPeopleByWords(work, words)).map(view);
}
