using DbKatas.Grader.Grading;

namespace DbKatas.Hostile;

/// <summary>An answer that is after something else than being right.</summary>
/// <param name="Sort">The folder that it lies in, and the kata that it is given to: query, script, pipeline, redis, csharp.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Path">The file.</param>
/// <param name="Attack">What it is after.</param>
/// <param name="Expected">What the verdict must be where the attack comes to nothing.</param>
/// <param name="IsPatient">True where a limit of time would come before what the answer is after.</param>
internal sealed record HostileAnswer(string Sort, string Name, string Path, string Attack, Outcome Expected, bool IsPatient)
{
    public string KataId => HostileCorpus.KataId(Sort, IsPatient);
}
