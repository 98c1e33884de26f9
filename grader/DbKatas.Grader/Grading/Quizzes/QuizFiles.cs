using System.Text.Json;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Quizzes;

/// <summary>Reads what an author has written of a quiz. Every fault is trouble with the kata, told with the file and what is missing in it.</summary>
public static class QuizFiles
{
    /// <summary>Reads quiz.json: { "questions": [ { "id": …, "ask": …, "choices": { key: text, … } }, … ] }.</summary>
    /// <exception cref="TroubleException">It is missing, or no quiz.</exception>
    public static Quiz ReadQuiz(Kata kata)
    {
        var path = Path.Combine(kata.Folder, KataFormat.Quiz);
        using var json = Parse(path);
        if (!json.RootElement.TryGetProperty("questions", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw Fault(path, "holds no \"questions\". Write { \"questions\": [ { \"id\": …, \"ask\": …, \"choices\": { … } } ] }.");
        var questions = list.EnumerateArray().Select((question, i) => Question(path, question, i + 1)).ToList();
        if (questions.GroupBy(question => question.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Fault(path, $"has two questions \"{twice.Key}\". Give one of them another id.");
        return new Quiz(questions);
    }

    /// <summary>Reads the right choices: an answer.json among the solutions.</summary>
    /// <exception cref="TroubleException">It is missing, or does not answer every question with one of its choices.</exception>
    public static IReadOnlyDictionary<string, string> ReadKey(string path, Quiz quiz)
    {
        var right = Texts(path, Parse(path).RootElement);
        foreach (var question in quiz.Questions)
            if (!right.TryGetValue(question.Id, out var key) || question.Choices.All(choice => choice.Key != key))
                throw Fault(path, $"does not answer the question \"{question.Id}\" with one of its choices.");
        return right;
    }

    /// <summary>Reads reasons.json: { question: { wrong choice: why it is wrong } }.</summary>
    /// <exception cref="TroubleException">It is missing, or a wrong choice has no reason.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ReadReasons(string path, Quiz quiz, IReadOnlyDictionary<string, string> right)
    {
        using var json = Parse(path);
        var reasons = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var question in quiz.Questions)
        {
            var given = json.RootElement.TryGetProperty(question.Id, out var texts) ? Texts(path, texts) : new Dictionary<string, string>();
            var wrong = question.Choices.Select(choice => choice.Key).Where(key => key != right[question.Id]);
            if (wrong.FirstOrDefault(key => !given.ContainsKey(key)) is { } missing)
                throw Fault(path, $"gives no reason why \"{missing}\" is wrong for the question \"{question.Id}\".");
            reasons[question.Id] = given;
        }
        return reasons;
    }

    private static QuizQuestion Question(string path, JsonElement json, int number)
    {
        var (id, ask) = (Text(json, "id"), Text(json, "ask"));
        var choices = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("choices", out var list) ? Texts(path, list) : new Dictionary<string, string>();
        return id is not null && ask is not null && choices.Count > 1
            ? new QuizQuestion(id, ask, [.. choices])
            : throw Fault(path, $"has a question without \"id\", \"ask\" or at least two \"choices\": number {number}.");
    }

    private static string? Text(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, string> Texts(string path, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String))
            throw Fault(path, "must hold texts by their keys, as in { \"key\": \"text\" }.");
        return json.EnumerateObject().DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            var document = WrittenJson.Parse(TextFile.Read(path), QuizAnswer.Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw Fault(path, "holds no object: { … }.");
        }
        catch (TextFileException unreadable)
        {
            throw Fault(path, unreadable.Message);
        }
        catch (JsonException fault)
        {
            throw Fault(path, $"is not valid JSON at line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}.");
        }
    }

    private static TroubleException Fault(string path, string predicate) => new($"The kata itself is at fault: {TextFile.Shown(path)} {predicate}");
}
