using NUnit.Framework;

namespace DbKatas.Tests.Data;

/// <summary>Schemas that are hard to fill.</summary>
internal static class NastySchemas
{
    public static IEnumerable<TestCaseData> All()
    {
        TestCaseData Case(string name, string reference, string schema) => new TestCaseData(schema, reference).SetArgDisplayNames(name);

        yield return Case("composite-keys", "select count(*) from c", """
            create table a (x int, y text, primary key (x, y));
            create table b (x int, y text, n int check (n > 0), primary key (x, y, n), foreign key (x, y) references a);
            create table c (x int, y text, n int, z numeric(4, 2) not null check (z between 0 and 9.5), foreign key (x, y, n) references b, unique (n, z));
            insert into a values (1, 'p'), (1, 'q'), (2, 'p');
            insert into b values (1, 'p', 1), (1, 'p', 2), (2, 'p', 1);
            insert into c values (1, 'p', 2, 1.5), (2, 'p', 1, 9.5), (null, 'p', 1, 0);
            """);
        yield return Case("self-reference", "with recursive r as (select id, 1 as depth from t where up is null union all select t.id, depth + 1 from t join r on t.up = r.id) select max(depth) from r", """
            create table t (id int primary key, up int references t check (up <> id), other int not null references t);
            insert into t values (1, null, 1), (2, 1, 1), (3, 2, 2), (4, 1, 3);
            """);
        yield return Case("circle", "select count(*) from a join b on a.id = b.a", """
            create table a (id int primary key, b int);
            create table b (id int primary key, a int not null references a);
            alter table a add foreign key (b) references b;
            insert into a values (1, null), (2, null);
            insert into b values (10, 1), (20, 2);
            update a set b = 10 where id = 2;
            """);
        yield return Case("circle-without-null", "select count(*) from a", """
            create table a (id int primary key, b int not null);
            create table b (id int primary key, a int not null references a);
            alter table a add foreign key (b) references b deferrable initially deferred;
            begin;
            insert into a values (1, 10), (2, 10);
            insert into b values (10, 1), (20, 2);
            commit;
            """);
        yield return Case("types", "select state, count(*) from t group by state", """
            create type state as enum ('new', 'old', 'it''s');
            create domain percent as int check (value between 0 and 100);
            create table t (
              id int generated always as identity primary key, code varchar(3) not null unique, state state not null, share percent,
              tags text[] not null, doc jsonb, net numeric(10, 2) not null check (net >= 0), gross numeric(10, 2) generated always as (net * 2) stored,
              at timestamptz not null default now(), day date, clock time, uid uuid, raw bytea, span interval, fixed char(4), ok boolean, f double precision, "Odd ""x"" name" smallint,
              check (day is null or day > '2020-01-01'));
            insert into t (code, state, share, tags, doc, net, at, day, clock, uid, raw, span, fixed, ok, f, "Odd ""x"" name") values
              ('a', 'new', 10, '{a,b}', '{"a": 1}', 1.25, '2026-01-01 10:00+00', '2026-01-01', '10:00', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '\x01', '1 day', 'ab', true, 1.5, 1),
              ('b', 'it''s', null, '{}', null, 0, '2026-01-02 10:00+02', null, null, null, null, null, null, null, 'NaN', null),
              ('c\d', 'old', 100, '{"x y","q\"r"}', '[]', 9.99, '2026-02-28', '2026-02-28', '23:59:59', null, '\xff', '2 hours', 'x', false, -1, 3);
            """);
        yield return Case("schemas-triggers-views", "select n from stats order by n", """
            create schema shop;
            create table shop.items (id serial primary key, name text not null, made_on date not null default '2026-01-01');
            create table logs (item int references shop.items on delete cascade, entry text);
            create function shop.log() returns trigger language plpgsql as $$ begin insert into logs values (new.id, 'made ' || new.name); return new; end $$;
            create trigger log after insert on shop.items for each row execute function shop.log();
            create materialized view stats as select count(*) as n from shop.items;
            create table parts (id int, region text not null) partition by list (region);
            create table parts_a partition of parts for values in ('a');
            insert into shop.items (name) values ('one'), ('two');
            insert into parts values (1, 'a'), (2, 'a');
            refresh materialized view stats;
            """);
        yield return Case("hard-checks", "select id from t where a < b", """
            create table t (id int primary key, a int not null, b int not null, word text not null check (word ~ '^[A-Z]{3}$'), check (a < b), exclude using btree (a with =));
            insert into t values (1, 1, 2, 'ABC'), (2, 3, 9, 'XYZ'), (3, 4, 5, 'ABC');
            """);
        yield return Case("no-rows-at-all", "select id from t", "create table t (id int primary key, name text, born date);");
        yield return Case("no-tables", "select 1 as one", "create view v as select 1 as x;");
    }
}
