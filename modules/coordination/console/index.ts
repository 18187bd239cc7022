/** The pages, each loaded when it is first opened. */
export const loadMeetingsPage = () => import('./meetings-page.tsx');
export const loadMeetingPage = () => import('./meeting-page.tsx');
export const loadRepeatsPage = () => import('./repeats-page.tsx');
export const loadDeskPage = () => import('./desk-page.tsx');
export const loadReceptionPage = () => import('./reception-page.tsx');
export const loadStatementsCard = () => import('./statements-card.tsx');
