/** The pages, each loaded when it is first opened. */
export const loadGridsPage = () => import('./grids-page.tsx');
export const loadCommunitiesPage = () => import('./communities-page.tsx');
