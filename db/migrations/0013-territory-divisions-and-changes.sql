-- The country's divisions (全国区划) as a shared reference list; areas that begin, merge, split and are renamed on a date.

create table territory.divisions (
  code text collate "C" not null,
  tier smallint not null,
  parent_code text collate "C",
  national_code text collate "C" not null,
  name_zh text not null,
  name_en text not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  grams text[] not null,
  constraint divisions_pk primary key (code),
  constraint divisions_code_of_tier check (length(code) = (array[2, 4, 6, 9, 12])[tier] and code ~ '^[1-9][0-9]+$'),
  constraint divisions_national_code check (national_code = rpad(code, 12, '0'))
);
comment on table territory.divisions is 'Province 2 digits, city 4, district 6, sub-district 9, community 12: the national code without the zeros that fill it up, so that a unit which the list has at two levels stands twice.';
comment on column territory.divisions.pinyin is 'Letters without tones and spaces, as people type them.';
comment on column territory.divisions.grams is 'Two-character grams of the name, without those that stand in every second name.';
create index divisions_by_parent on territory.divisions (parent_code, code);
create index divisions_by_tier on territory.divisions (tier, code);
create index divisions_by_pinyin on territory.divisions (pinyin, tier, code);
create index divisions_by_initials on territory.divisions (initials, tier, code);
create index divisions_grams on territory.divisions using gin (grams);
grant select on territory.divisions to linli_app;

create table territory.division_imports (
  sha256 text not null,
  lines_done integer not null,
  finished_at timestamptz,
  constraint division_imports_pk primary key (sha256)
);
comment on table territory.division_imports is 'How far the import of a file has come, so that one that was cut off goes on.';
grant select on territory.division_imports to linli_app;

-- A community of the street part 000 lies in no sub-district: the district runs it itself (区直管社区).
alter table territory.areas drop constraint areas_code_of_kind;
alter table territory.areas add constraint areas_code_of_kind check (
  case kind
    when 'district' then length(code) = 6 and parent_code is null
    when 'subdistrict' then length(code) = 9 and parent_code = left(code, 6) and right(code, 3) <> '000'
    when 'community' then length(code) = 12
      and parent_code = case substr(code, 7, 3) when '000' then left(code, 6) else left(code, 9) end
    when 'grid' then length(code) = 15 and parent_code = left(code, 12)
    else false
  end is true
);
grant update (name_zh, name_en, ended_on) on territory.areas to linli_app;

create table territory.area_changes (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  takes_effect_on date not null,
  source text not null,
  area_codes text[] not null,
  content jsonb not null,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint area_changes_pk primary key (district_id, id),
  constraint area_changes_kind check (kind in ('merge', 'split', 'rename')),
  constraint area_changes_source check (source <> '')
);
comment on table territory.area_changes is 'Append-only: what was decided about boundaries and names, from which day, and by which paper.';
comment on column territory.area_changes.decided_by is 'Account of the person; null for the program itself.';
grant select, insert on territory.area_changes to linli_app;

create table territory.area_effects (
  district_id integer not null,
  change_id uuid not null,
  what text not null,
  refusal jsonb,
  by_account uuid,
  at timestamptz not null,
  constraint area_effects_pk primary key (district_id, change_id),
  constraint area_effects_change_fk foreign key (district_id, change_id) references territory.area_changes (district_id, id),
  constraint area_effects_what check (what in ('done', 'refused', 'withdrawn')),
  constraint area_effects_refusal check ((what = 'refused') = (refusal is not null))
);
comment on column territory.area_effects.refusal is 'Code and values of the sentence that says why it could not take effect.';
comment on table territory.area_effects is 'Append-only, one row for each change: it took effect, could not, or was withdrawn before its day.';
grant select, insert on territory.area_effects to linli_app;

create table territory.area_names (
  district_id integer not null,
  code text collate "C" not null,
  until_on date not null,
  name_zh text not null,
  name_en text not null,
  change_id uuid not null,
  constraint area_names_pk primary key (district_id, code, change_id),
  constraint area_names_area_fk foreign key (district_id, code) references territory.areas (district_id, code),
  constraint area_names_change_fk foreign key (district_id, change_id) references territory.area_changes (district_id, id)
);
comment on table territory.area_names is 'Append-only: names that areas had before; until_on is the first day of the next name.';
grant select, insert on territory.area_names to linli_app;

create table territory.successions (
  district_id integer not null,
  from_code text collate "C" not null,
  to_code text collate "C" not null,
  on_date date not null,
  is_whole boolean not null,
  change_id uuid not null,
  constraint successions_pk primary key (district_id, from_code, to_code),
  constraint successions_from_fk foreign key (district_id, from_code) references territory.areas (district_id, code),
  constraint successions_to_fk foreign key (district_id, to_code) references territory.areas (district_id, code),
  constraint successions_change_fk foreign key (district_id, change_id) references territory.area_changes (district_id, id),
  constraint successions_between_two check (from_code <> to_code)
);
create unique index successions_one_heir on territory.successions (district_id, from_code) where is_whole;
create index successions_by_heir on territory.successions (district_id, to_code);
comment on table territory.successions is 'Append-only: which area came out of which.';
comment on column territory.successions.is_whole is 'The area ended and all that was in it passed on; false when only a part was split off.';
grant select, insert on territory.successions to linli_app;

do $$
declare t text;
begin
  foreach t in array array['area_changes', 'area_effects', 'area_names', 'successions'] loop
    execute format('alter table territory.%I enable row level security', t);
    execute format('alter table territory.%I force row level security', t);
    execute format(
      'create policy %I on territory.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
