using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Feedback;

/// <summary>The command that goes on with a kata, ready to be typed.</summary>
public static class KataCall
{
    /// <summary>
    /// What names the folders in this run's own command line, each option with a blank before it, and has to stand in the next one as well.
    /// Set once, by whoever reads the command line; empty where the folders are found without being named.
    /// </summary>
    public static string Folders { get; set; } = "";

    /// <param name="command">As in "hint".</param>
    /// <param name="kata">The kata.</param>
    public static string Of(string command, Kata kata) => Of(command, kata.Id);

    public static string Of(string command, string id) => $"./kata {command} {id}{Folders}";
}
