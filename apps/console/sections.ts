const kept: Readonly<Record<string, string>> = {
  reports: 'overview',
  'area-profile': 'overview',
  meetings: 'coordination',
  repeats: 'coordination',
  reception: 'coordination',
};

/**
 * The page of the top bar (栏目) under which a page lies whose address does not begin with it.
 *
 * @param path as the router says it, with or without the folder of the console: `/reports/3` lies under `overview`
 */
export const sectionOf = (path: string): string | undefined => {
  const [first = ''] = path
    .replace(/^\/console(?=\/|$)/, '')
    .split('/')
    .filter(Boolean);
  return kept[first];
};
