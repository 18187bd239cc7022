/** Loaded when it is first opened. */
export const loadKeysPage = () => import('./keys-page.tsx');
export const loadDisclosuresPage = () => import('./disclosures-page.tsx');
export const loadDisclosuresDue = () => import('./disclosures-due.tsx');
export const loadNoticeCard = () => import('./notice-card.tsx');
export const loadQuestionPreview = () => import('./question-preview.tsx');
