using System.Text;

namespace DbKatas.Grader.Comparing.Documents;

/// <summary>
/// When two documents are the same: by fields whatever their order, numbers by value whatever their type, a missing field never as null.
/// Arrays go by order, unless the rules make a set of them.
/// </summary>
internal sealed class DocumentMeaning(ComparisonRules rules)
{
    private readonly NumberTolerance _tolerance = new(rules.Tolerance, isReal: false);
    private readonly HashSet<string> _sets = [.. rules.Sets ?? []];

    /// <summary>Every place at which the two differ, in the expected document's order; empty when they mean the same.</summary>
    public IReadOnlyList<PathDifference> Differences(Document expected, Document actual)
    {
        var found = new List<PathDifference>();
        Compare("", "", expected, actual, found);
        return found;
    }

    public bool Same(DocumentValue? expected, DocumentValue? actual, string name = "")
    {
        var found = new List<PathDifference>();
        Compare(name, name, expected, actual, found);
        return found.Count == 0;
    }

    /// <summary>A text that is equal for documents that are the same but for what a tolerance allows: all numbers are left open.</summary>
    public string Shape(DocumentValue value)
    {
        var text = new StringBuilder();
        AppendShape(text, "", value);
        return text.ToString();
    }

    /// <param name="path">As it is shown: "items[2].price".</param>
    /// <param name="name">Without positions: "items.price".</param>
    private void Compare(string path, string name, DocumentValue? expected, DocumentValue? actual, List<PathDifference> found)
    {
        switch (expected, actual)
        {
            case (Document left, Document right):
                foreach (var field in left.Fields)
                    Compare(Joined(path, field.Name), Joined(name, field.Name), field.Value, right[field.Name], found);
                foreach (var field in right.Fields.Where(field => left[field.Name] is null))
                    found.Add(new PathDifference(Joined(path, field.Name), null, field.Value));
                break;
            case (ValueArray left, ValueArray right) when _sets.Contains(name):
                if (!SameBag(left.Items, right.Items, name))
                    found.Add(new PathDifference(path, expected, actual));
                break;
            case (ValueArray left, ValueArray right) when left.Items.Count == right.Items.Count:
                for (int i = 0; i < left.Items.Count; i++)
                    Compare($"{path}[{i}]", name, left.Items[i], right.Items[i], found);
                break;
            case (Scalar left, Scalar right) when Same(left, right):
                break;
            default:
                found.Add(new PathDifference(path, expected, actual));
                break;
        }
    }

    private bool SameBag(IReadOnlyList<DocumentValue> expected, IReadOnlyList<DocumentValue> actual, string name)
    {
        var left = actual.ToList();
        return expected.Count == actual.Count && expected.All(item =>
        {
            int at = left.FindIndex(other => Same(item, other, name));
            if (at >= 0)
                left.RemoveAt(at);
            return at >= 0;
        });
    }

    private bool Same(Scalar expected, Scalar actual)
    {
        if (expected.IsGenerated && actual.IsGenerated)
            return true;
        var (left, right) = (expected.Value, actual.Value);
        if (left.IsNumeric && right.IsNumeric)
            return ExactMeaning.Same(left, right) || LooseMeaning.Same(left, right, _tolerance);
        return left.Kind == right.Kind && ExactMeaning.Same(left, right);
    }

    private void AppendShape(StringBuilder text, string name, DocumentValue value)
    {
        switch (value)
        {
            case Document document:
                text.Append('{');
                foreach (var field in document.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Length).Append(field.Name).Append(':');
                    AppendShape(text, Joined(name, field.Name), field.Value);
                }
                text.Append('}');
                break;
            case ValueArray array:
                var items = array.Items.Select(item => Within(name, item));
                text.Append('[').AppendJoin(',', _sets.Contains(name) ? items.Order(StringComparer.Ordinal) : items).Append(']');
                break;
            case Scalar { IsGenerated: true }:
                text.Append("generated");
                break;
            case Scalar { Value: var scalar }:
                text.Append(scalar.Kind == ValueKind.Float ? ValueKind.Number : scalar.Kind).Append(scalar.IsNumeric ? "" : $"{scalar.Text?.Length}:{scalar.Text}");
                break;
        }
    }

    private string Within(string name, DocumentValue item)
    {
        var text = new StringBuilder();
        AppendShape(text, name, item);
        return text.ToString();
    }

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
