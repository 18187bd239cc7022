/** Loaded when it is first opened. */
export const loadPartnersPage = () => import('./partners-page.tsx');
export const loadHandoffCard = () => import('./handoff-card.tsx');
