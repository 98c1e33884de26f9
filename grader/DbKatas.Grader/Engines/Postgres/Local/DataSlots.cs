using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>
/// The numbered data folders 0, 1, … of one user. A run takes the first that is free, so that one run after another finds its
/// databases again, and two at once stay apart.
/// </summary>
internal sealed class DataSlots(string folder)
{
    private const string SharedMemory = "/dev/shm";
    private const long RoomToBegin = 2L << 30;
    private const long RoomToGoOn = RoomToBegin / 8;

    /// <summary>The slots of this user: in memory where there is room, else in the cache.</summary>
    public static DataSlots OfThisUser(CacheFolder cache)
    {
        var inMemory = Path.Combine(SharedMemory, $"dbkatas-{Environment.UserName}");
        if (IsRoomFor(inMemory))
        {
            try
            {
                OwnFolder.Make(inMemory);
                return new DataSlots(inMemory);
            }
            catch (TroubleException)
            {
                // Somebody else's folder, or none may be made there: the disk serves as well, only slower.
            }
        }

        return new DataSlots(cache.At("postgres", "data"));
    }

    /// <exception cref="TroubleException">The folder can't be written.</exception>
    public DataSlot Take()
    {
        var (slot, hold) = new NumberedFolders(folder).Take();
        return new DataSlot(slot, hold);
    }

    // Slots that are there have taken their room already: they must not be left for the disk because they are warm.
    private static bool IsRoomFor(string inMemory) =>
        OperatingSystem.IsLinux() && Directory.Exists(SharedMemory)
        && new DriveInfo(SharedMemory) is { DriveFormat: "tmpfs" } memory
        && memory.AvailableFreeSpace >= (Directory.Exists(inMemory) ? RoomToGoOn : RoomToBegin);
}
