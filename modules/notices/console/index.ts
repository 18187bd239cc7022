export { Bell } from './bell.tsx';

/** The pages, each loaded when it is first opened. */
export const loadInboxPage = () => import('./inbox-page.tsx');
export const loadOutboxPage = () => import('./outbox-page.tsx');
