export const accounts = {
  name: 'accounts',
  dependsOn: [],
  tables: [
    'accounts.account_events',
    'accounts.accounts',
    'accounts.attempts',
    'accounts.devices',
    'accounts.factor_requirements',
    'accounts.factors',
    'accounts.phone_codes',
    'accounts.recovery_codes',
    'accounts.resident_sessions',
    'accounts.sessions',
    'accounts.sso_links',
  ],
  permissions: [],
} as const;
