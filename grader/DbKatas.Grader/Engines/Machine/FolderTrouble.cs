namespace DbKatas.Grader.Engines.Machine;

/// <summary>Says in a sentence why a folder of the grader's can't be used.</summary>
internal static class FolderTrouble
{
    private const string Mend = "or use another folder: export " + CacheFolder.Variable + "=/a/folder/with/space";
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnLinux = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static TroubleException Of(string path, Exception cause)
    {
        var isFull = cause is IOException && cause.HResult is NoSpaceOnUnix or QuotaOnLinux or NoSpaceOnWindows;
        return isFull ? Full(path, cause) : Unwritable(path, cause.Message, cause);
    }

    public static TroubleException Full(string path, Exception? cause = null)
    {
        var sentence = $"The disk that holds {path} is full. Free some space there, {Mend}";
        return cause is null ? new TroubleException(sentence) : new TroubleException(sentence, cause);
    }

    public static TroubleException Unwritable(string path, string reason, Exception cause) =>
        new($"The grader can't write to {path}: {reason.TrimEnd('.')}. Make it writable, {Mend}", cause);
}
