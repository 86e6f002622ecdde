-- Keys that duplicates share are made once for each name: asked for "not null" outside of a union, each was made twice, for the
-- condition and for the row. What they come to stays the same.

create or replace function name_key(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
declare
  words text := regexp_replace(words_of(value), ' (the|of|and|for|in|de|du|des|la|le|les|l|d|et|und|von|di|e|y|a)(?= )', '', 'g');
  bare text := words;
begin
  -- Most names end in no legal form, which the last word tells at a fifth of the cost.
  if split_part(words, ' ', -1) = any ('{sa,a,sas,s,sasu,sarl,l,eurl,snc,gie,gmbh,mbh,ag,kg,co,ltd,limited,plc,inc,corp,corporation,company,llc,llp,bv,v,nv,spa,srl,sl,kk,k,ab,oy,oyj,as,aps,asbl,ev}') then
    bare := regexp_replace(bare, '( (sa|s a|sas|s a s|sasu|sarl|s a r l|eurl|snc|gie|gmbh|mbh|ag|kg|co|ltd|limited|plc|inc|corp|corporation|company|llc|llp|bv|b v|nv|n v|spa|s p a|srl|s r l|sl|s l|kk|k k|ab|oy|oyj|as|a s|aps|asbl|ev|e v))+$', '');
  end if;
  bare := regexp_replace(bare, '^ (sas|sasu|sarl|eurl|kabushiki kaisha)(?= )', '');
  return nullif((select string_agg(word, '' order by word) from unnest(string_to_array(ltrim(case when bare = '' then words else bare end), ' ')) word), '');
end
$$;

create or replace function in_one_word(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
declare
  words text := words_of(value);
begin
  return case when words like ' % %' then replace(words, ' ', '') end;
end
$$;

create or replace view match_keys_wanted as
  select 'organisations' as noun, k.kind, left(k.key, 200) as key, o.id as record_id
  from organisations o
  cross join lateral (
    select 'name' as kind, name_key(o.name) as key
    union select 'name', name_key(n.name) from organisation_names n where n.organisation_id = o.id
    -- Misspelt further on, in the same place.
    union select 'start', left(replace(words_of(o.name), ' ', ''), 7) || words_of(o.town) where o.town is not null
    union select 'number', number_key(r.scheme, r.value) from registration_numbers r where r.organisation_id = o.id
    union select 'domain', own_host(w.url) from organisation_websites w where w.organisation_id = o.id
    offset 0
  ) k
  where o.deleted_at is null and k.key is not null
  union all
  select 'people', k.kind, left(k.key, 200), p.id
  from people p
  cross join lateral (
    select 'name' as kind, name_key(concat_ws(' ', p.given_name, p.family_name)) as key
    union select 'name', name_key(p.native_name)
    union select 'email', lower(p.email)
    -- "J. Dupont" and "Jean Dupont".
    union select 'start', left(words_of(p.given_name), 2) || words_of(p.family_name) where p.given_name is not null
    offset 0
  ) k
  where p.deleted_at is null and k.key is not null and not exists (select from erased_people e where e.id = p.id);
