namespace DbKatas.Grader.Engines.Machine;

/// <summary>Says in a sentence why a folder of the grader's can't be used.</summary>
internal static class FolderTrouble
{
    /// <summary>The environment variable that names the folder for temporary files, on Unix.</summary>
    private const string Temporary = "TMPDIR";

    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnLinux = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>For the system's folder for temporary files.</summary>
    public static TroubleException OfTemporary(Exception cause) => Of(Path.GetTempPath(), cause, Temporary);

    public static TroubleException Of(string path, Exception cause, string variable = CacheFolder.Variable)
    {
        var isFull = cause is IOException && cause.HResult is NoSpaceOnUnix or QuotaOnLinux or NoSpaceOnWindows;
        return isFull ? Full(path, cause, variable) : Unwritable(path, cause.Message, cause, variable);
    }

    public static TroubleException Full(string path, Exception? cause = null, string variable = CacheFolder.Variable)
    {
        var sentence = $"The disk that holds {path} is full. Free some space there, {Mend(variable)}";
        return cause is null ? new TroubleException(sentence) : new TroubleException(sentence, cause);
    }

    public static TroubleException Unwritable(string path, string reason, Exception cause, string variable = CacheFolder.Variable) =>
        new($"The grader can't write to {path}: {reason.TrimEnd('.')}. Make it writable, {Mend(variable)}", cause);

    private static string Mend(string variable) => $"or use another folder: export {variable}=/a/folder/with/space";
}
