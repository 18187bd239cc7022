import type { Sent } from './send.ts';

/** One request that should not be taken, or not harm (攻击请求). */
export type Attempt = {
  /** What was bad, in words. */
  readonly words: string;
  readonly sent: Sent;
  /** What is sent does not fit the shape that the route states, so that taking it is an offence. */
  readonly mustRefuse: boolean;
  readonly language?: 'zh' | 'en';
};

/** A route that is attacked, with what it takes. */
export type Target = {
  /** As `listServedRoutes` names it. */
  readonly route: string;
  readonly fields: number;
  /** What whoever asks has to be allowed; tried with each account until one is. Absent: anyone. */
  readonly permission?: string;
  /** The cookies with which a resident comes, where no account is needed. */
  readonly cookie?: string;
  /** A request as it should be, by which one sees who is allowed. */
  readonly usual: () => Sent;
  /** Each is made when it is sent, because some are large. */
  readonly attempts: () => Iterable<() => Attempt>;
};

/** An answer that must not be: what was sent, in words, and what came back. */
export type Offence = { readonly route: string; readonly with: string; readonly what: string };
