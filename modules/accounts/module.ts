export const accounts = {
  name: 'accounts',
  dependsOn: [],
  tables: ['accounts.accounts', 'accounts.sessions'],
  permissions: [],
} as const;
