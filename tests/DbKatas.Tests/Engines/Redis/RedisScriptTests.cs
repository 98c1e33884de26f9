using System.Text;
using DbKatas.Engines.Redis.Scripts;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Redis;

public class RedisScriptTests
{
    private static string[] Words(string line) => [.. RedisScript.Parse(line).Single().Words.Select(word => Encoding.Latin1.GetString(word))];

    [TestCase("SET a 1", new[] { "SET", "a", "1" })]
    [TestCase("  set\ta   1  ", new[] { "set", "a", "1" })]
    [TestCase("SET a \"two words\"", new[] { "SET", "a", "two words" })]
    [TestCase("SET a 'two words'", new[] { "SET", "a", "two words" })]
    [TestCase("SET a \"\"", new[] { "SET", "a", "" })]
    [TestCase(@"SET a ""say \""hi\"" \\ \n""", new[] { "SET", "a", "say \"hi\" \\ \n" })]
    [TestCase(@"SET a 'it\'s \n'", new[] { "SET", "a", @"it's \n" })]
    [TestCase("SET a \"\\x00\\xFF\\xg\"", new[] { "SET", "a", "\0\u00ffxg" })]
    [TestCase("SET a# \"#b\" #c", new[] { "SET", "a#", "#b", "#c" })]
    [TestCase("SET a\"b c\"", new[] { "SET", "ab c" })]
    public void Words_and_quotes_are_read_as_redis_cli_reads_them(string line, string[] words) => Words(line).ShouldBe(words);

    [Test]
    public void Text_beyond_ASCII_is_sent_as_UTF8() =>
        RedisScript.Parse("SET a \"é😀\"").Single().Words[2].ShouldBe(Encoding.UTF8.GetBytes("é😀"));

    [Test]
    public void Comments_and_blank_lines_are_left_out_and_places_kept()
    {
        const string text = "# first\r\n\r\n  SET a 1\r\n\t# second\nGET a";

        var commands = RedisScript.Parse(text);

        commands.Select(command => command.Text).ShouldBe(["SET a 1", "GET a"]);
        commands.Select(command => text[command.Start..][..3]).ShouldBe(["SET", "GET"]);
    }

    [TestCase("SET a \"1", 6)]
    [TestCase("SET a '1", 6)]
    [TestCase("SET a \"1\\", 6)]
    [TestCase("SET a \"1\\\"", 6)]
    [TestCase("SET a \"1\"2", 9)]
    [TestCase("GET b\nSET a \"1\nGET c\"", 12)]
    public void A_quote_that_is_not_closed_on_its_line_has_its_place(string text, int position) =>
        Should.Throw<RedisScriptException>(() => RedisScript.Parse(text)).Position.ShouldBe(position);
}
