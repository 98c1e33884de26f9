using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>A grader in a process of its own that holds a private server until it is ended.</summary>
internal sealed class OtherGrader : IDisposable
{
    private readonly Process _process;

    private OtherGrader(Process process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    public string ConnectionString { get; }

    public static async Task<OtherGrader> StartAsync(ScratchFolder folder)
    {
        var programs = (await PrivateServers.Programs.FindAsync(default))!;
        return await StartAsync("postgres", programs.Folder, PrivateServers.Cache.Path, folder.At("data"));
    }

    /// <param name="arguments">As the other program's first lines say.</param>
    public static async Task<OtherGrader> StartAsync(params string[] arguments)
    {
        var holder = Path.Combine(AppContext.BaseDirectory, "DbKatas.Tests.ServerHolder.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [holder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new OtherGrader(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended at once."));
    }

    /// <summary>Sends the signal and waits until the process has ended, which says nothing yet of its server.</summary>
    public void Signal(int signal)
    {
        Libc.Signal(_process.Id, signal);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
