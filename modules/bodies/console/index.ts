export { readStaffSearch } from './staff-search.ts';

/** The pages, each loaded when it is first opened. */
export const loadStaffPage = () => import('./staff-page.tsx');
export const loadVacanciesPage = () => import('./vacancies-page.tsx');
export const loadOfficersPage = () => import('./officers-page.tsx');
export const loadMyDeputiesPage = () => import('./my-deputies-page.tsx');
/** A part for other modules' forms; exported whole it would lie in what every page loads. */
export const loadBodySearch = () => import('./body-search.tsx');

/** The pages, each loaded when it is first opened. */
export const loadWorkbookPage = () => import('./workbook-page.tsx');
export const loadBodiesPage = () => import('./bodies-page.tsx');
export const loadBodyPage = () => import('./body-page.tsx');
export const loadChainsPage = () => import('./chains-page.tsx');
export const loadCommunityChains = () => import('./community-chains.tsx');
