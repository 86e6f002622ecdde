-- What the kept sums of a grant leave out, and a list counts: expenses that were cancelled.
create index ledger_cancelled on ledger (grant_id) where cancelled_on is not null;
