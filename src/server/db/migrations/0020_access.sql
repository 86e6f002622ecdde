-- Who signs in, and with which roles. The host's own affairs: not carried in the workspace file, neither undone nor replaced with
-- the workspace; people and clusters are therefore referred to by id alone, as a workspace that is brought in may lack them.

-- The columns are those that the library for signing in asks for, but person_id and suspended_at.
create table auth_users (
  id uuid primary key,
  name text not null,
  email text not null check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- Whose name stands on what is written.
  person_id uuid,
  suspended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index auth_users_email on auth_users (email);

create table auth_sessions (
  id uuid primary key,
  token text not null,
  user_id uuid not null references auth_users on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index auth_sessions_token on auth_sessions (token);
create index auth_sessions_user on auth_sessions (user_id);

-- How somebody proves who they are: by a password (its hash), or by the account that another organisation keeps.
create table auth_accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth_users on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_once unique (provider_id, account_id)
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verifications_identifier on auth_verifications (identifier);

create table auth_two_factors (
  id uuid primary key,
  secret text not null,
  backup_codes text not null,
  user_id uuid not null references auth_users on delete cascade,
  verified boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
create index auth_two_factors_user on auth_two_factors (user_id);

-- Roles as given; for the whole workspace where neither an organisation nor an alliance is named.
create table appointments (
  id uuid primary key,
  user_id uuid not null references auth_users on delete cascade,
  role text not null check (role in ('administrator', 'coordinator', 'manager', 'finance', 'assistant', 'viewer', 'guest')),
  organisation_id uuid,
  alliance_id uuid,
  created_at timestamptz not null,
  constraint one_place check (organisation_id is null or alliance_id is null)
);
create index appointments_user on appointments (user_id);

-- Only the hash of what stands in the link is kept.
create table invitations (
  token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references auth_users on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index invitations_user on invitations (user_id);

-- Failed attempts, by who tried what from where (a hash), so that guessing is slowed down on every node alike.
create table attempts (
  key text primary key,
  failures int not null,
  since timestamptz not null
);
create index attempts_by_time on attempts (since);
