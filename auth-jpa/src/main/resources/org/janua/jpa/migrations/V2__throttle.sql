-- Failed attempts, counted by what they have in common: the client's address, or the account's name.
-- The id is a digest of that, state the counts in a notation of the program's own.

create table auth_throttle (
  id varchar(64) not null primary key,
  state varchar(1000) not null,
  expires_at bigint not null,
  version bigint not null
) ${table};

create index auth_throttle_expiry on auth_throttle (expires_at);
