-- Times are milliseconds since 1970-01-01T00:00Z: the same on every database, driver and time zone.
-- ${table} makes comparisons exact (case, accents, blanks) where a database does not by itself.

create table auth_user (
  id varchar(36) not null primary key,
  username varchar(512) not null,
  canonical varchar(512) not null,
  display_name varchar(512),
  email varchar(512),
  avatar_url varchar(2048),
  role varchar(255) not null,
  active boolean not null,
  password_hash varchar(1024),
  created_at bigint not null,
  password_changed_at bigint,
  version bigint not null
) ${table};

create unique index auth_user_canonical on auth_user (canonical);

create table auth_session (
  id varchar(36) not null primary key,
  token_hash varchar(128) not null,
  user_id varchar(36) not null,
  created_at bigint not null,
  last_used_at bigint not null,
  expires_at bigint not null,
  ends_at bigint not null,
  ip varchar(64),
  user_agent varchar(512),
  provider varchar(255) not null,
  remember boolean not null,
  constraint auth_session_of_user foreign key (user_id) references auth_user (id) on delete cascade
) ${table};

create unique index auth_session_token on auth_session (token_hash);
create index auth_session_user on auth_session (user_id);
create index auth_session_expiry on auth_session (expires_at);

create table auth_setting (
  name varchar(255) not null primary key,
  content varchar(4000) not null,
  version bigint not null
) ${table};

-- The row that every change of who may administer locks first.
insert into auth_setting (name, content, version) values ('lock.administration', '', 0);
