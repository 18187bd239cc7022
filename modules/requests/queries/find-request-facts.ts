import type { Work } from '../../../platform/work.ts';
import type { Category, Channel } from '../contract/category.ts';
import type { PublicRequest } from '../contract/routes.ts';
import { findPhoneSealed, findRequest } from '../store/request-store.ts';
import { findRulingView } from './list-duties.ts';
import { findPublicationOf } from './list-publications.ts';

export type RequestFacts = {
  readonly channel: Channel;
  readonly category: Category;
  readonly wantsPublic: boolean;
  readonly hasPhone: boolean;
  /** Who was ruled to do it last, and whether the duty matrix says so now. */
  readonly ruling: {
    readonly body: { readonly zh: string; readonly en: string };
    readonly isWrittenBack: boolean;
  } | null;
  readonly public: PublicRequest | null;
};

/** Finds what is known of a request beyond its matter (诉求要素); undefined outside the scope of the work. */
export async function findRequestFacts(work: Work, matterId: string): Promise<RequestFacts | undefined> {
  const request = await findRequest(work, matterId);
  if (!request) return undefined;
  const { channel, category, wantsPublic } = request;
  const hasPhone = (await findPhoneSealed(work, matterId)) !== undefined;
  const ruling = await findRulingView(work, matterId);
  return {
    channel,
    category,
    wantsPublic,
    hasPhone,
    ruling,
    public: (await findPublicationOf(work, matterId)) ?? null,
  };
}
