/** How a resident reaches the staff, who take the request down (代录). */
export const staffChannels = ['counter', 'telephone', 'doorstep', 'letter'] as const;
export const channels = ['site', ...staffChannels, 'onlineMessage', 'open311'] as const;
/** How a request came in (渠道). */
export type Channel = (typeof channels)[number];

export const categories = [
  'lighting',
  'water',
  'heating',
  'power',
  'gas',
  'road',
  'waste',
  'noise',
  'property',
  'safety',
  'greening',
  'elderly',
  'welfare',
  'building',
  'other',
] as const;
/** What a request is about (诉求类别). */
export type Category = (typeof categories)[number];
