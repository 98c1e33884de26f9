namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The stand-in can't judge something as MongoDB would.</summary>
/// <param name="what">The thing by its name, to follow "uses ".</param>
/// <param name="position">Where, as an index into the file's text.</param>
internal sealed class MingoRefusal(string what, int position) : Exception(what)
{
    public int Position => position;
}
