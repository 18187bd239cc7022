/** Areas, the register of addresses, and grids as sets of them (区划、地址与网格). */
export const territory = {
  name: 'territory',
  dependsOn: ['accounts'],
  tables: [
    'territory.districts',
    'territory.areas',
    'territory.divisions',
    'territory.division_imports',
    'territory.area_changes',
    'territory.area_effects',
    'territory.area_names',
    'territory.successions',
    'territory.addresses',
    'territory.grid_changes',
    'territory.grid_moves',
    'territory.outlines',
  ],
  permissions: ['district.administer', 'territory.edit'],
} as const;
