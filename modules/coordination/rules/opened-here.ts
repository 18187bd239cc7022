/** The procedures that are opened from the coordination desk (协调台可登记的流程), in the order in which it shows them. */
export const openedHere = [
  'urgent-signal',
  'escalation',
  'whistle',
  'urging',
  'supervision-order',
  'leader-instruction',
  'root-cause',
  'backlog-case',
  'screening-round',
  'group-petition',
  'complaint-check',
  'online-concern',
  'district-task',
  'listening-session',
] as const;
