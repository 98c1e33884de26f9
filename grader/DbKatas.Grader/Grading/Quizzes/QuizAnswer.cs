using System.Text;
using System.Text.Json;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Quizzes;

/// <summary>What a learner chose: question id to choice, questions left at null are not in it.</summary>
/// <param name="Chosen">Every question and choice in it exists.</param>
/// <param name="Failure">Why the file can't be read as choices; null when it can.</param>
internal sealed record QuizAnswer(IReadOnlyDictionary<string, string> Chosen, AnswerFailure? Failure = null)
{
    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 };

    private const string Shape = "Write the questions' names and your choices, as in { \"first-question\": \"choice\", \"second-question\": null }.";

    public static QuizAnswer Read(string text, Quiz quiz)
    {
        try
        {
            // An empty file is a stub emptied by its owner: nothing chosen yet.
            if (string.IsNullOrWhiteSpace(text))
                return new QuizAnswer(new Dictionary<string, string>());
            using var json = WrittenJson.Parse(text, Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, quiz) : Failed("it is not an object in braces", [Shape]);
        }
        catch (JsonException fault)
        {
            return Failed("this is not valid JSON", ["Often a comma, a quote or a brace is missing there, or just before."], Place(text, fault));
        }
    }

    private static QuizAnswer Read(JsonElement json, Quiz quiz)
    {
        var chosen = new Dictionary<string, string>();
        var faults = new List<string>();
        var seen = new HashSet<string>();
        foreach (var pair in json.EnumerateObject())
        {
            if (!seen.Add(pair.Name))
                faults.Add($"The question \"{pair.Name}\" stands in it twice: keep one.");
            else if (quiz.Questions.FirstOrDefault(question => question.Id == pair.Name) is not { } question)
                faults.Add($"There is no question \"{pair.Name}\".{Spelling.DidYouMean(pair.Name, quiz.Questions.Select(q => q.Id))}");
            else if (pair.Value.ValueKind != JsonValueKind.Null)
                Choose(question, pair.Value, chosen, faults);
        }
        return faults.Count == 0 ? new QuizAnswer(chosen) : Failed("it can't be read as choices", faults);
    }

    private static void Choose(QuizQuestion question, JsonElement value, Dictionary<string, string> chosen, List<string> faults)
    {
        var keys = question.Choices.Select(choice => choice.Key).ToList();
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText();
        if (keys.Contains(text) && value.ValueKind == JsonValueKind.String)
            chosen[question.Id] = text;
        else
            faults.Add($"\"{question.Id}\" has no choice {(text.Length > 40 ? "of that name" : $"\"{text}\"")}.{Spelling.DidYouMean(text, keys)} " +
                       $"Choose one of: {string.Join(", ", keys)}.");
    }

    private static QuizAnswer Failed(string sentence, IReadOnlyList<string> notes, TextPlace? place = null) =>
        new(new Dictionary<string, string>(), new AnswerFailure(sentence, place, null, notes));

    /// <summary>The parser counts lines and bytes from 0.</summary>
    private static TextPlace Place(string text, JsonException fault)
    {
        var lines = text.Split('\n');
        var number = (int)Math.Clamp(fault.LineNumber ?? 0, 0, lines.Length - 1);
        var line = lines[number].TrimEnd('\r');
        var bytes = Encoding.UTF8.GetBytes(line);
        var before = Encoding.UTF8.GetString(bytes, 0, (int)Math.Clamp(fault.BytePositionInLine ?? 0, 0, bytes.Length));
        return new TextPlace(number + 1, before.Length + 1, line);
    }
}
