using DbKatas.Grader.Engines.Postgres.Local;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>Folders that look like an installation of PostgreSQL.</summary>
internal static class FakePrograms
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Programs that name another version and are otherwise the real ones, so that a server can be started with them.</summary>
    public static PostgresPrograms In(string folder, int major, string real) => new([Folder(folder, major, real)]);

    public static string Folder(string folder, int major, string real = "/nowhere") =>
        Folder(folder, $"""[ "$1" = --version ] && echo "postgres (PostgreSQL) {major}.0" && exit; exec {real}/""");

    /// <summary>Programs that are there and fail.</summary>
    public static string Broken(string folder) => Folder(folder, "echo 'cannot open shared object file' >&2; exit 127 #");

    private static string Folder(string folder, string script)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "postgres", "initdb" })
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, $"#!/bin/sh\n{script}{name} \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, Executable);
            }
        }

        return folder;
    }
}
