-- How many running limits moved after the calendar was set last (期限变动数), said on the page where it is set.

alter table matters.calendars add column moved integer not null default 0;
comment on column matters.calendars.moved is 'Counted up while the limits are counted anew, from nothing at each change of the calendar.';
