namespace DbKatas.CSharp;

/// <summary>Sandboxes by bubblewrap (github.com/containers/bubblewrap), which needs no rights where the kernel gives user namespaces to everybody.</summary>
internal sealed class Bubblewrap : ISandboxTool
{
    public IEnumerable<string> Command(SandboxView view, IEnumerable<string> program) =>
    [
        "bwrap", "--unshare-all", "--uid", "1000", "--gid", "1000", "--hostname", "answer", "--cap-drop", "ALL", "--die-with-parent", "--new-session",
        "--proc", "/proc", "--dev", "/dev", "--size", $"{view.MostBytesWritten}", "--tmpfs", "/tmp", "--size", $"{view.MostBytesWritten}", "--tmpfs", Sandbox.Home,
        .. view.Readable.SelectMany(path => (string[])["--ro-bind-try", path, path]),
        "--ro-bind", view.Hosts, "/etc/hosts", "--chdir", Sandbox.Home, "--", .. program,
    ];
}
