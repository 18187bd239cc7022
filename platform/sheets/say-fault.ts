import { say, type Both } from '../i18n/words.ts';
import type { CellFault } from './read-lists.ts';
import './words.ts';

/** What is wrong in a cell, in words: what is the case and what to do about it. */
export const sayCellFault = ({ drawer, code, details }: CellFault): Both => say(drawer, `cellFaults.${code}`, details);
