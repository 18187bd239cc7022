export const loadCommunityChoice = () => import('./community-choice.tsx');

/** The pages and parts, each loaded when it is first opened. */
export const loadRegisterPage = () => import('./register-page.tsx');
export const loadDutiesPage = () => import('./duties-page.tsx');
export const loadRequestCard = () => import('./request-card.tsx');
export const loadAnswerPreview = () => import('./answer-preview.tsx');
export const loadBesideCard = () => import('./beside-card.tsx');
export { readRegisterSearch } from './register-search.ts';
