namespace DbKatas.CSharp;

/// <summary>A way to make sandboxes. Either it keeps all that <see cref="Sandbox"/> promises, or the program does not start.</summary>
internal interface ISandboxTool
{
    /// <summary>The command that runs a program inside.</summary>
    /// <param name="view">What is there to be seen.</param>
    /// <param name="program">The program and its arguments.</param>
    IEnumerable<string> Command(SandboxView view, IEnumerable<string> program);
}

/// <param name="Folder">What the program and the grader share; inside it can be read alone.</param>
/// <param name="Hosts">The file that takes the place of /etc/hosts.</param>
/// <param name="Readable">Files and folders, the shared one among them. Those that are not there are left out.</param>
/// <param name="MostBytesWritten">In each of the folders in memory that the program may write in.</param>
internal sealed record SandboxView(string Folder, string Hosts, IReadOnlyList<string> Readable, long MostBytesWritten);
