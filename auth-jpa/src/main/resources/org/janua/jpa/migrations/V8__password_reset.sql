-- Links by which a password can be set anew. The id is a digest of the secret in the link: whoever
-- reads this table can make no link of it.
create table auth_password_reset (
  id varchar(64) not null primary key,
  user_id varchar(36) not null,
  created_at bigint not null,
  expires_at bigint not null,
  constraint auth_password_reset_of_user foreign key (user_id) references auth_user (id) on delete cascade
) ${table};

create index auth_password_reset_user on auth_password_reset (user_id);
create index auth_password_reset_expiry on auth_password_reset (expires_at);

-- The e-mail address in lower case: it is found however it is typed.
alter table auth_user add column email_key varchar(512);
update auth_user set email_key = lower(email);
create index auth_user_email on auth_user (email_key);
