using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Katas;

/// <summary>Reads one kata.json and tells every fault in it at once, each with its key and what to write instead.</summary>
/// <remarks>The same rules stand in katas/kata.schema.json, for completion in IDEs; a test keeps the two together.</remarks>
internal sealed class KataJsonReader
{
    private readonly List<string> _faults = [];

    /// <summary>What is wrong with the text just read; empty when it is a kata.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <returns>The kata, or null when there are <see cref="Faults"/>.</returns>
    public Kata? Read(string id, string folder, string json)
    {
        _faults.Clear();
        using var document = WrittenJson.ParseObject(json, "{ \"title\": …, \"engines\": [\"postgres\"], \"kind\": \"result\", … }", _faults);
        if (document is null)
            return null;

        var keys = new JsonKeys(document.RootElement, "", _faults);
        var kind = keys.RequiredChoice<KataKind>("kind");
        var kata = new Kata
        {
            Id = id,
            Folder = folder,
            Title = keys.RequiredText("title"),
            Engines = keys.RequiredWords("engines", KataFormat.Engines, mayBeEmpty: kind == KataKind.Quiz),
            Kind = kind,
            Level = keys.RequiredInteger("level", 1, 5),
            Topics = keys.RequiredWords("topics"),
            Rules = ReadRules(keys, kind),
            Keyspace = ReadKeyspace(keys),
            Limits = ReadLimits(keys),
            Plan = ReadPlan(keys, kind),
            Hints = keys.OptionalTexts("hints"),
            Needs = keys.OptionalObject("needs") is { } needs ? needs.Versions(KataFormat.Engines) : new Dictionary<string, int>(),
        };
        keys.Ignore("$schema");
        keys.ReportUnknown();
        return _faults.Count == 0 ? kata : null;
    }

    private ComparisonRules ReadRules(JsonKeys keys, KataKind kind)
    {
        var names = keys.OptionalText("columnNames", "remark", ["remark", "required"]);
        var tolerance = keys.OptionalDecimal("tolerance");
        var order = keys.OptionalOrder("order");
        if (kind == KataKind.Result && order is null)
            _faults.Add("key \"order\" is missing. Name the columns that the prompt asks to sort by, as in [\"balance desc\", \"order_id\"], or write \"any\".");
        if (kind is not (KataKind.Result or KataKind.Plan) && order is not null)
            _faults.Add("key \"order\" is for katas of kind \"result\" or \"plan\" only: take it out.");
        return new ComparisonRules(order ?? [], names == "required", tolerance, keys.OptionalTexts("sets"));
    }

    private static KeyspaceRules ReadKeyspace(JsonKeys keys)
    {
        if (keys.OptionalObject("keys") is not { } keyspace)
            return KeyspaceRules.Plain;
        var seconds = keyspace.OptionalInteger("expirySeconds", 0, 0, 86_400);
        var readAs = keyspace.OptionalObject("readAs")?.Choices([KeyspaceRules.Bitmap, KeyspaceRules.Places]);
        keyspace.ReportUnknown();
        return new KeyspaceRules(seconds, readAs ?? KeyspaceRules.Plain.ReadAs);
    }

    private static KataLimits ReadLimits(JsonKeys keys)
    {
        var standard = new KataLimits();
        if (keys.OptionalObject("limits") is not { } limits)
            return standard;
        var read = new KataLimits(limits.OptionalInteger("seconds", standard.Seconds, 1, 300), limits.OptionalInteger("rows", standard.Rows, 1, 10_000_000));
        limits.ReportUnknown();
        return read;
    }

    private PlanRules ReadPlan(JsonKeys keys, KataKind kind)
    {
        var standard = new PlanRules();
        if (keys.OptionalObject("plan") is not { } plan)
            return standard;
        if (kind != KataKind.Plan)
            _faults.Add("key \"plan\" is for katas of kind \"plan\" only: take it out.");
        var read = new PlanRules(
            plan.OptionalDecimal("buffers") ?? standard.Buffers,
            plan.OptionalWords("avoid", PlanRules.Avoidable),
            plan.OptionalInteger("indexes", -1, 0, 100) is var indexes && indexes >= 0 ? indexes : null,
            plan.OptionalDecimal("size"));
        plan.ReportUnknown();
        return read;
    }
}
