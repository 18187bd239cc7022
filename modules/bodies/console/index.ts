export { readStaffSearch } from './staff-search.ts';

/** The pages, each loaded when it is first opened. */
export const loadStaffPage = () => import('./staff-page.tsx');
export const loadVacanciesPage = () => import('./vacancies-page.tsx');
export const loadMyDeputiesPage = () => import('./my-deputies-page.tsx');
