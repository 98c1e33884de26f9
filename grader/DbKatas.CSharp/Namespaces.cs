namespace DbKatas.CSharp;

/// <summary>
/// Sandboxes by what nearly every Linux has: util-linux's unshare, mount and setpriv, and iproute2. For where bubblewrap is missing and the
/// kernel gives user namespaces to everybody.
/// </summary>
internal sealed class Namespaces : ISandboxTool
{
    // As process 1 of its own world the shell has the rights of an administrator there. The program that it starts has none, and when that
    // ends, so does the shell, and with it all that was started inside.
    private const string Furnish = """
        PATH=$PATH:/usr/sbin:/sbin room=$1 size=$2 home=$3 hosts=$4
        shift 4

        # What a mount must not be, because of what lies below it, can't be taken from it here: noexec where the folder outside is so.
        show() {
            if [ -d "$1" ]; then mkdir -p "$room$2"; else mkdir -p "$room${2%/*}"; : > "$room$2"; fi
            mount --bind "$1" "$room$2"
            mount -o remount,bind,ro,nosuid,nodev "$room$2" 2>&- || mount -o remount,bind,ro,nosuid,nodev,noexec "$room$2"
        }

        ip link set lo up
        mount -t tmpfs -o "size=1m,mode=755,nosuid,nodev" room "$room"
        for writable in /tmp /dev/shm "$home"; do
            mkdir -p "$room$writable"
            mount -t tmpfs -o "size=$size,nosuid,nodev" room "$room$writable"
        done
        while [ "$1" != -- ]; do
            if [ -e "$1" ]; then show "$1" "$1"; fi
            shift
        done
        shift
        show "$hosts" /etc/hosts
        for device in null zero full random urandom; do
            : > "$room/dev/$device"
            mount --bind "/dev/$device" "$room/dev/$device"
        done
        mkdir -p "$room/proc" "$room/old"
        mount -t proc -o nosuid,nodev,noexec proc "$room/proc"

        cd "$room"
        pivot_root . old
        umount -l /old
        mount -o remount,bind,ro,nosuid,nodev /
        cd "$home"
        setsid setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs "$@"
        """;

    public IEnumerable<string> Command(SandboxView view, IEnumerable<string> program) =>
    [
        "setpriv", "--pdeathsig", "KILL", "unshare", "--user", "--map-root-user", "--mount", "--net", "--pid", "--ipc", "--uts", "--cgroup", "--fork", "--kill-child",
        "/bin/sh", "-euc", Furnish, "sandbox", Directory.CreateDirectory(Path.Combine(view.Folder, "room")).FullName,
        $"{view.MostBytesWritten}", Sandbox.Home, view.Hosts, .. view.Readable, "--", .. program,
    ];
}
