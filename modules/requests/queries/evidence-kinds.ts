import { evidenceFor, type EvidenceKind } from '../../matters/index.ts';
import type { Category } from '../contract/category.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { subjectOf } from '../rules/subject-of.ts';

/** What shows that a request of this kind is solved (办结凭证); one of them is enough. */
export const evidenceKindsOf = (category: Category): readonly EvidenceKind[] =>
  residentRequest.evidence ? evidenceFor(residentRequest.evidence, subjectOf(category)) : [];
