export const territory = {
  name: 'territory',
  dependsOn: [],
  tables: [
    'territory.districts',
    'territory.areas',
    'territory.divisions',
    'territory.division_imports',
    'territory.area_changes',
    'territory.area_effects',
    'territory.area_names',
    'territory.successions',
  ],
  permissions: ['district.administer'],
} as const;
