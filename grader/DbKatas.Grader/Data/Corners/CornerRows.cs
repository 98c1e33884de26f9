namespace DbKatas.Grader.Data.Corners;

/// <summary>The seed, or rows like its, in a corner where an answer gives way that holds elsewhere. The corners that fit the kata take turns.</summary>
internal sealed class CornerRows
{
    private readonly ICorner[] _corners;

    public CornerRows(params IEnumerable<ICorner> corners) => _corners = [.. corners.Where(corner => corner.Fits)];

    /// <returns>Null where no corner fits.</returns>
    /// <param name="random">Decides all values.</param>
    /// <param name="number">From 1.</param>
    public RowDraft? Make(Randomness random, int number) =>
        _corners.Length == 0 ? null : _corners[(number - 1) % _corners.Length].Make(random, (number - 1) / _corners.Length);
}
