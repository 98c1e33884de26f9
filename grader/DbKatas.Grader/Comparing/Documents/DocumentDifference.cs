namespace DbKatas.Grader.Comparing.Documents;

/// <summary>
/// What an actual list of documents has that the expected one has not, and the other way round. It decides the verdict and feeds the
/// words. Every document of either list is in exactly one place: matching, changed, missing or extra.
/// </summary>
public sealed record DocumentDifference(DocumentList Expected, DocumentList Actual, ComparisonRules Rules)
{
    /// <summary>Documents that only the expected list has, in its order.</summary>
    public IReadOnlyList<Document> Missing { get; init; } = [];

    /// <summary>Documents that only the actual list has, in its order.</summary>
    public IReadOnlyList<Document> Extra { get; init; } = [];

    /// <summary>Documents that are the same by their key and differ elsewhere, in the expected order.</summary>
    public IReadOnlyList<ChangedDocument> Changed { get; init; } = [];

    /// <summary>The field by which changed documents were paired; null when there are none, or when each list has just one document.</summary>
    public string? Key { get; init; }

    /// <summary>The first position, from 0, at which the order goes wrong; null when it is right, not asked for, or the documents differ.</summary>
    public int? OutOfOrder { get; init; }

    /// <summary>The one field whose name is all that is wrong; null when something else is, or nothing.</summary>
    public FieldRenaming? Renamed { get; init; }

    /// <summary>How many documents both lists have.</summary>
    public int Matching { get; init; }

    /// <summary>True when the actual list was not read to its end; it is never equal then.</summary>
    public bool Truncated => Actual.Truncated;

    public bool DocumentsAgree => Missing.Count == 0 && Extra.Count == 0 && Changed.Count == 0;

    /// <summary>The verdict.</summary>
    public bool IsEqual => DocumentsAgree && OutOfOrder is null && !Truncated;
}

/// <summary>A missing and an extra document that are one by their key.</summary>
/// <param name="Paths">Where they differ; never empty.</param>
public sealed record ChangedDocument(Document Expected, Document Actual, IReadOnlyList<PathDifference> Paths);

/// <summary>One place at which two documents differ.</summary>
/// <param name="Path">"items[2].price", positions from 0.</param>
/// <param name="Expected">Null when nothing should be there.</param>
/// <param name="Actual">Null when nothing is there.</param>
public sealed record PathDifference(string Path, DocumentValue? Expected, DocumentValue? Actual);
