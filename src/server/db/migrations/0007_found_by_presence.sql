-- An agreement is found, too, by those who were present when it was signed: the cluster that organised it, a witness.

alter view searchable rename to searchable_but_presence;
create view searchable as
  select s.noun, s.record_id, s.title, s.subtitle,
    concat_ws(' ', s.text, case when s.noun = 'agreements' then
      (select string_agg(concat_ws(' ', o.name, h.given_name, h.family_name), ' ' order by t.position)
        from agreement_attendees t left join organisations o on o.id = t.organisation_id left join people h on h.id = t.person_id
        where t.agreement_id = s.record_id) end) as text,
    s.sort_title, s.is_cluster
  from searchable_but_presence s;

create or replace view search_entries_wanted as
  select noun, record_id, title, nullif(subtitle, '') as subtitle, words_of(text) as text,
    words_of(title) as title_words, sorted_as(sort_title) as sort_title, is_cluster
  from searchable;

create trigger searched after insert or update or delete on agreement_attendees for each row
  execute function refresh_search_of_row('agreements', 'agreement_id');

-- A renamed body or person is found by the new name there as well.
create function refresh_search_of_attended() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  perform refresh_search('agreements', t.agreement_id) from agreement_attendees t
  where t.organisation_id = new.id or t.person_id = new.id;
  return null;
end
$$;

create trigger renamed_attendee after update of name on organisations for each row
  when (old.name <> new.name) execute function refresh_search_of_attended();
create trigger renamed_attendee after update of given_name, family_name on people for each row
  execute function refresh_search_of_attended();

select refresh_search('agreements', t.agreement_id) from agreement_attendees t group by t.agreement_id;
