-- attack (did not run): everybody's passwords
select 1, rolpassword from pg_authid
