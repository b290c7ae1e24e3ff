-- A group is known by its id: one that is made later with the same name inherits nothing.
create table auth_group (
  id varchar(36) not null primary key,
  name varchar(256) not null,
  canonical varchar(512) not null,
  description varchar(512),
  version bigint not null
) ${table};

create unique index auth_group_canonical on auth_group (canonical);

-- Whoever is signed in is in it, without a row that says so.
insert into auth_group (id, name, canonical, version) values ('everyone', 'everyone', 'everyone', 0);

-- One row for each origin: what a directory takes back, a person may have given as well.
create table auth_group_member (
  group_id varchar(36) not null,
  user_id varchar(36) not null,
  origin varchar(16) not null,
  primary key (group_id, user_id, origin),
  constraint auth_group_member_of_group foreign key (group_id) references auth_group (id) on delete cascade,
  constraint auth_group_member_is_user foreign key (user_id) references auth_user (id) on delete cascade
) ${table};

create index auth_group_member_user on auth_group_member (user_id);

create table auth_group_permission (
  group_id varchar(36) not null,
  permission varchar(64) not null,
  primary key (group_id, permission),
  constraint auth_group_permission_of_group foreign key (group_id) references auth_group (id) on delete cascade
) ${table};

create table auth_user_permission (
  user_id varchar(36) not null,
  permission varchar(64) not null,
  primary key (user_id, permission),
  constraint auth_user_permission_of_user foreign key (user_id) references auth_user (id) on delete cascade
) ${table};

-- Who holds a key is asked when an administrator might be the last one.
create index auth_group_permission_key on auth_group_permission (permission);
create index auth_user_permission_key on auth_user_permission (permission);
