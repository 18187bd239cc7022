import type { Work } from '../../../platform/work.ts';
import { findMatterPage } from '../../matters/index.ts';
import type { Category, Channel } from '../contract/category.ts';
import type { PublicRequest } from '../contract/routes.ts';
import { findPhoneSealed, findRequest } from '../store/request-store.ts';
import { findPublication } from './list-publications.ts';

export type RequestFacts = {
  readonly channel: Channel;
  readonly category: Category;
  readonly wantsPublic: boolean;
  readonly hasPhone: boolean;
  readonly public: PublicRequest | null;
};

/** Finds what is known of a request beyond its matter (诉求要素); undefined outside the scope of the work. */
export async function findRequestFacts(work: Work, matterId: string): Promise<RequestFacts | undefined> {
  const request = await findRequest(work, matterId);
  const page = request && (await findMatterPage(work, matterId));
  if (!request || !page) return undefined;
  const { channel, category, wantsPublic } = request;
  const hasPhone = (await findPhoneSealed(work, matterId)) !== undefined;
  return { channel, category, wantsPublic, hasPhone, public: (await findPublication(work, page.number)) ?? null };
}
