-- Draws by what a digest is the first to hold (回访抽样按入摘要), so that no clock lets a matter escape one or be in two.

alter table matters.visit_draws add column rule smallint not null default 1;
comment on column matters.visit_draws.rule is '1: drawn from what was settled on the day itself, until 0056; 2: from what the digest of the day is the first to hold.';
alter table matters.visit_candidates add column late boolean not null default false;
comment on column matters.visit_candidates.late is 'Settled on an earlier day, and written when the digest of that day was made already.';
