using System.Runtime.InteropServices;

namespace DbKatas.CSharp;

/// <summary>
/// Linux's way for a program without rights to give up even more of them (since 5.13; "Landlock: unprivileged access control" in the kernel's
/// manual). A thread that has closed itself in sees only the files that it has named, and so does every program that it starts.
/// </summary>
internal static class Landlock
{
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const uint AskVersion = 1;
    private const int PathBeneath = 1;
    private const int NoNewPrivileges = 38;
    private const uint CapabilityVersion = 0x20080522;
    private const int OpenPath = 0x200000 | 0x80000; // O_PATH | O_CLOEXEC

    private const ulong Execute = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3, Truncate = 1 << 14, Device = 1 << 15;
    private const ulong OnFiles = Execute | WriteFile | ReadFile | Truncate | Device;

    /// <summary>Since version 6: neither signals to processes outside nor their abstract sockets.</summary>
    private const ulong NoSignalsOut = 3;

    /// <summary>The kernel's version of it; 0 where there is none.</summary>
    public static int Version { get; } = OperatingSystem.IsLinux() ? (int)Math.Max(0, Ask(CreateRuleset, 0, 0, AskVersion)) : 0;

    /// <summary>Closes the calling thread in, for good: use a thread that ends soon.</summary>
    /// <param name="readable">Files, and folders with all below them, that may be read and run. Those that are not there are left out.</param>
    /// <param name="writable">Folders in which everything is allowed.</param>
    /// <param name="devices">Files and folders that may be read and written, and in which nothing can be made.</param>
    public static void Enter(IEnumerable<string> readable, IEnumerable<string> writable, IEnumerable<string> devices)
    {
        // Rights that a later version knows and this kernel does not must not be named.
        var all = Version switch { 1 => (1UL << 13) - 1, 2 => (1UL << 14) - 1, < 5 => (1UL << 15) - 1, _ => (1UL << 16) - 1 };
        var rules = (int)CheckedCall(Create(CreateRuleset, [all, 0, Version >= 6 ? NoSignalsOut : 0], Version >= 6 ? 24 : 8, 0));
        try
        {
            Allow(rules, readable, all & (Execute | ReadFile | ReadFolder));
            Allow(rules, writable, all);
            Allow(rules, devices, all & (WriteFile | ReadFile | ReadFolder | Device));
            CheckedCall(prctl(NoNewPrivileges, 1, 0, 0, 0));
            // Root may read any process's environment, the grader's with its passwords among them: not without these.
            CheckedCall(capset([CapabilityVersion, 0], new uint[6]));
            CheckedCall(Restrict(RestrictSelf, rules, 0, 0));
        }
        finally
        {
            close(rules);
        }
    }

    private static void Allow(int rules, IEnumerable<string> paths, ulong rights)
    {
        foreach (var path in paths)
        {
            var file = open(path, OpenPath);
            if (file < 0)
                continue;
            // struct landlock_path_beneath_attr is packed: eight bytes of rights, four of the file.
            var rule = new byte[12];
            BitConverter.TryWriteBytes(rule, Directory.Exists(path) ? rights : rights & OnFiles);
            BitConverter.TryWriteBytes(rule.AsSpan(8), file);
            var added = Add(AddRule, rules, PathBeneath, rule, 0);
            close(file);
            CheckedCall(added);
        }
    }

    private static long CheckedCall(long result) =>
        result >= 0 ? result : throw new InvalidOperationException("Landlock: " + Marshal.GetLastPInvokeErrorMessage());

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long Ask(long number, nint attributes, nint size, uint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long Create(long number, ulong[] attributes, nint size, uint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long Add(long number, int rules, int kind, byte[] rule, uint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long Restrict(long number, int rules, uint flags, uint none);

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [DllImport("libc", SetLastError = true)]
    private static extern int capset(uint[] header, uint[] data);

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    private static extern void close(int file);
}
