using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>One numbered data folder, held by this process alone until it is disposed. What databases it holds stay for the next run.</summary>
internal sealed class DataSlot(string folder, FileLock hold) : IDisposable
{
    /// <summary>PostgreSQL's data folder, owned by the server's user.</summary>
    public string Data { get; } = Path.Combine(folder, "data");

    /// <summary>The superuser's password; known once the slot is prepared.</summary>
    public string Password { get; private set; } = "";

    /// <summary>Inside the data folder, because the server's user may write nowhere else.</summary>
    public ServerLog Log => new(Path.Combine(Data, "server.log"));

    private string Marker => Path.Combine(folder, "made");

    /// <summary>Ends what a crashed run left behind and makes the data folder unless it still serves.</summary>
    /// <returns>Whether the folder is warm: kept from an earlier run.</returns>
    /// <exception cref="TroubleException">The folder can't be written, or its disk is full.</exception>
    public async Task<bool> PrepareAsync(InitdbTemplate template, CancellationToken cancellation)
    {
        await LeftoverServer.EndAsync(Data, cancellation).ConfigureAwait(false);
        if (IsGood(template))
        {
            return true;
        }

        await RemakeAsync(template, cancellation).ConfigureAwait(false);
        return false;
    }

    /// <summary>Replaces the data folder by a fresh one.</summary>
    /// <exception cref="TroubleException">The folder can't be written, or its disk is full.</exception>
    public async Task RemakeAsync(InitdbTemplate template, CancellationToken cancellation)
    {
        await template.EnsureAsync(cancellation).ConfigureAwait(false);
        ServerUser.Current.CheckReach(Data);
        try
        {
            // The marker goes first and comes last, so that a half-made folder never has one.
            File.Delete(Marker);
            Discard();
            FolderCopy.Copy(template.Data, Data, ServerUser.Current);
            Password = template.ReadPassword();
            SecretFile.Write(Marker, string.Join('\n', template.Key, Boot.Id, Password));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A half-made folder on a full disk would only keep it full.
            Discard();
            throw FolderTrouble.Of(folder, e);
        }
    }

    public void Dispose() => hold.Dispose();

    // With fsync off, what a power cut or a reset left on the disk can't be trusted: a slot serves within one run of the machine.
    private bool IsGood(InitdbTemplate template)
    {
        if (!File.Exists(Marker) || !File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            return false;
        }

        var lines = File.ReadAllLines(Marker);
        if (lines is not [var key, var boot, var password] || key != template.Key || boot != Boot.Id)
        {
            return false;
        }

        Password = password;
        return true;
    }

    private void Discard()
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
