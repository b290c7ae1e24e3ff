-- The application's own things, once they were made or given to somebody. The creator is an account,
-- or in a marked form a name that a proxy answered for; when the account goes, there is none.
create table auth_resource (
  resource_type varchar(64) not null,
  resource_id varchar(255) not null,
  creator varchar(440),
  open_to_all boolean not null,
  version bigint not null,
  primary key (resource_type, resource_id)
) ${table};

create index auth_resource_creator on auth_resource (creator, resource_type, resource_id);
create index auth_resource_open on auth_resource (open_to_all, resource_type, resource_id);

-- Grants are known by ids and go with whom they name: a namesake that is made later has none. The
-- primary keys answer "which things does this one see" in order, the indexes "who sees this thing".
create table auth_resource_user (
  user_id varchar(36) not null,
  resource_type varchar(64) not null,
  resource_id varchar(255) not null,
  granted varchar(64) not null,
  primary key (user_id, resource_type, resource_id),
  constraint auth_resource_user_is_user foreign key (user_id) references auth_user (id) on delete cascade,
  constraint auth_resource_user_of foreign key (resource_type, resource_id)
    references auth_resource (resource_type, resource_id) on delete cascade
) ${table};

create index auth_resource_user_thing on auth_resource_user (resource_type, resource_id);

create table auth_resource_group (
  group_id varchar(36) not null,
  resource_type varchar(64) not null,
  resource_id varchar(255) not null,
  granted varchar(64) not null,
  primary key (group_id, resource_type, resource_id),
  constraint auth_resource_group_is_group foreign key (group_id) references auth_group (id) on delete cascade,
  constraint auth_resource_group_of foreign key (resource_type, resource_id)
    references auth_resource (resource_type, resource_id) on delete cascade
) ${table};

create index auth_resource_group_thing on auth_resource_group (resource_type, resource_id);
