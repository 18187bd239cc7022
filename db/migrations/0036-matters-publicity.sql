-- What is decided about what the public reads of a matter (公开事项) stands on its timeline.

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed', 'linked', 'drawnForVisit', 'turnedInto', 'taskMoved', 'publicity'));
