-- The dispatch meeting of the leading group (工作调度会) is a meeting of the district itself: departments and sub-districts read it.

drop policy meetings_in_reach on coordination.meetings;
create policy meetings_in_reach on coordination.meetings using (coalesce(
  district_id = current_setting('app.district', true)::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    -- Of a sub-district's meeting, the communities in it.
    or (length(area_code) > 6 and left(current_setting('app.lo', true), length(area_code)) = area_code)
    -- Of the district's, its sub-districts, but not the communities; and its departments, which reach only what they were given.
    or (length(area_code) = 6 and length(current_setting('app.lo', true)) = 9 and left(current_setting('app.lo', true), 6) = area_code)
    or (length(area_code) = 6 and exists (select from bodies.bodies b where b.district_id = meetings.district_id
      and b.id = nullif(current_setting('app.body', true), '')::uuid and b.kind = 'department'))
  ), false));

alter table coordination.agenda_items drop constraint agenda_items_cause;
alter table coordination.agenda_items add constraint agenda_items_cause check (cause in (
  'repeats', 'overdue', 'escalated', 'notSolved', 'raised', 'targetLate', 'targetUnaccepted', 'order', 'dispute'));
