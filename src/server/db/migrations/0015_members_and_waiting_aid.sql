-- Companies that are brought in many at a time are in their clusters at once; aid that was asked for with a place waits with
-- the company for it; data is kept on consent only while there is any.

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

-- ── Consent withdrawn ─────────────────────────────────────────────────────────────────────────────────────────────

-- Until when the data of people may be kept: the SQL twin of `retention` and `withdrawnOn` in src/domain/privacy.ts. Where consent
-- is what allows it, no longer than until the last of it was withdrawn.
create or replace function kept_until(wanted uuid[] default null)
  returns table (person_id uuid, last_action date, until date)
  language sql stable
as $$
  select p.id, d.last_action, least((d.last_action + make_interval(months => coalesce(v.keep_months, 36)))::date, w.withdrawn_on)
  from people p
  left join person_privacy v on v.id = p.id
  left join (
    select o.person_id, max(o.day) as day from own_actions o
    where o.day is not null and (wanted is null or o.person_id = any (wanted)) group by o.person_id
  ) a on a.person_id = p.id
  cross join lateral (select greatest(a.day, coalesce(v.collected_on, p.created_at::date)) as last_action) d
  left join lateral (
    select max(l.on_date) as withdrawn_on
    from (
      select distinct on (c.purpose) c.decision, c.on_date from person_consents c
      where c.person_id = p.id order by c.purpose, c.on_date desc, c.position desc
    ) l
    having bool_and(l.decision = 'withdrawn')
  ) w on v.legal_basis = 'consent'
  where wanted is null or p.id = any (wanted)
$$;
