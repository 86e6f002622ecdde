-- Aid that was given by an expense is of the company that the expense helps, whoever writes, undoes or restores. Checked as a
-- transaction ends, as one may change both. What was entered before and does not agree is left for somebody to mend.

alter table expenses add constraint expense_of_company unique (id, company_id);
alter table aid add constraint aid_of_expense foreign key (expense_id, organisation_id) references expenses (id, company_id)
  deferrable initially deferred not valid;

-- Documents that belong to the sample activity are marked like the records that they are attached to.
alter table documents add column sample boolean not null default false;
create trigger sampled before insert on documents for each row
  when (current_setting('corridor.sample', true) = 'on') execute function mark_sample();
