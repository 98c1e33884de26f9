namespace DbKatas.CSharp;

/// <summary>The dotnet program that this process runs on, whether it was started by it or by a program file of its own.</summary>
internal static class DotnetHost
{
    /// <summary>…/dotnet of …/dotnet/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public static string Program { get; } = Path.Combine(Folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>AppContext's name for another <see cref="WorkerFolder"/>.</summary>
    public const string WorkerFolderSetting = "DbKatas.WorkerFolder";

    /// <summary>Where the program lies that runs answers: beside this one, unless it is told otherwise.</summary>
    public static string WorkerFolder => AppContext.GetData(WorkerFolderSetting) as string ?? AppContext.BaseDirectory;
}
