namespace DbKatas.Checks;

internal static class Background
{
    /// <summary>Runs work on a thread of its own that does not keep the process alive.</summary>
    public static void Run(Action work) => new Thread(() => work(), maxStackSize: 256 * 1024) { IsBackground = true }.Start();
}
