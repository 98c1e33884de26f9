using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Quality.Mutating;

/// <summary>A change of one part of a JSON answer that makes a mutant.</summary>
/// <param name="Operator">The kind of slip.</param>
/// <param name="AsIf">What it amounts to, to follow "as if".</param>
/// <param name="Part">The very value that is changed.</param>
/// <param name="By">What stands there instead.</param>
internal sealed record PartSlip(string Operator, string AsIf, JsonNode Part, JsonNode By)
{
    /// <summary>A place in the text that says more than the beginning of the part; null for that.</summary>
    public int? At { get; init; }
}
