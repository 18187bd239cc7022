-- Which limits stood missed at the end of a week or month (期末仍超时), found by when they ended and not among all that was open or moved since.

create index clocks_missed on matters.clocks (district_id, ended_at, matter_id) where missed_at is not null;
