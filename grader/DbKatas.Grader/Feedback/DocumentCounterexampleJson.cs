using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Feedback;

/// <summary>
/// A counterexample of documents for other programs: { statements, documents, rows, expected, yours }. Statements are lines to paste into
/// seed.jsonc, documents the same by collection. Both sides are a list of documents for a query, and an object of those by collection
/// for an update; an answer that did not run is { failure }. Documents are in relaxed Extended JSON.
/// </summary>
internal static class DocumentCounterexampleJson
{
    public static void Write(Utf8JsonWriter json, DocumentCounterexample example)
    {
        json.WriteStartArray("statements");
        foreach (var text in SeedLines.Of(example.Trial.Dataset.Collections))
            json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteStartObject("documents");
        foreach (var content in example.Trial.Dataset.Collections)
        {
            json.WritePropertyName(content.Name);
            json.WriteRawValue($"[{string.Join(", ", content.Documents.Select(JsonText.Of))}]");
        }
        json.WriteEndObject();
        json.WriteNumber("rows", example.Rows);
        json.WritePropertyName("expected");
        Write(json, example.Trial.Expected);
        json.WritePropertyName("yours");
        if (example.Trial.Actual.Failure is { } failure)
            CounterexampleJson.WriteFailure(json, MongoFailureWords.Sentence(failure, new KataLimits().Seconds));
        else
            Write(json, example.Trial.Actual);
    }

    private static void Write(Utf8JsonWriter json, MongoRun run)
    {
        if (run.Documents is { } documents)
        {
            Write(json, documents);
            return;
        }
        json.WriteStartObject();
        foreach (var (name, held) in run.Collections)
        {
            json.WritePropertyName(name);
            Write(json, held);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DocumentList list)
    {
        json.WriteStartArray();
        foreach (var document in list.Documents)
            Write(json, document);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DocumentValue value)
    {
        switch (value)
        {
            case Document document:
                json.WriteStartObject();
                foreach (var field in document.Fields)
                {
                    json.WritePropertyName(field.Name);
                    Write(json, field.Value);
                }
                json.WriteEndObject();
                break;
            case ValueArray array:
                json.WriteStartArray();
                foreach (var item in array.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case Scalar { Value: var scalar }:
                Write(json, scalar);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Value scalar)
    {
        var text = scalar.Text ?? "";
        switch (scalar.Kind)
        {
            case ValueKind.Null:
                json.WriteNullValue();
                break;
            case ValueKind.Text:
                json.WriteStringValue(text);
                break;
            case ValueKind.Instant:
                json.WriteStartObject();
                json.WriteString("$date", text);
                json.WriteEndObject();
                break;
            case ValueKind.Float when text is "NaN" or "Infinity" or "-Infinity":
                json.WriteStartObject();
                json.WriteString("$numberDouble", text);
                json.WriteEndObject();
                break;
            default:
                json.WriteRawValue(text);
                break;
        }
    }
}
