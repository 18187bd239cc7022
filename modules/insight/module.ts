/** Seeing (看): figures of what is stuck, what comes again, how residents judged; the wall page; weekly and monthly reports. */
export const insight = {
  name: 'insight',
  dependsOn: ['accounts', 'territory', 'bodies', 'access', 'matters', 'requests', 'coordination'],
  tables: [
    'insight.tallies',
    'insight.days',
    'insight.area_days',
    'insight.kind_days',
    'insight.day_changes',
    'insight.reports',
  ],
  permissions: ['reports.make'],
} as const;
