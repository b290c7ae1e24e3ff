-- What happened. Rows are added and, when they are old enough, deleted; none is ever changed.
-- The id is a UUIDv7 of the time: its order is the order in time, and a time is a range of ids.
-- Names are as they were then; of an account that is gone, the id and the name remain.

create table auth_audit_event (
  id varchar(36) not null primary key,
  at bigint not null,
  action varchar(64) not null,
  outcome varchar(16) not null,
  actor_id varchar(36) not null,
  actor_name varchar(512) not null,
  actor_canonical varchar(512) not null,
  subject_id varchar(255) not null,
  subject_name varchar(512) not null,
  subject_canonical varchar(512) not null,
  ip varchar(64) not null,
  user_agent varchar(512) not null,
  session_id varchar(36) not null,
  details varchar(4000) not null
) ${table};

create index auth_audit_event_actor on auth_audit_event (actor_canonical, id);
create index auth_audit_event_subject on auth_audit_event (subject_canonical, id);
create index auth_audit_event_action on auth_audit_event (action, id);
