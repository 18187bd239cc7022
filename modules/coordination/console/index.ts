/** The pages, each loaded when it is first opened. */
export const loadMeetingsPage = () => import('./meetings-page.tsx');
export const loadMeetingPage = () => import('./meeting-page.tsx');
