-- What a frozen claim holds is fixed, whoever writes or undoes; an order is paid in parts or as a whole; an invoice covers its
-- order in the order's own currency; and what lists of a grant's expenses add up is kept.

-- ── Claims ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- One without a title goes by its number.
alter table claims alter column title drop not null;

-- Rows of a frozen claim neither come nor go nor change; who paid may be merged into another body.
create function keep_rows_fixed() returns trigger
  language plpgsql
as $$
declare
  held claim_rows;
begin
  if tg_op = 'INSERT' then held := new; else held := old; end if;
  if current_setting('corridor.bulk', true) is distinct from 'on'
    -- The sample activity goes as a whole, and comes back so.
    and exists (select from claims c where c.id = held.claim_id and c.frozen_on is not null and (tg_op = 'UPDATE' or not c.sample))
  then
    raise exception 'The rows of a frozen claim are fixed' using errcode = 'check_violation', constraint = 'rows_fixed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create trigger rows_fixed before insert or delete on claim_rows for each row execute function keep_rows_fixed();
create trigger figures_fixed before update on claim_rows for each row
  when ((old.claim_id, old.kind, old.share_id, old.line_id, old.bp, old.whole_minor, old.currency, old.part_minor, old.amount_minor,
      old.claimed_before, old.rate, old.cross_rate, old.rate_on)
    is distinct from (new.claim_id, new.kind, new.share_id, new.line_id, new.bp, new.whole_minor, new.currency, new.part_minor,
      new.amount_minor, new.claimed_before, new.rate, new.cross_rate, new.rate_on))
  execute function keep_rows_fixed();

-- A grant has one draft of a claim; and a claim that a later one makes up for stays frozen: frozen anew with other figures,
-- the difference would be claimed twice.
create function keep_drafts() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return new; end if;
  if exists (select from claims c where c.grant_id = new.grant_id and c.id <> new.id and c.frozen_on is null) then
    raise exception 'Another claim is being drafted' using errcode = 'check_violation', constraint = 'one_draft';
  end if;
  if tg_op = 'UPDATE' and exists (
    select from claim_rows r join claim_rows a on a.share_id = r.share_id and a.kind = 'adjustment'
    join claims k on k.id = a.claim_id and k.number > new.number
    where r.claim_id = new.id)
  then
    raise exception 'A later claim makes up for what has changed since' using errcode = 'check_violation', constraint = 'claim_made_up_for';
  end if;
  return new;
end
$$;
create trigger one_draft before insert on claims for each row when (new.frozen_on is null) execute function keep_drafts();
create trigger thawed before update on claims for each row when (old.frozen_on is not null and new.frozen_on is null)
  execute function keep_drafts();

-- However it came to be frozen, the sums that are kept of a claim are those of its rows.
create function keep_claim_sums() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if exists (
    (select r.line_id, sum(r.amount_minor) from claim_rows r where r.claim_id = new.id group by r.line_id
      except select s.line_id, s.amount_minor from claim_sums s where s.claim_id = new.id)
    union all
    (select s.line_id, s.amount_minor from claim_sums s where s.claim_id = new.id
      except select r.line_id, sum(r.amount_minor) from claim_rows r where r.claim_id = new.id group by r.line_id))
  then
    raise exception 'The rows of the claim have changed since' using errcode = 'check_violation', constraint = 'claim_adds_up';
  end if;
  return null;
end
$$;
create constraint trigger claim_adds_up after update on claims deferrable initially deferred for each row
  when (old.frozen_on is null and new.frozen_on is not null) execute function keep_claim_sums();

-- ── Expenses ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- What a frozen claim stands on is there, in the currency that was claimed.
create function keep_claimed() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) is distinct from 'on' and exists (
    select from claim_rows r join claims c on c.id = r.claim_id
    where r.expense_id = new.id and r.kind = 'expense' and c.frozen_on is not null)
  then
    raise exception 'The expense is in a claim that is frozen' using errcode = 'check_violation', constraint = 'expense_claimed';
  end if;
  return new;
end
$$;
create trigger claimed_stays before update on expenses for each row
  when (new.currency <> old.currency or new.deleted_at is not null and old.deleted_at is null) execute function keep_claimed();

-- So are its receipts, which whoever audits the claim will ask for.
create function keep_receipts() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) is distinct from 'on' and exists (
    select from claim_rows r join claims c on c.id = r.claim_id
    -- The sample activity goes as a whole.
    where r.expense_id = old.record_id and c.frozen_on is not null and not c.sample)
  then
    raise exception 'The receipt belongs to a claim that is frozen' using errcode = 'check_violation', constraint = 'receipt_claimed';
  end if;
  return old;
end
$$;
create trigger receipts_stay before delete on documents for each row
  when (old.noun = 'expenses') execute function keep_receipts();

-- An order that has invoices is paid by them: paid as a whole as well, it would count twice. Checked as a transaction ends, in
-- turn with who pays the order or adds an invoice meanwhile. What was entered before and does not agree is left to be mended.
create function keep_paid_once() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  perform from expenses o where o.id = coalesce(new.part_of_id, new.id) for no key update;
  if exists (
    select from expenses i join expenses o on o.id = i.part_of_id
    where (i.id = new.id or o.id = new.id) and i.deleted_at is null and o.deleted_at is null and o.paid_on is not null)
  then
    raise exception 'An order that has invoices is paid by them' using errcode = 'check_violation', constraint = 'paid_once';
  end if;
  return null;
end
$$;
create constraint trigger paid_once after insert on expenses deferrable initially deferred for each row
  when (new.part_of_id is not null) execute function keep_paid_once();
create constraint trigger paid_once_when_changed after update on expenses deferrable initially deferred for each row
  when (new.deleted_at is null and (new.part_of_id is not null or new.paid_on is not null)
    and (old.part_of_id, old.paid_on is null, old.deleted_at is null) is distinct from (new.part_of_id, new.paid_on is null, true))
  execute function keep_paid_once();

-- ── What invoices cover ───────────────────────────────────────────────────────────────────────────────────────────

-- What of an order (in the grant's currency, and in its own) its invoices cover: those in its own currency by their part of it,
-- whatever the rates of the two days; the others by what they come to. The SQL twin of `coveredBy` in src/domain/budget-position.ts.
create function covered_amount(amount bigint, part bigint, same_part numeric, other_amount numeric) returns bigint
  language sql immutable
  return least(amount, other_amount + case when part > 0 then round(amount * least(same_part, part) / part) else 0 end)::bigint;
create function covered_part(amount bigint, part bigint, same_part numeric, other_amount numeric) returns bigint
  language sql immutable
  return least(part, same_part + case when amount > 0 then round(part * least(other_amount, amount) / amount) else 0 end)::bigint;

create or replace function covered_on(of_grant uuid, day date) returns table (line_id uuid, currency text, minor bigint, part bigint)
  language sql stable
as $$
  select o.line_id, o.currency, sum(covered_amount(o.amount_minor, o.part_minor, i.same, i.other))::bigint,
    sum(covered_part(o.amount_minor, o.part_minor, i.same, i.other))::bigint
  from (
    select v.order_id, coalesce(sum(v.part_minor) filter (where v.currency = h.currency), 0) as same,
      coalesce(sum(v.amount_minor) filter (where v.currency <> h.currency), 0) as other
    from ledger v join ledger h on h.expense_id = v.order_id and h.grant_id = of_grant
    where v.grant_id = of_grant and v.order_id is not null and v.paid_on <= day
    group by v.order_id
  ) i
  join ledger o on o.expense_id = i.order_id and o.grant_id = of_grant
  where o.committed_on <= day and coalesce(o.paid_on > day, true) and coalesce(o.cancelled_on > day, true)
  group by o.line_id, o.currency
$$;

-- ── Kept sums ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- How many were paid, and what those paid without a receipt come to: two filters of the grid that many rows pass.
drop view ledger_cells_wanted;
drop function moves_of(ledger);
alter table ledger_cells add column settled bigint not null default 0, add column bare_paid bigint not null default 0;
alter table ledger_cells alter column settled drop default, alter column bare_paid drop default;

create function moves_of(held ledger) returns table (
  day date, planned bigint, committed bigint, paid bigint, planned_part bigint, committed_part bigint, expenses bigint, bare bigint,
  settled bigint, bare_paid bigint)
  language sql immutable
as $$
  select m.day, m.planned * held.amount_minor, m.committed * held.amount_minor, m.paid * held.amount_minor,
    m.planned * held.part_minor, m.committed * held.part_minor, m.expenses::bigint, case when held.has_receipt then 0 else m.paid end::bigint,
    m.paid::bigint, case when held.has_receipt then 0 else m.paid * held.amount_minor end
  from (select least(held.committed_on, held.paid_on, held.cancelled_on) as ordered, least(held.paid_on, held.cancelled_on) as settled) e
  cross join lateral (values
    (held.planned_on, 1, 0, 0, 0, held.planned_on < coalesce(e.ordered, 'infinity')),
    (e.ordered, -1, 0, 0, 0, held.planned_on < e.ordered),
    (held.committed_on, 0, 1, 0, 0, held.committed_on < coalesce(e.settled, 'infinity')),
    (e.settled, 0, -1, 0, 0, held.committed_on < e.settled),
    (held.paid_on, 0, 0, 1, 0, held.paid_on is not null),
    (least(held.planned_on, held.committed_on, held.paid_on), 0, 0, 0, 1,
      least(held.planned_on, held.committed_on, held.paid_on) < coalesce(held.cancelled_on, 'infinity')),
    (held.cancelled_on, 0, 0, 0, -1, least(held.planned_on, held.committed_on, held.paid_on) < held.cancelled_on)
  ) m (day, planned, committed, paid, expenses, counts)
  where m.counts
$$;

create view ledger_cells_wanted as
  select l.grant_id, l.line_id, l.currency, g.grain, case g.grain when 'day' then m.day else date_trunc('month', m.day)::date end as day,
    sum(m.planned)::bigint as planned, sum(m.committed)::bigint as committed, sum(m.paid)::bigint as paid,
    sum(m.planned_part)::bigint as planned_part, sum(m.committed_part)::bigint as committed_part, sum(m.expenses)::bigint as expenses,
    sum(m.bare)::bigint as bare, sum(m.settled)::bigint as settled, sum(m.bare_paid)::bigint as bare_paid
  from ledger l cross join lateral moves_of(l) m cross join (values ('day'), ('month')) g (grain)
  group by 1, 2, 3, 4, 5;

-- In the order of the key, so that of two who write neither waits for the other for ever.
create or replace function keep_cells() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  execute format($sql$
    insert into ledger_cells as c
    select (w.held).grant_id, (w.held).line_id, (w.held).currency, g.grain,
      case g.grain when 'day' then m.day else date_trunc('month', m.day)::date end,
      sum(w.sign * m.planned), sum(w.sign * m.committed), sum(w.sign * m.paid), sum(w.sign * m.planned_part),
      sum(w.sign * m.committed_part), sum(w.sign * m.expenses), sum(w.sign * m.bare), sum(w.sign * m.settled), sum(w.sign * m.bare_paid)
    from (%s) w cross join lateral moves_of(w.held) m cross join (values ('day'), ('month')) g (grain)
    group by 1, 2, 3, 4, 5 order by 1, 4, 5, 2, 3
    on conflict (grant_id, grain, day, line_id, currency) do update set planned = c.planned + excluded.planned,
      committed = c.committed + excluded.committed, paid = c.paid + excluded.paid, planned_part = c.planned_part + excluded.planned_part,
      committed_part = c.committed_part + excluded.committed_part, expenses = c.expenses + excluded.expenses, bare = c.bare + excluded.bare,
      settled = c.settled + excluded.settled, bare_paid = c.bare_paid + excluded.bare_paid$sql$,
    concat_ws(' union all ',
      case when tg_op <> 'INSERT' then 'select t::ledger as held, -1 as sign from gone t' end,
      case when tg_op <> 'DELETE' then 'select t::ledger as held, 1 as sign from written t' end));
  return null;
end
$$;

delete from ledger_cells;
insert into ledger_cells select * from ledger_cells_wanted;
