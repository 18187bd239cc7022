import type { DisclosureView } from './disclosures.ts';

type Named = { readonly zh: string; readonly en: string };

/** A question under a notice as everybody reads it (公告下的提问), masked, with who has to answer. */
export type NoticeQuestion = {
  readonly number: string;
  /** Null until its first answer: whoever answers reads it first. */
  readonly what: string | null;
  /** ISO instants. */
  readonly at: string;
  readonly answerBy: string | null;
  readonly body: Named;
  /** Who heads the body and answers for it; absent while the post is vacant. */
  readonly head: Named | null;
  /** The oldest first; a later one adds to what was said before or corrects it. */
  readonly answers: readonly { readonly text: string; readonly at: string }[];
};

/** A notice with the community on whose page it stands. */
export type NoticeOf = DisclosureView & { readonly code: string };

export type AskUnderNotice = {
  readonly commandId: string;
  readonly code: string;
  readonly noticeId: string;
  readonly what: string;
};
