-- The key itself is nowhere; key_hash is its SHA-256. Not limited: it has everything its owner has.
create table auth_api_key (
  id varchar(36) not null primary key,
  key_hash varchar(64) not null,
  user_id varchar(36) not null,
  description varchar(512) not null,
  limited boolean not null,
  created_at bigint not null,
  expires_at bigint,
  last_used_at bigint,
  constraint auth_api_key_of_user foreign key (user_id) references auth_user (id) on delete cascade
) ${table};

create unique index auth_api_key_hash on auth_api_key (key_hash);
create index auth_api_key_user on auth_api_key (user_id);

-- What a limited key may use, as far as its owner holds it.
create table auth_api_key_permission (
  key_id varchar(36) not null,
  permission varchar(64) not null,
  primary key (key_id, permission),
  constraint auth_api_key_permission_of_key foreign key (key_id) references auth_api_key (id) on delete cascade
) ${table};
