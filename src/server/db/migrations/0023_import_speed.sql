-- Companies brought in many at a time: their memberships are looked up one company at a time. Joined as a whole they cost a
-- walk through all companies for each part of an import, which made the time of an import grow with its square.
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
    insert into company_members
    select w.* from (select distinct unnest(wanted)) asked (id)
    cross join lateral (select * from company_members_wanted w where w.organisation_id = asked.id offset 0) w;
    perform refresh_organisation_standing(o.id) from organisations o where o.id = any (wanted)
      and ('partner' = any (o.kinds) or exists (select from organisation_standing h where h.organisation_id = o.id));
  end if;
end
$$;
