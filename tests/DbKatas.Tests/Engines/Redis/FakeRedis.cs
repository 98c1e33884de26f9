namespace DbKatas.Tests.Engines.Redis;

/// <summary>Shell scripts that stand for programs.</summary>
internal static class FakeRedis
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static string Script(string file, string text)
    {
        File.WriteAllText(file, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Executable);
        return file;
    }
}
