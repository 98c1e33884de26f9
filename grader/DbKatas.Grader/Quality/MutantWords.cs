namespace DbKatas.Grader.Quality;

/// <summary>What several mutants that give the same results have in common.</summary>
internal static class MutantWords
{
    private const string Constant = "constant";
    private const int Beside = 60;
    private const int Few = 2;

    /// <returns>What they amount to, with the ways in which that comes about; null when they do not amount to the same.</returns>
    public static string? Said(IReadOnlyList<Mutant> mutants)
    {
        // "More than 500" and "from 501 on" are the same for whole numbers: the comparison is the slip that people make.
        var told = mutants.Where(mutant => mutant.Operator != Constant || !mutants.Any(other => IsBeside(mutant, other))).ToList();
        var parts = told.Select(mutant => mutant.AsIf.Split(": ", 2)).ToList();
        if (parts.Count == 0 || parts.Select(part => part[0]).Distinct().Count() > 1)
            return null;
        var ways = parts.Where(part => part.Length > 1).Select(part => part[1]).Distinct().ToList();
        return ways.Count is 0 or > Few ? parts[0][0] : $"{parts[0][0]}: {string.Join(", or ", ways)}";
    }

    private static bool IsBeside(Mutant constant, Mutant other) =>
        other.Operator != Constant && other.Place.Line == constant.Place.Line && Math.Abs(constant.Start - other.Start) <= Beside;
}
