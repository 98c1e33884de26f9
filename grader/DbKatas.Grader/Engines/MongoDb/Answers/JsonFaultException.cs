namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>Something wrong in a JSON file that somebody wrote.</summary>
/// <param name="sentence">Half a sentence, to follow "Your answer did not run: ".</param>
/// <param name="position">Where, as an index into the file's text.</param>
public sealed class JsonFaultException(string sentence, int position) : Exception(sentence)
{
    public int Position => position;
}
