namespace DbKatas.Grader.Comparing;

public enum RemarkKind
{
    /// <summary>A column has another name than the question gives it, and the kata does not insist.</summary>
    OtherColumnName,

    /// <summary>Text was asked for, and values of another type print the same.</summary>
    PrintsAsTheText,
}

/// <summary>Something worth saying that decides nothing.</summary>
/// <param name="Column">Its position, from 0.</param>
/// <param name="Expected">The expected column's name.</param>
/// <param name="Actual">The actual column's name, or its type's where the remark is about types.</param>
public sealed record Remark(RemarkKind Kind, int Column, string Expected, string Actual);
