/** What is wrong with a procedure: a permanent code, the state, step or clock concerned, and what its sentence needs. */
export type Fault = {
  readonly code: FaultCode;
  readonly at: string;
  readonly details?: Readonly<Record<string, string>>;
};

export type FaultCode =
  | 'state.unreachable'
  | 'state.dead_end'
  | 'state.no_owner'
  | 'state.owner_cannot_act'
  | 'state.no_clock'
  | 'waiting.nobody_ends'
  | 'final.left'
  | 'final.untold'
  | 'final.no_outcome'
  | 'path.broken'
  | 'step.nobody_may'
  | 'step.no_offer_to_answer'
  | 'step.no_fallback'
  | 'transfer.never_decided'
  | 'transfer.cannot_be_refused'
  | 'clock.never_met'
  | 'clock.timer_step'
  | 'clock.opens_nothing'
  | 'clock.opens_unfilled'
  | 'step.opens_nothing'
  | 'step.opens_unfilled'
  | 'telling.nobody'
  | 'setting.bad_bounds'
  | 'extension.not_running'
  | 'extension.bad_length'
  | 'extension.untold'
  | 'extension.no_reason'
  | 'publication.shows_person'
  | 'check.unlike_nothing'
  | 'escalation.no_top'
  | 'escalation.tells_nobody'
  | 'loop.postpones_forever'
  | 'evidence.can_be_skipped'
  | 'check.alone'
  | 'check.nobody_has_to'
  | 'check.cannot_send_back'
  | 'review.no_bounds'
  | 'link.bad_field'
  | 'visit.never_recorded'
  | 'words.missing';

/** What the checker learned after the first procedures were published (decision 0007). */
export const youngerCodes: ReadonlySet<FaultCode> = new Set<FaultCode>(['loop.postpones_forever']);
