-- Tokens that people make for programs (docs/decisions/0028-tokens-and-mcp.md). The host's own, as accounts are: not carried in the
-- workspace file. A token is kept once it has ended, so that the audit goes on telling its name.

create table api_tokens (
  id uuid primary key,
  user_id uuid not null references auth_users on delete cascade,
  name text not null,
  -- Only the hash of the secret is kept, and what it begins with, by which its owner knows it again.
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  hint text not null,
  -- src/domain/scopes.ts
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_tokens_secret on api_tokens (token_sha256);
create index api_tokens_user on api_tokens (user_id, created_at);

-- A change that a program made is told with its token.
create or replace function note_act() returns trigger
  language plpgsql
as $$
begin
  if new.id::text is distinct from current_setting('corridor.change_set', true) then return null; end if;
  if not exists (select from audit_head where active) then return null; end if;
  insert into audit_entries (at, kind, verb, user_id, person_id, noun, record_id, change_set_id, detail)
  values (
    new.at, 'change', new.verb, nullif(current_setting('corridor.user', true), ''), new.actor_id, new.noun, new.record_id, new.id,
    -- Canonical JSON, as src/server/audit/acts.ts writes it.
    '{"token":"' || nullif(current_setting('corridor.token', true), '') || '"}'
  );
  return null;
end
$$;
