-- Tasks that belong to the sample activity are marked like the records that have been marked from the beginning.

alter table tasks add column sample boolean not null default false;

create trigger sampled before insert on tasks for each row
  when (current_setting('corridor.sample', true) = 'on') execute function mark_sample();
