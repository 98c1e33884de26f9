using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using Npgsql;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

public sealed class ConnectionTextTests
{
    [Test]
    public void Reads_key_and_value_pairs()
    {
        var parts = ConnectionText.Parse("Host=db.school;Port=5433;Username=ann;Password=p;Database=class");

        (parts.Host, parts.Port, parts.Username, parts.Password, parts.Database).ShouldBe(("db.school", 5433, "ann", "p", "class"));
    }

    [TestCase("postgres")]
    [TestCase("postgresql")]
    public void Reads_a_URI(string scheme)
    {
        var parts = ConnectionText.Parse($"{scheme}://ann:p%40ss%3Aword@db.school:5433/class%20one");

        (parts.Host, parts.Port, parts.Username, parts.Password, parts.Database).ShouldBe(("db.school", 5433, "ann", "p@ss:word", "class one"));
    }

    [Test]
    public void Reads_the_options_that_cloud_consoles_put_behind_a_URI()
    {
        var parts = ConnectionText.Parse("postgresql://ann:p@db.cloud/class?sslmode=verify-full&channel_binding=require&application_name=katas&connect_timeout=3");

        (parts.SslMode, parts.ChannelBinding, parts.ApplicationName, parts.Timeout)
            .ShouldBe((SslMode.VerifyFull, ChannelBinding.Require, "katas", 3));
    }

    [TestCase("postgres://")]
    [TestCase("Password=x")]
    public void Fills_in_what_is_missing(string text)
    {
        var parts = ConnectionText.Parse(text);

        (parts.Host, parts.Port, parts.Username, parts.Database).ShouldBe(("localhost", 5432, "postgres", "postgres"));
    }

    [Test]
    public void Reads_an_IPv6_address() => ConnectionText.Parse("postgres://ann@[::1]:5433/x").Host.ShouldBe("::1");

    [TestCase("localhost:5432")]
    [TestCase("Host=localhost;Port=many;Password=s3cret")]
    [TestCase("Host=localhost;Password=s3cret;more=x")]
    [TestCase("postgres://ann:s3cret#1@:port/x")]
    [TestCase("postgres://ann:s3cret@localhost/x?colour=red")]
    [TestCase("postgres://ann:s3cret@localhost/x?sslmode=perhaps")]
    public void Says_how_a_string_should_look_and_quotes_none_of_it(string malformed)
    {
        var trouble = Should.Throw<TroubleException>(() => ConnectionText.Parse(malformed));

        trouble.Message.ShouldStartWith("DBKATAS_POSTGRES holds no connection string that can be read. It should look like Host=localhost;");
        trouble.ToString().ShouldNotContain("s3cret");
    }
}
