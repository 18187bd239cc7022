/** Telling (告知): the inbox of posts and bodies, and the outbox of messages to residents. */
export const notices = {
  name: 'notices',
  dependsOn: ['territory', 'bodies', 'access', 'matters'],
  tables: [
    'notices.notices',
    'notices.reads',
    'notices.inboxes',
    'notices.left_unread',
    'notices.messages',
    'notices.joined_news',
  ],
  permissions: ['notices.operate'],
} as const;
