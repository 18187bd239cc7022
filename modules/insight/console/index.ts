export { readAreaSearch, readBehindSearch, type AreaSearch, type BehindSearch } from './searches.ts';
/** Each loaded when it is first opened. */
export const loadOverviewPage = () => import('./overview-page.tsx');
export const loadBehindPage = () => import('./behind-page.tsx');
export const loadWallPage = () => import('./wall-page.tsx');
export const loadReportsPage = () => import('./reports-page.tsx');
export const loadReportPage = () => import('./report-page.tsx');
export const loadAreaProfilePage = () => import('./area-profile-page.tsx');
