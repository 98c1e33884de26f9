using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

public class JsonReaderTests
{
    [TestCase("{ 'a': 1 }", 1, 3, "texts and keys stand in double quotes here, not in single ones")]
    [TestCase("{ $match: 1 }", 1, 3, "\"$match\" stands without double quotes; keys and texts need them")]
    [TestCase("{ \"a\": paid }", 1, 8, "\"paid\" stands without double quotes; keys and texts need them")]
    [TestCase("{ \"a\": tru }", 1, 8, "\"tru\" stands without double quotes; keys and texts need them")]
    [TestCase("{ \"a\": ObjectId(\"65f0a1b2c3d4e5f601020304\") }", 1, 8, "JSON has no ObjectId(…). Write { \"$oid\": \"…\" }")]
    [TestCase("{ \"a\": ISODate(\"2026-03-01\") }", 1, 8, "JSON has no ISODate(…). Write { \"$date\": \"2026-03-01T00:00:00Z\" }")]
    [TestCase("{ \"a\": /x/ }", 1, 8, "JSON has no /regular expressions/. Write { \"$regex\": \"…\" }")]
    [TestCase("{ \"a\": 1 \"b\": 2 }", 1, 10, "this \" is not expected: a comma before it may be missing, or the file goes on after its end")]
    [TestCase("{\n  \"a\": [1, 2\n}", 3, 1, "this } is not expected: something before it is missing, or is closed already")]
    [TestCase("{ \"a\": 1", 1, 9, "the file ends before everything is closed: a } or a ] is missing")]
    [TestCase("{ \"a\": [", 1, 9, "the file ends before everything is closed: a } or a ] is missing")]
    [TestCase("{ \"a\": 1 } { }", 1, 12, "this { is not expected: a comma before it may be missing, or the file goes on after its end")]
    [TestCase("{ \"a\": \"x\n\" }", 1, 10, "a text ends with its line: its closing quote is missing")]
    [TestCase("{ \"a\": 01 }", 1, 8, "this number is not written as JSON writes one (as in 12, -0.5 or 1e6), or a comma before it is missing")]
    [TestCase("{ \"ä😀\": x }", 1, 10, "\"x\" stands without double quotes; keys and texts need them", TestName = "Places_are_not_counted_in_bytes")]
    [TestCase("{ \"a\": 1, \"b\": 2, \"a\": 3 }", 1, 19, "the key \"a\" is given twice in one object, and only one of the two would count")]
    public void Says_what_is_wrong_and_where(string text, int line, int column, string sentence)
    {
        var fault = Should.Throw<JsonFaultException>(() => JsonReader.Read(text));
        var place = TextPlace.Of(text, fault.Position);

        fault.Message.ShouldBe(sentence);
        (place.Line, place.Column).ShouldBe((line, column));
    }

    [Test]
    public void Refuses_brackets_nested_without_end()
    {
        var fault = Should.Throw<JsonFaultException>(() => JsonReader.Read(new string('[', 100_000)));
        fault.Message.ShouldBe("brackets are nested more than 100 deep here, and MongoDB takes no more");
    }

    [TestCase("")]
    [TestCase("  \n// a comment\n/* { } */\n")]
    [TestCase("/* never closed")]
    public void A_file_of_comments_holds_nothing(string text) => JsonReader.Read(text).ShouldBeNull();

    [Test]
    public void Reads_comments_and_trailing_commas_and_keeps_places()
    {
        const string text = "// first\n{ \"a\": [1, 2,], /* here */ \"b\": { \"c\": \"x\" }, }";

        var root = JsonReader.Read(text)!;

        root["a"]!.Items.Select(item => item.Text).ShouldBe(["1", "2"]);
        text[root["b"]!["c"]!.Start..].ShouldStartWith("\"x\"");
    }

    [TestCase("""{ "a": { "$date": "yesterday" } }""", "this is not how $date is written. Write it as in { \"$date\": \"2026-03-01T09:30:00Z\" }")]
    [TestCase("""{ "a": { "$date": "2026-02-30" } }""", "this is not how $date is written. Write it as in { \"$date\": \"2026-03-01T09:30:00Z\" }")]
    [TestCase("""{ "a": { "$oid": "123" } }""", "this is not how $oid is written. Write it as in { \"$oid\": \"65f0a1b2c3d4e5f601020304\" }")]
    [TestCase("""{ "a": { "$numberLong": 5 } }""", "this is not how $numberLong is written. Write it as in { \"$numberLong\": \"5\" }")]
    public void Types_of_MongoDB_must_be_written_as_such(string filter, string sentence)
    {
        var root = JsonReader.Read($$"""{ "collection": "c", "filter": {{filter}} }""")!;
        Should.Throw<JsonFaultException>(() => AnswerShape.Find.Read(root)).Message.ShouldBe(sentence);
    }

    [Test]
    public void Values_are_handed_on_with_their_types()
    {
        var root = JsonReader.Read("""{ "collection": "c", "filter": { "a": [1, -3000000000, 1.0, 1e3, { "$date": "2026-03-01" }, null, true, "x"] } }""")!;
        AnswerShape.Find.Read(root)[0].Json.ShouldBe(
            """{"find":"c","filter":{"a":[{"$numberInt":"1"},{"$numberLong":"-3000000000"},{"$numberDouble":"1.0"},{"$numberDouble":"1e3"},{"$date":{"$numberLong":"1772323200000"}},null,true,"x"]}}""");
    }

    /// <summary>Whatever is typed, reading ends with a value or a fault inside the text.</summary>
    [Test]
    public void Survives_random_text()
    {
        const string alphabet = "{}[]\":,'/*$ab1-.e \n\\u";
        var random = new Random(20263);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            try
            {
                JsonReader.Read(text);
            }
            catch (JsonFaultException fault)
            {
                fault.Position.ShouldBeInRange(0, text.Length, text);
            }
        }
    }
}
