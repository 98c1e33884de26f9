namespace DbKatas.Grader.Quality.Mutating;

/// <summary>One replacement in a text.</summary>
/// <param name="Start">Index of the first character replaced.</param>
/// <param name="End">Index after the last one; equal to <paramref name="Start"/> where something is only put in.</param>
/// <param name="With">What stands there instead.</param>
internal sealed record Edit(int Start, int End, string With);

/// <summary>A change that makes a mutant.</summary>
/// <param name="Operator">The kind of slip.</param>
/// <param name="AsIf">What it amounts to, to follow "as if".</param>
/// <param name="Edits">At least one; none overlaps another.</param>
internal sealed record Slip(string Operator, string AsIf, params IReadOnlyList<Edit> Edits)
{
    /// <summary>False for what came of unfinished text, where one place is changed twice.</summary>
    public bool IsSound => Edits.OrderBy(edit => edit.Start).Aggregate((Sound: true, End: 0), (sofar, edit) => (sofar.Sound && edit.Start >= sofar.End, edit.End)).Sound;

    public string ApplyTo(string sql)
    {
        foreach (var edit in Edits.OrderByDescending(edit => edit.Start))
            sql = string.Concat(sql.AsSpan(0, edit.Start), edit.With, sql.AsSpan(edit.End));
        return sql;
    }
}
