import type { Work } from '../../../platform/work.ts';
import { findCourse, type RefusalView } from '../../matters/index.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Behalf } from '../contract/behalf.ts';
import type { Category, Channel } from '../contract/category.ts';
import type { PublicityView } from '../contract/publicity.ts';
import type { PublicRequest } from '../contract/routes.ts';
import { findPhoneSealed, findRequest } from '../store/request-store.ts';
import { findWithheld } from '../store/find-withheld.ts';
import { findRulingView } from './list-duties.ts';
import { findPublicationOf } from './list-publications.ts';
import { viewPublicity } from './view-publicity.ts';

export type RequestFacts = {
  readonly channel: Channel;
  readonly category: Category;
  readonly wantsPublic: boolean;
  readonly hasPhone: boolean;
  readonly confidential: boolean;
  readonly behalf: Behalf;
  /** Why this worker may not learn who asked. */
  readonly withheld: RefusalView | null;
  /** Who was ruled to do it last, and whether the duty matrix says so now. */
  readonly ruling: {
    readonly body: { readonly zh: string; readonly en: string };
    readonly isWrittenBack: boolean;
  } | null;
  readonly public: PublicRequest | null;
  readonly publicity: PublicityView;
};

/** Finds what is known of a request beyond its matter (诉求要素); undefined outside the scope of the work. */
export async function findRequestFacts(work: Work, matterId: string): Promise<RequestFacts | undefined> {
  const request = await findRequest(work, matterId);
  if (!request) return undefined;
  const { channel, category, wantsPublic, confidential, behalf } = request;
  const course = await findCourse(work, matterId);
  if (!course) return undefined;
  const may = await findWithheld(work, request, course);
  const hasPhone = (await findPhoneSealed(work, matterId)) !== undefined;
  const ruling = await findRulingView(work, matterId);
  return {
    channel,
    category,
    wantsPublic,
    hasPhone,
    confidential,
    behalf,
    withheld: !may.ok ? { code: may.code, message: sayRefusal(may) } : null,
    ruling,
    public: (await findPublicationOf(work, matterId)) ?? null,
    publicity: await viewPublicity(work, course.matter),
  };
}
