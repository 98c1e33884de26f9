using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>One database command, as https://www.mongodb.com/docs/manual/reference/command/ lists them.</summary>
/// <param name="Verb">aggregate, find, insert, update or delete.</param>
/// <param name="Collection">What it works on.</param>
/// <param name="Json">The whole command in canonical Extended JSON.</param>
/// <param name="Source">The part of the answer's file that it was made of.</param>
public sealed record MongoCommand(string Verb, string Collection, string Json, JsonNode Source)
{
    /// <summary>True when it gives documents.</summary>
    public bool Reads => Verb is "aggregate" or "find";
}
