#!/bin/sh
# Makes the two roles and the database; PostgreSQL's image runs it once, on an empty volume.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=server_password="$SERVER_PASSWORD" <<'SQL'
create role callmark_owner login createrole password :'owner_password';
create role callmark_server login password :'server_password';
create database callmark owner callmark_owner;
SQL
