namespace DbKatas.Grader.Comparing.Documents;

/// <summary>A value in a document: a scalar, an array, or a document in its turn.</summary>
public abstract record DocumentValue;

/// <summary>A value without parts. <see cref="ValueKind.Other"/> is one of the database's own types; its text names the type.</summary>
/// <param name="Value">How it compares and what it prints.</param>
public sealed record Scalar(Value Value) : DocumentValue
{
    public static readonly Scalar Null = new(Value.Null);

    /// <summary>True for an identifier that the server made up: it equals every other one of that sort.</summary>
    public bool IsGenerated { get; init; }
}

/// <summary>Values in order.</summary>
public sealed record ValueArray(IReadOnlyList<DocumentValue> Items) : DocumentValue;

/// <summary>Named values. Their order does not matter.</summary>
public sealed record Document(IReadOnlyList<Field> Fields) : DocumentValue
{
    /// <summary>The field of that name; null when it is missing, which is something else than a field that holds null.</summary>
    public DocumentValue? this[string name] => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>What a path like "customer.name" leads to; null when it is missing. A path does not go into arrays.</summary>
    public DocumentValue? At(string path)
    {
        DocumentValue? value = this;
        foreach (var name in path.Split('.'))
            value = (value as Document)?[name];
        return value;
    }
}

public sealed record Field(string Name, DocumentValue Value);

/// <summary>What a query returned, or what a collection holds, in the order received.</summary>
/// <param name="Documents">The documents that were read.</param>
/// <param name="Truncated">True when reading stopped at a limit, so that there were more.</param>
public sealed record DocumentList(IReadOnlyList<Document> Documents, bool Truncated = false);
