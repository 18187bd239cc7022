/** Loaded when it is first opened. */
export const loadKeysPage = () => import('./keys-page.tsx');
