using System.Globalization;
using DbKatas.Grader.Engines;

namespace DbKatas.Engines.MongoDb;

/// <summary>What a server says of itself.</summary>
/// <param name="Number">As in "8.0.15".</param>
/// <param name="Major">The number before the first dot.</param>
internal sealed record MongoVersion(string Number, int Major)
{
    /// <summary>mongod 6.0 is the oldest that its maker still mended when these katas were written.</summary>
    private const int OldestMajor = 6;

    /// <param name="number">What buildInfo calls its version.</param>
    /// <param name="server">Where it was found, for the sentence.</param>
    /// <param name="otherWay">What else would do.</param>
    /// <exception cref="TroubleException">The katas need a newer one.</exception>
    public static MongoVersion Of(string number, string server, string otherWay) =>
        int.TryParse(number.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= OldestMajor
            ? new MongoVersion(number, major)
            : throw new TroubleException($"The server {server} is MongoDB {number}; the katas need {OldestMajor}.0 or newer. {otherWay}");
}
