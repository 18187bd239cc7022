import type { Work } from '../../../platform/work.ts';
import type { Reveal, RevealSubject } from '../contract/reveal.ts';
import { loadRevealsOf } from '../store/reveal-store.ts';

/** Lists who looked at the protected details of a subject (查看留痕), earliest first. */
export const listRevealsOf = (work: Work, subject: RevealSubject): Promise<Reveal[]> => loadRevealsOf(work, subject);
