/** The engine (事项引擎): procedures, matters, timeline, clocks, transfers, outcomes, work queues. */
export const matters = {
  name: 'matters',
  dependsOn: ['accounts', 'territory', 'bodies', 'access'],
  tables: [
    'matters.matters',
    'matters.timeline',
    'matters.words',
    'matters.clocks',
    'matters.commands',
    'matters.numbers',
    'matters.counts',
    'matters.search',
    'matters.attachments',
    'matters.calendars',
    'matters.calendar_days',
    'matters.digests',
    'matters.digest_leaves',
    'matters.precedents',
    'matters.settings',
  ],
  permissions: [],
} as const;
