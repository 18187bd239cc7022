export { readDaySearch, readMatterSearch, type MatterSearch } from './page-search.ts';
export { readQueueSearch } from './queue-search.ts';
export type { QueueSearch } from './queue-search.ts';
export type { CommunityChoice } from './queue-filters.tsx';

/** The pages, each loaded when it is first opened. */
export const loadQueuePage = () => import('./queue-page.tsx');
export const loadCalendarPage = () => import('./calendar-page.tsx');
export const loadTemplatesPage = () => import('./templates-page.tsx');
export const loadSettingsPage = () => import('./settings-page.tsx');
export const loadMatterPage = () => import('./matter-page.tsx');
export const loadProceduresPage = () => import('./procedures-page.tsx');
export const loadAnswersPage = () => import('./answers-page.tsx');
export const loadDayPage = () => import('./day-page.tsx');
export const loadOpenPage = () => import('./open-page.tsx');
export const loadProcedurePage = () => import('./procedure-page.tsx');
