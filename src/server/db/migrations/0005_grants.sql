-- Grants: who gives how much, the budget in lines and versions, expenses and who bears them, claims, and rates.

alter domain record_noun drop constraint record_noun_check;
alter domain record_noun add constraint record_noun_check check (value in (
  'organisations', 'people', 'alliances', 'markets', 'agreements', 'missions', 'participations', 'meetings', 'grants', 'expenses'));

create domain currency_code as text check (value ~ '^[A-Z]{3}$');
-- A rate as a decimal: its digits are kept as they were published.
create domain decimal_rate as text check (value ~ '^\d{1,9}(\.\d{1,9})?$' and value ~ '[1-9]');
-- A share in basis points, of which 10,000 are the whole.
create domain basis_points as int check (value between 0 and 10000);

-- ── Grants ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table grants (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  reference text,
  programme text,
  call text,
  summary text,
  alliance_id uuid references alliances,
  cluster_id uuid references organisations,
  starts partial_date,
  ends partial_date,
  currency currency_code not null,
  total_kind text not null check (total_kind in ('exact', 'at_least', 'unknown')),
  total_minor bigint check (total_minor >= 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  closed_on date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint grant_period check (partial_first(starts) <= partial_last(ends)),
  constraint total_whole check ((total_kind = 'unknown') = (total_minor is null))
);
create index on grants (alliance_id);
create index on grants (cluster_id);
create index grants_by_title on grants (sorted_as(title), id) where deleted_at is null;
create index grants_by_update on grants (updated_at, id) where deleted_at is null;

create table grant_funders (
  id uuid primary key,
  grant_id uuid not null references grants,
  position int not null,
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('eu_direct', 'eu_shared', 'national', 'regional', 'local', 'chamber', 'private', 'own_funds', 'unknown')),
  -- One of them, or neither where nobody has said.
  share_bp basis_points,
  amount_minor bigint check (amount_minor >= 0),
  constraint funder_share_whole check (share_bp is null or amount_minor is null),
  constraint funder_once unique (grant_id, organisation_id) deferrable initially deferred
);
create index on grant_funders (organisation_id);

-- ── The budget ────────────────────────────────────────────────────────────────────────────────────────────────────

create table budget_versions (
  id uuid primary key,
  grant_id uuid not null references grants,
  position int not null,
  kind text not null check (kind in ('initial', 'amendment')),
  title text,
  note text,
  -- Null while it is a draft, which does not count.
  adopted_on date,
  sample boolean not null default false,
  created_at timestamptz not null,
  constraint version_in_turn unique (grant_id, position) deferrable initially deferred,
  constraint version_of_grant unique (id, grant_id)
);

create table budget_lines (
  id uuid primary key,
  grant_id uuid not null references grants,
  position int not null,
  name text,
  category text not null check (category ~ '^[a-z][a-z0-9_]{0,39}$'),
  cluster_id uuid references organisations,
  market_id uuid references markets,
  mission_id uuid references missions,
  work_package text,
  sample boolean not null default false,
  constraint line_of_grant unique (id, grant_id)
);
create index on budget_lines (grant_id);
create index on budget_lines (cluster_id);
create index on budget_lines (market_id);
create index on budget_lines (mission_id);

create table budget_amounts (
  id uuid primary key,
  grant_id uuid not null references grants,
  version_id uuid not null,
  line_id uuid not null,
  amount_minor bigint not null check (amount_minor >= 0),
  constraint amount_once unique (version_id, line_id) deferrable initially deferred,
  foreign key (version_id, grant_id) references budget_versions (id, grant_id),
  foreign key (line_id, grant_id) references budget_lines (id, grant_id)
);
create index on budget_amounts (grant_id);
create index on budget_amounts (line_id);

-- Money moved between lines of a version; a later version takes it in.
create table budget_transfers (
  id uuid primary key,
  grant_id uuid not null references grants,
  version_id uuid not null,
  from_line_id uuid not null,
  to_line_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  on_date date not null,
  reason text,
  -- What the grant's rule said then.
  verdict jsonb not null check (jsonb_typeof(verdict) = 'object'),
  by_id uuid references people,
  sample boolean not null default false,
  created_at timestamptz not null,
  constraint transfer_to_another check (from_line_id <> to_line_id),
  foreign key (version_id, grant_id) references budget_versions (id, grant_id),
  foreign key (from_line_id, grant_id) references budget_lines (id, grant_id),
  foreign key (to_line_id, grant_id) references budget_lines (id, grant_id)
);
create index on budget_transfers (grant_id);
create index on budget_transfers (version_id);
create index on budget_transfers (from_line_id);
create index on budget_transfers (to_line_id);
create index on budget_transfers (by_id);

-- The budget of each of a grant's lines as of a day: the version last adopted by then, and the transfers made in it since.
create function budget_on(of_grant uuid, day date) returns table (line_id uuid, amount bigint)
  language sql stable
as $$
  with in_force as (
    select v.id from budget_versions v where v.grant_id = of_grant and v.adopted_on <= day
    order by v.adopted_on desc, v.position desc limit 1
  )
  select m.line_id, sum(m.amount)::bigint
  from (
    select a.line_id, a.amount_minor as amount from budget_amounts a where a.version_id = (select id from in_force)
    union all
    select t.to_line_id, t.amount_minor from budget_transfers t where t.version_id = (select id from in_force) and t.on_date <= day
    union all
    select t.from_line_id, -t.amount_minor from budget_transfers t where t.version_id = (select id from in_force) and t.on_date <= day
  ) m
  group by m.line_id
$$;

-- ── Expenses ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table expenses (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  reference text,
  note text,
  supplier_id uuid references organisations,
  supplier_name text,
  payer_id uuid references organisations,
  beneficiary_id uuid references organisations,
  mission_id uuid references missions,
  company_id uuid references organisations,
  amount_minor bigint not null check (amount_minor > 0),
  currency currency_code not null,
  vat_minor bigint check (vat_minor >= 0),
  vat_recoverable boolean,
  planned_on date,
  expected_on date,
  committed_on date,
  paid_on date,
  cancelled_on date,
  part_of_id uuid references expenses deferrable initially immediate,
  entered_by_id uuid references people,
  approved_by_id uuid references people,
  approved_on date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint expense_dated check (planned_on is not null or committed_on is not null or paid_on is not null),
  constraint vat_in_amount check (vat_minor < amount_minor),
  constraint cancelled_or_paid check (cancelled_on is null or paid_on is null),
  constraint part_of_another check (part_of_id <> id)
);
create index on expenses (supplier_id);
create index on expenses (payer_id);
create index on expenses (beneficiary_id);
create index on expenses (mission_id);
create index on expenses (company_id);
create index on expenses (part_of_id);
create index on expenses (entered_by_id);
create index on expenses (approved_by_id);

-- The day by whose rate an expense is reckoned: the SQL twin of `reckoningDay` in src/domain/expense.ts.
create function reckoning_day(paid_on date, committed_on date, expected_on date, planned_on date) returns date
  language sql immutable parallel safe
  return coalesce(paid_on, committed_on, expected_on, planned_on);

create index expenses_by_day on expenses (reckoning_day(paid_on, committed_on, expected_on, planned_on), id) where deleted_at is null;
create index expenses_by_title on expenses (sorted_as(title), id) where deleted_at is null;
create index expenses_by_amount on expenses (amount_minor, id) where deleted_at is null;
create index expenses_by_update on expenses (updated_at, id) where deleted_at is null;

-- What of an expense a grant bears: the share, what it comes to in the expense's currency, and in the grant's at the rate
-- that was used.
create table expense_shares (
  id uuid primary key,
  expense_id uuid not null references expenses,
  position int not null,
  grant_id uuid not null references grants,
  line_id uuid,
  bp basis_points not null check (bp > 0),
  part_minor bigint not null check (part_minor >= 0),
  amount_minor bigint not null check (amount_minor >= 0),
  rate_policy text not null check (rate_policy in ('day', 'month', 'period_mean', 'fixed', 'by_hand', 'same_currency')),
  rate decimal_rate not null,
  cross_rate decimal_rate,
  rate_on date,
  rate_source text not null,
  rate_provisional boolean not null,
  constraint share_once unique (expense_id, grant_id) deferrable initially deferred,
  foreign key (line_id, grant_id) references budget_lines (id, grant_id)
);
create index on expense_shares (grant_id);
create index on expense_shares (line_id);

-- ── Claims ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table claims (
  id uuid primary key,
  version int not null default 1,
  grant_id uuid not null references grants,
  number int not null check (number > 0),
  title text not null check (title <> ''),
  from_date date not null,
  to_date date not null,
  due_on date,
  note text,
  frozen_on date,
  submitted_on date,
  decided_on date,
  paid_on date,
  paid_minor bigint check (paid_minor >= 0),
  -- The grant's rules and funders as they were when it was frozen.
  frozen jsonb check (jsonb_typeof(frozen) = 'object'),
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint claim_period check (from_date <= to_date),
  constraint claim_in_steps check (
    (frozen_on is null) = (frozen is null) and (frozen_on is not null or submitted_on is null)
    and (submitted_on is not null or decided_on is null) and (decided_on is not null or paid_on is null)
    and (paid_on is null) = (paid_minor is null)),
  constraint claim_number unique (grant_id, number) deferrable initially deferred,
  constraint claim_of_grant unique (id, grant_id)
);

create table claim_rows (
  id uuid primary key,
  grant_id uuid not null references grants,
  claim_id uuid not null,
  position int not null,
  kind text not null check (kind in ('expense', 'adjustment')),
  expense_id uuid not null references expenses,
  share_id uuid not null references expense_shares,
  -- From here on as frozen; of a draft, the share itself counts.
  line_id uuid,
  payer_id uuid references organisations,
  bp basis_points not null,
  whole_minor bigint not null,
  currency currency_code not null,
  part_minor bigint not null,
  amount_minor bigint not null,
  -- Of an adjustment: what was claimed before.
  claimed_before bigint,
  rate_policy text not null check (rate_policy in ('day', 'month', 'period_mean', 'fixed', 'by_hand', 'same_currency')),
  rate decimal_rate not null,
  cross_rate decimal_rate,
  rate_on date,
  rate_source text not null,
  rate_provisional boolean not null,
  decision text check (decision in ('accepted', 'rejected')),
  reason text,
  constraint adjustment_whole check ((kind = 'adjustment') = (claimed_before is not null)),
  constraint rejected_with_reason check (decision is distinct from 'rejected' or reason is not null),
  constraint row_once unique (claim_id, share_id) deferrable initially deferred,
  foreign key (claim_id, grant_id) references claims (id, grant_id),
  foreign key (line_id, grant_id) references budget_lines (id, grant_id)
);
create index on claim_rows (grant_id);
create index on claim_rows (expense_id);
create index on claim_rows (share_id);
create index on claim_rows (line_id);
create index on claim_rows (payer_id);
-- No cost is claimed twice from one grant: what changes later is an adjustment.
create unique index claimed_once on claim_rows (share_id) where kind = 'expense';

-- What a claim comes to per line, kept when it is frozen and decided, so that a position need not add up its rows.
create table claim_sums (
  id uuid primary key,
  grant_id uuid not null references grants,
  claim_id uuid not null,
  line_id uuid,
  amount_minor bigint not null,
  rejected_minor bigint not null default 0,
  constraint sum_once unique nulls not distinct (claim_id, line_id) deferrable initially deferred,
  foreign key (claim_id, grant_id) references claims (id, grant_id),
  foreign key (line_id, grant_id) references budget_lines (id, grant_id)
);
create index on claim_sums (grant_id);
create index on claim_sums (line_id);

-- Reference rates imported since those that ship with the app: per day, by currency.
create table rate_days (
  id uuid primary key,
  on_day date not null,
  quotes jsonb not null check (jsonb_typeof(quotes) = 'object'),
  constraint rate_day_once unique (on_day) deferrable initially deferred
);

-- ── Never more than the whole ─────────────────────────────────────────────────────────────────────────────────────

-- One cost is never borne twice, nor a grant given by more than all its funders: whoever writes, undoes or restores.
-- Checked as a transaction ends, so that shares may be exchanged within one.
create function keep_whole() returns trigger
  language plpgsql
as $$
declare
  of_root uuid;
  sum_bp bigint;
begin
  -- Who writes in bulk checks it once for all.
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'expense_shares' then
    of_root := new.expense_id;
    perform from expenses e where e.id = of_root for no key update;
    select sum(s.bp) into sum_bp from expense_shares s where s.expense_id = of_root;
  else
    of_root := new.grant_id;
    perform from grants g where g.id = of_root for no key update;
    select sum(f.share_bp) into sum_bp from grant_funders f where f.grant_id = of_root;
  end if;
  if sum_bp > 10000 then
    raise exception 'The shares of % are % of 10000', of_root, sum_bp
      using errcode = 'check_violation', constraint = tg_name;
  end if;
  return null;
end
$$;
create constraint trigger shares_whole after insert or update of bp, expense_id on expense_shares deferrable initially deferred
  for each row execute function keep_whole();
create constraint trigger funders_whole after insert or update of share_bp, grant_id on grant_funders deferrable initially deferred
  for each row execute function keep_whole();

-- ── The ledger ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Every share of a living expense with all that lists and positions ask of it, in one narrow row. Derived, never exported,
-- and made anew by `refresh_all_search`.
create table ledger (
  share_id uuid primary key references expense_shares on delete cascade,
  expense_id uuid not null,
  grant_id uuid not null,
  line_id uuid,
  order_id uuid,
  payer_id uuid,
  beneficiary_id uuid,
  currency text not null,
  part_minor bigint not null,
  amount_minor bigint not null,
  planned_on date,
  expected_on date,
  committed_on date,
  paid_on date,
  cancelled_on date,
  reckoned_on date not null,
  has_receipt boolean not null
);
create index ledger_by_day on ledger (grant_id, reckoned_on, expense_id);
create index ledger_by_amount on ledger (grant_id, amount_minor, expense_id);
create index ledger_of_line on ledger (line_id);
create index ledger_of_expense on ledger (expense_id);
create index ledger_invoices on ledger (grant_id, order_id) where order_id is not null;

create view ledger_wanted as
  select s.id as share_id, s.expense_id, s.grant_id, s.line_id, e.part_of_id as order_id, e.payer_id, e.beneficiary_id,
    e.currency::text as currency, s.part_minor, s.amount_minor, e.planned_on, e.expected_on, e.committed_on, e.paid_on, e.cancelled_on,
    reckoning_day(e.paid_on, e.committed_on, e.expected_on, e.planned_on) as reckoned_on,
    exists (select from documents d where d.noun = 'expenses' and d.record_id = e.id) as has_receipt
  from expense_shares s join expenses e on e.id = s.expense_id
  where e.deleted_at is null;

-- By statement, so that many rows cost little more than one.
create function keep_ledger() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'expenses' then
    -- What is as it was stays: most changes are of texts.
    delete from ledger l using written t
    where l.expense_id = t.id and not exists (
      select from ledger_wanted w where w.share_id = l.share_id and row(w.*) is not distinct from row(l.*));
    insert into ledger
    select w.* from written t join ledger_wanted w on w.expense_id = t.id
    where not exists (select from ledger l where l.share_id = w.share_id);
  elsif tg_table_name = 'documents' then
    update ledger l set has_receipt = w.has_receipt from written t, ledger_wanted w
    where t.noun = 'expenses' and l.expense_id = t.record_id and w.share_id = l.share_id and w.has_receipt <> l.has_receipt;
  else
    if tg_op = 'UPDATE' then delete from ledger l using written t where l.share_id = t.id; end if;
    insert into ledger select w.* from written t join ledger_wanted w on w.share_id = t.id;
  end if;
  return null;
end
$$;
create trigger kept after insert on expense_shares referencing new table as written for each statement execute function keep_ledger();
create trigger kept_when_changed after update on expense_shares referencing new table as written for each statement execute function keep_ledger();
create trigger kept_when_changed after update on expenses referencing new table as written for each statement execute function keep_ledger();
create trigger receipts_kept after insert on documents referencing new table as written for each statement execute function keep_ledger();
create trigger receipts_kept_when_gone after delete on documents referencing old table as written for each statement execute function keep_ledger();

-- What each day added to a line's sums (and, below nothing, took away), and the same by month: the position of a day adds up
-- the months before its own and the days of its own. An order is committed here in full: what its invoices cover is taken
-- off when it is asked for. Derived from the ledger.
create table ledger_cells (
  grant_id uuid not null,
  line_id uuid,
  currency text not null,
  grain text not null check (grain in ('day', 'month')),
  day date not null,
  planned bigint not null,
  committed bigint not null,
  paid bigint not null,
  -- The same two in the expense's currency.
  planned_part bigint not null,
  committed_part bigint not null,
  expenses bigint not null,
  -- Paid without a receipt.
  bare bigint not null
);
create unique index ledger_cells_key on ledger_cells (grant_id, grain, day, line_id, currency) nulls not distinct;

-- What a row of the ledger adds to the cells, day by day: planned until it is ordered, ordered until it is paid, none of it
-- once it is cancelled. The rule is that of `openSums` in src/domain/budget-position.ts.
create function moves_of(held ledger) returns table (
  day date, planned bigint, committed bigint, paid bigint, planned_part bigint, committed_part bigint, expenses bigint, bare bigint)
  language sql immutable
as $$
  select m.day, m.planned * held.amount_minor, m.committed * held.amount_minor, m.paid * held.amount_minor,
    m.planned * held.part_minor, m.committed * held.part_minor, m.expenses::bigint, m.bare::bigint
  from (select least(held.committed_on, held.paid_on, held.cancelled_on) as ordered, least(held.paid_on, held.cancelled_on) as settled) e
  cross join lateral (values
    (held.planned_on, 1, 0, 0, 0, 0, held.planned_on < coalesce(e.ordered, 'infinity')),
    (e.ordered, -1, 0, 0, 0, 0, held.planned_on < e.ordered),
    (held.committed_on, 0, 1, 0, 0, 0, held.committed_on < coalesce(e.settled, 'infinity')),
    (e.settled, 0, -1, 0, 0, 0, held.committed_on < e.settled),
    (held.paid_on, 0, 0, 1, 0, case when held.has_receipt then 0 else 1 end, held.paid_on is not null),
    (least(held.planned_on, held.committed_on, held.paid_on), 0, 0, 0, 1, 0,
      least(held.planned_on, held.committed_on, held.paid_on) < coalesce(held.cancelled_on, 'infinity')),
    (held.cancelled_on, 0, 0, 0, -1, 0, least(held.planned_on, held.committed_on, held.paid_on) < held.cancelled_on)
  ) m (day, planned, committed, paid, expenses, bare, counts)
  where m.counts
$$;

create view ledger_cells_wanted as
  select l.grant_id, l.line_id, l.currency, g.grain, case g.grain when 'day' then m.day else date_trunc('month', m.day)::date end as day,
    sum(m.planned)::bigint as planned, sum(m.committed)::bigint as committed, sum(m.paid)::bigint as paid,
    sum(m.planned_part)::bigint as planned_part, sum(m.committed_part)::bigint as committed_part, sum(m.expenses)::bigint as expenses,
    sum(m.bare)::bigint as bare
  from ledger l cross join lateral moves_of(l) m cross join (values ('day'), ('month')) g (grain)
  group by 1, 2, 3, 4, 5;

-- In the order of the key, so that of two who write neither waits for the other for ever.
create function keep_cells() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  execute format($sql$
    insert into ledger_cells as c
    select (w.held).grant_id, (w.held).line_id, (w.held).currency, g.grain,
      case g.grain when 'day' then m.day else date_trunc('month', m.day)::date end,
      sum(w.sign * m.planned), sum(w.sign * m.committed), sum(w.sign * m.paid), sum(w.sign * m.planned_part),
      sum(w.sign * m.committed_part), sum(w.sign * m.expenses), sum(w.sign * m.bare)
    from (%s) w cross join lateral moves_of(w.held) m cross join (values ('day'), ('month')) g (grain)
    group by 1, 2, 3, 4, 5 order by 1, 4, 5, 2, 3
    on conflict (grant_id, grain, day, line_id, currency) do update set planned = c.planned + excluded.planned,
      committed = c.committed + excluded.committed, paid = c.paid + excluded.paid, planned_part = c.planned_part + excluded.planned_part,
      committed_part = c.committed_part + excluded.committed_part, expenses = c.expenses + excluded.expenses, bare = c.bare + excluded.bare$sql$,
    concat_ws(' union all ',
      case when tg_op <> 'INSERT' then 'select t::ledger as held, -1 as sign from gone t' end,
      case when tg_op <> 'DELETE' then 'select t::ledger as held, 1 as sign from written t' end));
  return null;
end
$$;
create trigger counted_in after insert on ledger referencing new table as written for each statement execute function keep_cells();
create trigger counted_out after delete on ledger referencing old table as gone for each statement execute function keep_cells();
create trigger counted_anew after update on ledger referencing old table as gone new table as written for each statement execute function keep_cells();

-- What of a grant's open orders had been invoiced and paid by a day, per line and currency of the order: never more than the order.
create function covered_on(of_grant uuid, day date) returns table (line_id uuid, currency text, minor bigint, part bigint)
  language sql stable
as $$
  select o.line_id, o.currency, sum(least(i.minor, o.amount_minor))::bigint, sum(least(i.part, o.part_minor))::bigint
  from (
    select l.order_id, sum(l.amount_minor) as minor, sum(l.part_minor) as part
    from ledger l
    where l.grant_id = of_grant and l.order_id is not null and l.paid_on <= day
    group by l.order_id
  ) i
  join ledger o on o.expense_id = i.order_id and o.grant_id = of_grant
  where o.committed_on <= day and coalesce(o.paid_on > day, true) and coalesce(o.cancelled_on > day, true)
  group by o.line_id, o.currency
$$;

-- ── Titles and search ─────────────────────────────────────────────────────────────────────────────────────────────

create or replace function record_title(of_noun text, of_id uuid) returns text
  language sql stable
as $$
  select case of_noun
    when 'organisations' then (select name from organisations where id = of_id)
    when 'people' then (select concat_ws(' ', given_name, family_name) from people where id = of_id)
    when 'alliances' then (select name from alliances where id = of_id)
    when 'markets' then (select name from markets where id = of_id)
    when 'agreements' then (select title from agreements where id = of_id)
    when 'missions' then (select title from missions where id = of_id)
    when 'participations' then (
      select o.name || ' – ' || m.title from participations p join organisations o on o.id = p.organisation_id join missions m on m.id = p.mission_id
      where p.id = of_id)
    when 'meetings' then (
      select a.name || ' – ' || b.name from meetings t
      join participations pa on pa.id = t.a_id join organisations a on a.id = pa.organisation_id
      join participations pb on pb.id = t.b_id join organisations b on b.id = pb.organisation_id
      where t.id = of_id)
    when 'grants' then (select title from grants where id = of_id)
    when 'expenses' then (select title from expenses where id = of_id)
  end
$$;

-- What was searched before, and the two nouns more.
do $$
begin
  execute 'create or replace view searchable as ' || rtrim(pg_get_viewdef('searchable'::regclass), E';\n ') || $view$
    union all
    select 'grants', g.id, g.title, concat_ws(', ', coalesce(a.name, o.name), g.programme),
      concat_ws(' ', g.title, in_one_word(g.title), g.reference, g.programme, g.call, a.name, o.name,
        (select string_agg(f.name, ' ' order by t.position) from grant_funders t join organisations f on f.id = t.organisation_id where t.grant_id = g.id)),
      g.title, false
    from grants g left join alliances a on a.id = g.alliance_id left join organisations o on o.id = g.cluster_id
    where g.deleted_at is null
    union all
    select 'expenses', e.id, e.title, concat_ws(', ', coalesce(o.name, e.supplier_name), e.reference),
      concat_ws(' ', e.title, e.reference, o.name, e.supplier_name), e.title, false
    from expenses e left join organisations o on o.id = e.supplier_id
    where e.deleted_at is null$view$;
end
$$;

-- Planned once: to plan over all nouns takes PGlite 20 ms, each time that a row changes.
alter function refresh_search(text, uuid) set plan_cache_mode = force_generic_plan;

-- A renamed body or alliance is found by the new name in grants and expenses, too.
create function refresh_search_of_grants() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'alliances' then
    perform refresh_search('grants', g.id) from grants g where g.alliance_id = new.id;
  else
    perform refresh_search('grants', g.id) from grants g
      where g.cluster_id = new.id or g.id in (select f.grant_id from grant_funders f where f.organisation_id = new.id);
    perform refresh_search('expenses', e.id) from expenses e where e.supplier_id = new.id;
  end if;
  return null;
end
$$;
create trigger renamed_in_grants after update of name on organisations for each row when (old.name <> new.name) execute function refresh_search_of_grants();
create trigger renamed_in_grants after update of name on alliances for each row when (old.name <> new.name) execute function refresh_search_of_grants();

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'.
create or replace function refresh_all_search() returns void
  language sql
as $$
  delete from search_entries;
  delete from search_words;
  delete from organisation_counts;
  delete from ledger_cells;
  delete from ledger;
  insert into search_entries select * from search_entries_wanted;
  insert into search_words
  select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
  where length(word) between 3 and 40 and word !~ '[0-9]';
  insert into organisation_counts
  select coalesce(country, ''), kinds, count(*) from organisations where deleted_at is null group by 1, 2;
  insert into ledger select * from ledger_wanted;
  insert into ledger_cells select * from ledger_cells_wanted;
  select refresh_all_standing();
$$;

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, noun of the root, its column, has updated_at, is searched under the root
    ('grants', 'grants', 'id', true, true),
    ('grant_funders', 'grants', 'grant_id', null, true),
    ('budget_versions', 'grants', 'grant_id', null, false),
    ('budget_lines', 'grants', 'grant_id', null, false),
    ('budget_amounts', 'grants', 'grant_id', null, false),
    ('budget_transfers', 'grants', 'grant_id', null, false),
    ('expenses', 'expenses', 'id', true, true),
    ('expense_shares', 'expenses', 'expense_id', null, false),
    ('claims', 'grants', 'grant_id', true, false),
    ('claim_rows', 'grants', 'grant_id', null, false),
    ('claim_sums', 'grants', 'grant_id', null, false),
    ('rate_days', 'workspace', 'id', null, false)
  ) as t (name, noun, root, dated, searched)
  loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
    if entry.dated is not null then
      execute format('create trigger counted before update on %I for each row execute function %I()', entry.name,
        case when entry.dated then 'count_version' else 'count_version_only' end);
    end if;
    if entry.searched then
      execute format('create trigger searched after insert or update or delete on %I for each row execute function refresh_search_of_row(%L, %L)', entry.name, entry.noun, entry.root);
    end if;
  end loop;
  for entry in select unnest(array['grants', 'budget_versions', 'budget_lines', 'budget_transfers', 'expenses', 'claims']) as name loop
    execute format('create trigger sampled before insert on %I for each row when (current_setting(''corridor.sample'', true) = ''on'') execute function mark_sample()', entry.name);
  end loop;
end
$$;
