-- How areas are written may be corrected: an import from the office's list, a misspelt estate.

alter table territory.areas add constraint areas_names_not_empty check (name_zh <> '' and name_en <> '');
grant update (name_zh, name_en, addresses) on territory.areas to linli_app;
