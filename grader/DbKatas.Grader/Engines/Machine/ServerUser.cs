using System.Diagnostics;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>
/// Who runs a private server: the caller, or nobody when the caller is root, because a server of untrusted answers must not run as root (and PostgreSQL refuses to).
/// Windows knows no such switch.
/// </summary>
public sealed class ServerUser
{
    private const string Unprivileged = "nobody";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private ServerUser(UnixAccount? account) => Account = account;

    /// <summary>The account to switch to, or null when the server runs as the caller.</summary>
    public UnixAccount? Account { get; }

    /// <summary>The mode of a folder above the server's own: others may pass only when the server's user is one of them.</summary>
    public UnixFileMode FolderMode => Account is null ? OwnerOnly : Passable;

    public static ServerUser Current { get; } = new(IsRoot ? Libc.FindAccount(Unprivileged) : null);

    internal static bool IsRoot => !OperatingSystem.IsWindows() && Libc.EffectiveUser() == 0;

    /// <summary>Lets a program start as this user.</summary>
    public void RunThis(ProcessStartInfo program)
    {
        if (Account is not null)
        {
            program.UserName = Account.Name;
        }
    }

    /// <summary>Gives a file or folder to this user.</summary>
    public void Own(string path)
    {
        if (Account is not null)
        {
            Libc.ChangeOwner(path, Account);
        }
    }

    /// <summary>Checks that this user may pass through every folder above the path.</summary>
    /// <exception cref="TroubleException">A folder on the way is closed; the sentence names it.</exception>
    public void CheckReach(string path)
    {
        if (Account is null || OperatingSystem.IsWindows())
        {
            return;
        }

        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new TroubleException(
                    $"A private server does not run as root but as {Account.Name}, who may not enter {folder.FullName} on the way to {path}. "
                    + "Keep the grader's files in an open place: export DBKATAS_CACHE=/var/cache/dbkatas");
            }
        }
    }
}
