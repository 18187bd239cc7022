export const bodies = {
  name: 'bodies',
  dependsOn: ['accounts', 'territory'],
  tables: ['bodies.bodies', 'bodies.links', 'bodies.posts', 'bodies.appointments', 'bodies.charges'],
  permissions: [],
} as const;
