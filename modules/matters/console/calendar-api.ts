import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clientOf } from '../../../ui/console/api.ts';
import type { CalendarChange, calendarRoutes } from '../contract/calendar.ts';

const call = clientOf<typeof calendarRoutes>();
const keyOf = (year: number) => ['calendar', year] as const;
const WHILE_COUNTING_MS = 2_000;

/** One year of the calendar; looks again while limits are being counted anew. */
export const useCalendarYear = (year: number) =>
  useQuery({
    queryKey: keyOf(year),
    queryFn: () => call('GET /api/calendar/:year', { params: { year } }),
    refetchInterval: ({ state }) => (state.data?.isRecounting ? WHILE_COUNTING_MS : false),
  });

/** First how many limits a change would move, then the change itself. */
export function useChangeCalendar() {
  const client = useQueryClient();
  const preview = useMutation({
    mutationFn: (change: CalendarChange) => call('POST /api/calendar/preview', { body: change }),
  });
  const change = useMutation({
    mutationFn: (wanted: CalendarChange) => call('POST /api/calendar/changes', { body: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  });
  const reset = () => {
    preview.reset();
    change.reset();
  };
  return { preview, change, reset };
}
export type Changing = ReturnType<typeof useChangeCalendar>;
