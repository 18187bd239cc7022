/** How often somebody hears of their area: once a day in the morning, or when something happens. */
export const alertPaces = ['daily', 'atOnce'] as const;
export type AlertPace = (typeof alertPaces)[number];

export type AskAlerts = {
  readonly mail: string;
  /** A community, a sub-district, or empty for the district. */
  readonly area: string;
  readonly category: string;
  readonly pace: string;
  readonly language: 'zh' | 'en';
};
