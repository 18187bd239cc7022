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
    'posts.read',
    'posts.standIn',
    'district.administer',
    'territory.edit',
    'accounts.administer',
  ],
} as const;
