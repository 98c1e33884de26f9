namespace DbKatas.CSharp;

/// <summary>The dotnet program that this process runs on, whether it was started by it or by a program file of its own.</summary>
internal static class DotnetHost
{
    /// <summary>…/dotnet of …/dotnet/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public static string Program { get; } = Path.Combine(Folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
