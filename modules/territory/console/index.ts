/** The pages, each loaded when it is first opened. */
export const loadAreasPage = () => import('./areas-page.tsx');
export const loadAreaPage = () => import('./area-page.tsx');
export const loadDivisionsPage = () => import('./divisions-page.tsx');
export const loadFirstSteps = () => import('./first-steps.tsx');
export const loadGridsPage = () => import('./grids-page.tsx');
export const loadCommunitiesPage = () => import('./communities-page.tsx');
