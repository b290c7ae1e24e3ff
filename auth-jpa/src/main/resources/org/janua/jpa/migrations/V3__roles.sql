-- admin and viewer are built in and have no row. A name is unique without regard to case.
create table auth_role (
  canonical varchar(64) not null primary key,
  name varchar(64) not null,
  configured boolean not null,
  version bigint not null
) ${table};

-- What a role may read. The id * alone says everything of the type.
create table auth_role_resource (
  role varchar(64) not null,
  resource_type varchar(64) not null,
  resource_id varchar(255) not null,
  primary key (role, resource_type, resource_id),
  constraint auth_role_resource_of_role foreign key (role) references auth_role (canonical) on delete cascade
) ${table};

-- What the configuration said last, so that only a change there undoes a change made over HTTP.
create table auth_role_source (
  name varchar(64) not null primary key,
  digest varchar(64) not null
) ${table};

create index auth_user_role on auth_user (role);
