import { cleanText, shortenToTitle } from '../../matters/index.ts';
import { maskText } from './mask-text.ts';

/** The first words of a request as its title in lists (标题), masked before it is cut, so that no half number remains. */
export const titleOf = (text: string): string => shortenToTitle(maskText(cleanText(text)));
