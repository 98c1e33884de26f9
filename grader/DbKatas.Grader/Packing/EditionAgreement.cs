namespace DbKatas.Grader.Packing;

/// <summary>How far a student edition and its library agree.</summary>
/// <param name="Answers">How many answers both have graded.</param>
/// <param name="Disagreements">Those on which they do not agree, with what each says.</param>
/// <param name="Examples">Where a small example of the fault was shown: its rows or documents in the library, and in the student edition.</param>
/// <param name="SameExamples">How many of these are the same to the letter.</param>
public sealed record EditionAgreement(int Answers, IReadOnlyList<string> Disagreements, IReadOnlyList<(int Here, int There)> Examples, int SameExamples)
{
    public static readonly EditionAgreement None = new(0, [], [], 0);

    public static EditionAgreement operator +(EditionAgreement one, EditionAgreement other) => new(
        one.Answers + other.Answers, [.. one.Disagreements, .. other.Disagreements], [.. one.Examples, .. other.Examples], one.SameExamples + other.SameExamples);
}
