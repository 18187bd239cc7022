export const access = {
  name: 'access',
  dependsOn: ['accounts', 'territory', 'bodies'],
  tables: ['access.reveals'],
  permissions: [
    'matters.read',
    'matters.register',
    'matters.step',
    'matters.search',
    'requests.reveal',
    'procedures.read',
    'figures.read',
    'bodies.read',
    'district.administer',
    'duties.edit',
  ],
} as const;
