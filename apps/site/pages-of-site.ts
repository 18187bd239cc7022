import type { Key } from './words.ts';

type Link = { readonly path: string; readonly key: Key };

const report: Link = { path: '/report', key: 'frame.report' };
const follow: Link = { path: '/follow', key: 'frame.follow' };
const see: Link = { path: '/see', key: 'frame.see' };
const rest: readonly Link[] = [
  { path: '/boards', key: 'boards.title' },
  { path: '/channels', key: 'channels.title' },
  { path: '/reception', key: 'reception.title' },
  { path: '/root-causes', key: 'roots.title' },
  { path: '/figures', key: 'frame.figures' },
  { path: '/open-data', key: 'openData.title' },
  { path: '/procedures', key: 'frame.procedure' },
  { path: '/trust', key: 'trust.title' },
];
const my: Link = { path: '/my', key: 'my.title' };

/** What stands at the foot of every page. */
export const pagesOfSite: readonly Link[] = [report, follow, my, see, ...rest];
/** The same in large letters: few, and one page with the rest. */
export const pagesInLarge: readonly Link[] = [report, follow, see, { path: '/more', key: 'more.title' }];
/** The rest. */
export const pagesBesides: readonly Link[] = [my, ...rest];
/** Out of a form. */
export const wayHome: readonly Link[] = [{ path: '/', key: 'frame.home' }];
