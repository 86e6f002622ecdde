-- Companies that are brought in many at a time are in their clusters at once; aid that was asked for with a place waits with
-- the company for it.

-- ── Which living companies are in which clusters ──────────────────────────────────────────────────────────────────

-- Makes what is derived from these records anew, all of them at once: a tenth of the cost of row by row.
create or replace function refresh_records(of_noun text, wanted uuid[]) returns void
  language plpgsql
as $$
begin
  delete from search_entries e where e.noun = of_noun and e.record_id = any (wanted);
  insert into search_entries select * from search_entries_wanted w where w.noun = of_noun and w.record_id = any (wanted);
  insert into search_words
  select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
  where e.noun = of_noun and e.record_id = any (wanted) and length(word) between 3 and 40 and word !~ '[0-9]'
  order by word
  on conflict do nothing;
  perform refresh_match_keys(of_noun, wanted);
  if of_noun = 'organisations' then
    delete from company_members h where h.organisation_id = any (wanted);
    insert into company_members select * from company_members_wanted w where w.organisation_id = any (wanted);
    perform refresh_organisation_standing(o.id) from organisations o where o.id = any (wanted)
      and ('partner' = any (o.kinds) or exists (select from organisation_standing h where h.organisation_id = o.id));
  end if;
end
$$;

-- Members that imports brought in before were left out.
delete from company_members;
insert into company_members select * from company_members_wanted;

-- ── Aid that waits ────────────────────────────────────────────────────────────────────────────────────────────────

-- De minimis aid in euro cents that was asked for with a place: granted when one is offered to who waits.
alter table participation_states add column aid bigint check (aid > 0);
alter table participation_states add constraint aid_waits check (aid is null or state = 'waitlisted');
