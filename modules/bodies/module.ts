export const bodies = {
  name: 'bodies',
  dependsOn: ['accounts', 'territory'],
  tables: [
    'bodies.bodies',
    'bodies.links',
    'bodies.posts',
    'bodies.appointments',
    'bodies.deputies',
    'bodies.staff_changes',
    'bodies.moves',
    'bodies.charges',
  ],
  permissions: [],
} as const;
