namespace DbKatas.Grader.Feedback;

/// <summary>The few colours of the learner's view; plain where there is no terminal or NO_COLOR asks for none.</summary>
public sealed class Ink(bool colours)
{
    public static readonly Ink Plain = new(false);

    public static readonly Ink Colours = new(true);

    public string Good(string text) => Paint("32", text);

    public string Bad(string text) => Paint("31", text);

    public string Mark(string text) => Paint("33", text);

    public string Faint(string text) => Paint("2", text);

    public string Bold(string text) => Paint("1", text);

    private string Paint(string code, string text) => colours && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
