export const territory = {
  name: 'territory',
  dependsOn: [],
  tables: ['territory.districts', 'territory.areas'],
  permissions: [],
} as const;
