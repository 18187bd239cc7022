import type { AlertPace, AskAlerts } from '../contract/alerts.ts';
import { isCategory } from './services.ts';

type Choice = { readonly category: string; readonly pace: AlertPace };

/** The kind and pace of a subscription as they were chosen; anything else means every kind, once a day. */
export const readChoice = ({ category, pace }: Pick<AskAlerts, 'category' | 'pace'>): Choice => ({
  category: isCategory(category) ? category : '',
  pace: pace === 'atOnce' ? 'atOnce' : 'daily',
});
