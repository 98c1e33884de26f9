using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>What no answer may do, whatever grades it: run JavaScript in the server, look outside of its own database, write in a query.</summary>
internal static class AnswerGuard
{
    private static readonly HashSet<string> ServerScripts = ["$where", "$function", "$accumulator", "$code"];

    private static readonly HashSet<string> ServerMatters =
    [
        "$changeStream", "$collStats", "$currentOp", "$indexStats", "$listClusterCatalog", "$listLocalSessions", "$listSampledQueries",
        "$listSessions", "$planCacheStats", "$queryStats", "$querySettings", "$shardedDataDistribution",
    ];

    /// <exception cref="JsonFaultException">The answer may not do that, or names a collection that there is not.</exception>
    public static void Check(Kata kata, SeedData seed, MongoCommand command)
    {
        CheckCollection(seed, command);
        Walk(command.Source, field => CheckField(kata, seed, field));
    }

    private static void CheckField(Kata kata, SeedData seed, JsonField field)
    {
        if (ServerScripts.Contains(field.Name))
            throw new JsonFaultException($"{field.Name} runs JavaScript in the server, and answers may not do that", field.Start);
        if (ServerMatters.Contains(field.Name))
            throw new JsonFaultException($"{field.Name} looks at the server itself, and answers keep to the kata's collections", field.Start);
        if (field.Name is "$out" or "$merge" && kata.Kind == KataKind.Result)
            throw new JsonFaultException($"{field.Name} writes a collection, and this kata asks for a result. Leave it out", field.Start);
        if (field.Name is "$out" or "$merge" or "$lookup" or "$unionWith" or "$graphLookup")
            CheckOtherCollection(seed, field);
    }

    private static void CheckOtherCollection(SeedData seed, JsonField field)
    {
        if (field.Value["db"] is { } other || (other = field.Value["into"]?["db"]) is not null || (other = field.Value["from"]?["db"]) is not null)
            throw new JsonFaultException($"{field.Name} names another database, and answers keep to their own", other.Start);
        if (field.Name is "$lookup" or "$graphLookup" && field.Value["from"] is { Form: JsonForm.Text } from)
            CheckName(seed, from.Text, from.Start);
    }

    private static void CheckCollection(SeedData seed, MongoCommand command)
    {
        if (command.Verb != "insert")
            CheckName(seed, command.Collection, command.Source["collection"]!.Start);
        else if (command.Collection.StartsWith("system.", StringComparison.Ordinal) || command.Collection.Contains('$', StringComparison.Ordinal))
            throw new JsonFaultException($"a collection can't be called \"{command.Collection}\"", command.Source["collection"]!.Start);
    }

    // A server would find nothing there and say nothing.
    private static void CheckName(SeedData seed, string name, int start)
    {
        if (!seed.Collections.Contains(name))
            throw new JsonFaultException($"there is no collection \"{name}\".{Spelling.DidYouMean(name, seed.Collections)} There are: {string.Join(", ", seed.Collections)}", start);
    }

    private static void Walk(JsonNode node, Action<JsonField> visit)
    {
        foreach (var field in node.Fields)
        {
            visit(field);
            Walk(field.Value, visit);
        }
        foreach (var item in node.Items)
            Walk(item, visit);
    }
}
