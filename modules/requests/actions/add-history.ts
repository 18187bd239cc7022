import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { playHistory, type FieldsRefused, type History, type Matter } from '../../matters/index.ts';
import type { Category, Channel } from '../contract/category.ts';
import { residentRequestV2 } from '../procedures/resident-request-v2.ts';
import { subjectOf } from '../rules/subject-of.ts';
import { titleOf } from '../rules/title-of.ts';
import { insertRequest, type ImportMark } from '../store/request-store.ts';
import { isPublic, publishSaid } from './publish-request.ts';

export type PastRequest = Omit<History, 'procedureId' | 'procedureVersion' | 'title'> & {
  /** The first words of the text when the record has none. */
  readonly title?: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly wantsPublic: boolean;
  readonly mark: ImportMark | null;
};

const firstWordsOf = ({ what }: PastRequest['input']): string => (typeof what === 'string' ? what : '');

/**
 * Adds a request with its whole past (历史诉求), each step at its own time; for imports and the demo district.
 *
 * @returns the matter as it stands; or the refusal of `playHistory`, and then nothing is written
 */
export async function addHistory(work: Work, past: PastRequest): Promise<Result<Matter> | FieldsRefused> {
  const { channel, category, wantsPublic, mark, ...history } = past;
  const { id: procedureId, version: procedureVersion } = residentRequestV2; // later versions ask what earlier records do not hold
  const played = await playHistory(work, {
    ...history,
    subject: subjectOf(category),
    title: titleOf(past.title ?? firstWordsOf(past.input)),
    procedureId,
    procedureVersion,
  });
  if (!played.ok) return played;
  const { matterId, matter, face, said } = played.value;
  const request = {
    matterId,
    channel,
    category,
    wantsPublic,
    confidential: false,
    behalf: 'self',
    keptOff: false,
  } as const;
  await insertRequest(work, request, mark);
  if (isPublic(matter, request)) await publishSaid(work, matter, face, request, said);
  return done(matter);
}
