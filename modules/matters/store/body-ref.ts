import type { Work } from '../../../platform/work.ts';
import { findHeadOf, type Body } from '../../bodies/index.ts';
import type { BodyRef } from '../kit/matter.ts';

/** A body as matters refer to it (单位), with whoever heads it now. */
export const bodyRefOf = async (work: Work, { bodyId, kind }: Pick<Body, 'bodyId' | 'kind'>): Promise<BodyRef> => ({
  bodyId,
  kind,
  headAccountId: (await findHeadOf(work, bodyId)) ?? null,
});
