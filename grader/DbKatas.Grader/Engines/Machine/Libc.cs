using System.Runtime.InteropServices;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>The few calls of Unix that .NET does not offer. Not to be called on Windows.</summary>
internal static class Libc
{
    public const int InterruptSignal = 2;
    public const int KillSignal = 9;

    /// <summary>Linux's, on all processors that .NET knows; macOS has another.</summary>
    public const int StopSignal = 19;

    private const int CurrentFolder = -100;
    private const int NotThroughLinks = 0x100;
    private const uint AskForOwner = 0x8;
    private const int OwnerOffset = 20;

    /// <summary>The effective user id of this process; 0 is root.</summary>
    [DllImport("libc", EntryPoint = "geteuid")]
    public static extern uint EffectiveUser();

    /// <returns>Whether a process of this id exists and took the signal.</returns>
    public static bool Signal(int process, int signal) => kill(process, signal) == 0;

    /// <summary>Makes somebody else the owner of a file, folder or link; links are not followed.</summary>
    public static void ChangeOwner(string path, UnixAccount owner)
    {
        if (lchown(path, owner.User, owner.Group) != 0)
        {
            throw new IOException($"{path} could not be given to {owner.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <returns>The user id that owns the path itself (links are not followed), or null where the system can't say: statx is Linux's.</returns>
    public static uint? OwnerOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // struct statx is the same on every Linux architecture, unlike struct stat.
        var status = new byte[256];
        return statx(CurrentFolder, path, NotThroughLinks, AskForOwner, status) == 0 ? BitConverter.ToUInt32(status, OwnerOffset) : null;
    }

    /// <summary>Linux: whatever is open beyond the standard streams, inherited or not, is closed in programs that this process starts.</summary>
    public static void CloseFilesOnStart()
    {
        const int setFlags = 2;
        const int closeOnStart = 1;
        foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(Path.GetFileName).Select(int.Parse!).Where(file => file > 2).ToList())
        {
            _ = fcntl(file, setFlags, closeOnStart);
        }
    }

    /// <returns>The account of that name, or null when the machine has none.</returns>
    public static UnixAccount? FindAccount(string name)
    {
        var entry = getpwnam(name);

        // struct passwd begins with two pointers (name, password), then the two ids, on Linux and macOS alike.
        return entry == IntPtr.Zero
            ? null
            : new UnixAccount(name, (uint)Marshal.ReadInt32(entry, 2 * IntPtr.Size), (uint)Marshal.ReadInt32(entry, (2 * IntPtr.Size) + 4));
    }

    /// <returns>The path without links, or null when it is not there.</returns>
    public static string? RealPath(string path)
    {
        var resolved = realpath(path, IntPtr.Zero);
        var text = Marshal.PtrToStringUTF8(resolved);
        free(resolved);
        return text;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int file, int command, int value);

    [DllImport("libc", SetLastError = true)]
    private static extern int lchown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);

    [DllImport("libc", SetLastError = true)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", SetLastError = true)]
    private static extern IntPtr getpwnam([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", SetLastError = true)]
    private static extern IntPtr realpath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, IntPtr noBuffer);

    [DllImport("libc")]
    private static extern void free(IntPtr memory);
}

/// <summary>A user of a Unix machine.</summary>
/// <param name="Name">As in /etc/passwd.</param>
/// <param name="User">The user id.</param>
/// <param name="Group">The id of the user's own group.</param>
public sealed record UnixAccount(string Name, uint User, uint Group);
