/** Openness (公开): Open311, open data, figures, feeds. */
export const openness = {
  name: 'openness',
  dependsOn: ['territory', 'bodies', 'access', 'matters', 'requests'],
  tables: ['openness.clients', 'openness.points', 'openness.facts'],
  permissions: [],
} as const;
